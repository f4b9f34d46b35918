import { describe, expect, it } from "vitest";
import { requestBody } from "../../adapters/simulator/request-body.js";

const never = new AbortController().signal;
const bodyOf = (sizes: readonly number[], end = true): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const size of sizes) controller.enqueue(new Uint8Array(size));
      if (end) controller.close();
    },
  });

describe("what is left of a request", () => {
  it("is read to its end, as far as it is not too much", async () => {
    expect(await requestBody(bodyOf([3, 4])).drain(7, never)).toBe(true);
    expect(await requestBody(bodyOf([3, 4, 1])).drain(7, never)).toBe(false);
  });

  it("is waited for no longer when the signal fires", async () => {
    const controller = new AbortController();
    const drained = requestBody(bodyOf([3], false)).drain(7, controller.signal);
    controller.abort();
    expect(await drained).toBe(false);
    expect(await requestBody(bodyOf([3], false)).drain(7, controller.signal)).toBe(false);
  });
});
