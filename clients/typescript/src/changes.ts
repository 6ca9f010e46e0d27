// Following the change log by server-sent events, over `fetch`: in browsers and on servers, from where one left off.
import type { Change, ChangesQuery } from "./entries.js";
import { ProblemError } from "./problem.js";
import { address, lines, open, type Options, type Wish } from "./request.js";

/** The hub is silent no longer than this: it sends a comment now and then. */
const SILENCE = 90_000;

/**
 * Changes as they happen, without end: when a connection breaks, the next one goes on behind the last change. Ends with
 * a `ProblemError` when asking again cannot help (`epoch-changed`: begin again with an export), or when it is aborted.
 */
export class Following implements AsyncIterable<Change> {
  /** The place in the sequence behind which the next connection begins: keep it, with the epoch. */
  since: number;
  /** The history of the hub that the sequence belongs to; known from the first connection on. */
  epoch: string | undefined;
  #pause = 3000;

  constructor(
    private readonly base: string,
    private readonly query: ChangesQuery,
    private readonly options: Options,
    private readonly wish: Wish,
  ) {
    this.since = query.since ?? 0;
    this.epoch = query.epoch;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Change, void, void> {
    for (let failures = 0; ; failures += 1) {
      const stop = new AbortController();
      const { signal } = this.wish;
      const give = () => stop.abort(signal?.reason);
      if (signal?.aborted) give();
      signal?.addEventListener("abort", give);
      const listen = () => setTimeout(() => stop.abort(), SILENCE);
      let silence = listen();
      let wait = this.#pause * Math.min(2 ** failures, 20);
      try {
        const query = { ...this.query, since: this.since, epoch: this.epoch };
        const url = address(this.base, "/v1/changes", query);
        const response = await open(url, "text/event-stream", this.options, { signal: stop.signal });
        let said: Record<string, string> = {};
        for await (const line of lines(response)) {
          clearTimeout(silence);
          silence = listen();
          if (line !== "") {
            const colon = line.indexOf(":");
            said[line.slice(0, colon)] = line.slice(colon + 1).trimStart();
            continue;
          }
          // An empty line ends an event, or what stands for one: a sign of life, or a place in the sequence alone.
          const { event, id, data, retry } = said;
          said = {};
          failures = 0;
          wait = this.#pause = Number(retry) || this.#pause;
          if (id !== undefined) this.since = Number(id);
          if (data === undefined) continue;
          const told = JSON.parse(data);
          if (event === "ready") this.epoch = told.epoch;
          else if (event === "epoch-changed") throw new ProblemError(410, { type: "/problems/epoch-changed", ...told });
          else yield told;
        }
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof ProblemError) {
          if (error.status !== 429 && error.status < 500) throw error;
          wait = Math.max(wait, (error.retryAfter ?? 0) * 1000);
        }
      } finally {
        clearTimeout(silence);
        signal?.removeEventListener("abort", give);
        stop.abort();
      }
      await pause(wait * (0.75 + Math.random() / 2), signal);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", end, { once: true });
  });
}
