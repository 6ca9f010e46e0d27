import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { Hub } from "@rights-hub/client";
import { manage, url } from "./hub.js";

const hub = new Hub(url);

test("changes come as they happen, and behind a broken connection they go on", { timeout: 60_000 }, async () => {
  const { last_seq, epoch } = await hub.describe();
  let connections = 0;
  const breaking = new Hub(url, {
    // The first connection breaks after its first change.
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      connections += 1;
      if (connections > 1 || !response.body) return response;
      let whole = "";
      const decoder = new TextDecoder();
      const cut = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          controller.enqueue(chunk);
          whole += decoder.decode(chunk, { stream: true });
          if (whole.includes("\nid:") || whole.startsWith("id:")) controller.error(new Error("the line is cut"));
        },
      });
      return new Response(response.body.pipeThrough(cut), { status: response.status, headers: response.headers });
    },
  });
  const since = last_seq - 3;
  const { changes } = await (await fetch(`${url}/v1/changes?since=${since}`)).json() as { changes: { seq: number }[] };
  const before = changes.map((change) => change.seq);
  assert.ok(before.length > 0);
  const following = breaking.changes({ since, epoch, docs: true }, { signal: AbortSignal.timeout(50_000) });
  const seqs: number[] = [];
  let topic: { id: string } | undefined;
  for await (const change of following) {
    seqs.push(change.seq);
    if (change.seq === before.at(-1)) {
      const made = await manage("POST", "/topics?publish=true", { title: "Followed topic", description: "For a test." });
      topic = made.data;
    } else if (change.seq > last_seq && change.id === topic?.id) {
      assert.equal(change.op, "upsert");
      assert.equal(change.doc?.title, "Followed topic");
      break;
    }
  }
  assert.ok(connections >= 2);
  assert.deepEqual(seqs.slice(0, before.length), before);
  assert.equal(new Set(seqs).size, seqs.length);
  assert.equal(following.epoch, epoch);
  assert.equal(following.since, seqs.at(-1));
});

test("what was not theirs is not read again", { timeout: 20_000 }, async ({ signal }) => {
  const { last_seq, epoch } = await hub.describe();
  const stop = new AbortController();
  signal.addEventListener("abort", () => stop.abort());
  const following = hub.changes({ since: last_seq, epoch, type: "news" }, { signal: stop.signal });
  const waiting = following[Symbol.asyncIterator]().next();
  const { seq } = await manage("POST", "/topics?publish=true", { title: "Nobody follows", description: "For a test." });
  // No change of theirs comes, but the place behind which a new connection begins moves on.
  while (following.since < seq) await setTimeout(20, undefined, { signal });
  stop.abort();
  await assert.rejects(waiting, { name: "AbortError" });
});

test("another history ends the loop, and so does an abort", { timeout: 30_000 }, async () => {
  const other = hub.changes({ since: 0, epoch: "019fba9e-d800-759c-902a-3a84faa1e68f" });
  await assert.rejects(other[Symbol.asyncIterator]().next(), { name: "ProblemError", code: "epoch-changed" });
  const stop = new AbortController();
  const { last_seq } = await hub.describe();
  const waiting = hub.changes({ since: last_seq }, { signal: stop.signal })[Symbol.asyncIterator]().next();
  void setTimeout(200).then(() => stop.abort());
  await assert.rejects(waiting, { name: "AbortError" });
});
