// One request: its address, the copy that may still be good, and what came of it.
import { ProblemError } from "./problem.js";

/** Answers with their validators, kept for asking whether they are still good. A `Map` will do. */
export interface Store {
  get(url: string): Kept | undefined;
  set(url: string, kept: Kept): unknown;
  /** Forgets what is no longer public: perhaps somebody has taken back consent. */
  delete(url: string): unknown;
}

export interface Kept {
  readonly etag: string;
  readonly body: unknown;
}

export interface Options {
  /** Languages by preference, such as `fr,en`, for every request that names none. */
  readonly lang?: string;
  /** Where to keep answers; browsers do without it, because they have a cache. */
  readonly store?: Store;
  readonly fetch?: typeof fetch;
}

export interface Wish {
  /** Gives the request up. */
  readonly signal?: AbortSignal | undefined;
}

export type Query = Readonly<Record<string, unknown>>;

/** The path of a collection, of an entry, or of what belongs to it. */
export const path = (...segments: string[]): string => `/v1/${segments.map(encodeURIComponent).join("/")}`;

/** Where to ask. Lists are joined by commas; what is undefined is left out. */
export function address(base: string, path: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value)).replaceAll("%2C", ",")}`);
  return base + path + (text.length > 0 ? `?${text.join("&")}` : "");
}

/** An answer that is good, to be read as it comes. */
export async function open(url: string, accept: string, options: Options, wish: Wish, etag?: string): Promise<Response> {
  const headers: Record<string, string> = { accept };
  if (etag !== undefined) headers["if-none-match"] = etag;
  const response = await (options.fetch ?? fetch)(url, { headers, signal: wish.signal ?? null });
  if (response.ok || (response.status === 304 && etag !== undefined)) return response;
  throw await ProblemError.of(response);
}

/** A good answer's JSON. */
export async function read(url: string, options: Options, wish: Wish): Promise<unknown> {
  const kept = options.store?.get(url);
  const response = await open(url, "application/json", options, wish, kept?.etag).catch((error: unknown) => {
    if (error instanceof ProblemError && [404, 410].includes(error.status)) options.store?.delete(url);
    throw error;
  });
  if (response.status === 304 && kept) return structuredClone(kept.body);
  const body: unknown = await response.json();
  const etag = response.headers.get("etag");
  if (etag !== null) options.store?.set(url, { etag, body: structuredClone(body) });
  return body;
}

/** The lines of an answer, without what ends them. */
export async function* lines(response: Response): AsyncGenerator<string, void, void> {
  if (!response.body) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const whole = rest.split("\n");
      rest = whole.pop() ?? "";
      yield* whole;
      if (done) break;
    }
    if (rest !== "") yield rest;
  } finally {
    // Whoever stops reading early lets the connection go.
    await reader.cancel().catch(() => {});
  }
}
