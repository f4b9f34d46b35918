import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { abortable } from "../../src/infra/files/abortable.js";

const some = async function* (count: number): AsyncGenerator<Uint8Array> {
  for (let each = 0; each < count; each += 1) yield new Uint8Array([each]);
};

describe("an iteration that can be ended", () => {
  it("leaves nothing on the signal, however long it is", async () => {
    const { signal } = new AbortController();
    let most = 0;
    let bytes = 0;
    for await (const chunk of abortable(some(100), signal)) {
      bytes += chunk.byteLength;
      most = Math.max(most, getEventListeners(signal, "abort").length);
    }
    expect([bytes, most, getEventListeners(signal, "abort").length]).toEqual([100, 0, 0]);
  });

  it("ends with the signal's reason although the source never answers", async () => {
    const controller = new AbortController();
    const source = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) };
    const reading = (async () => {
      for await (const _ of abortable(source, controller.signal));
    })();
    controller.abort(new Error("stopped"));
    await expect(reading).rejects.toThrow("stopped");
  });
});
