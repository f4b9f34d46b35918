/** The bytes of a request, of which some may be left unread. */
export interface RequestBody {
  readonly bytes: AsyncIterable<Uint8Array>;
  /**
   * Reads and drops what is left, at most `maxBytes`. An answer to a request that is still being sent is often lost, and
   * its connection cannot be used again; false: there was more, or the signal fired, and the connection is to be closed.
   */
  drain(maxBytes: number, signal: AbortSignal): Promise<boolean>;
}

/** The body as bytes that may be given up early without ending the connection. */
export const requestBody = (body: ReadableStream<Uint8Array>): RequestBody => {
  const reader = body.getReader();
  async function* read(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  }
  return {
    bytes: read(),
    async drain(maxBytes, signal) {
      // A cancelled reader answers that it is done.
      const cancel = (): void => void reader.cancel().catch(() => {});
      if (signal.aborted) cancel();
      signal.addEventListener("abort", cancel, { once: true });
      let dropped = 0;
      for await (const chunk of read()) {
        dropped += chunk.byteLength;
        if (dropped > maxBytes) break;
      }
      signal.removeEventListener("abort", cancel);
      return dropped <= maxBytes && !signal.aborted;
    },
  };
};
