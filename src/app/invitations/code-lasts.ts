/** How long a one-time code works (internal policy): long enough for somebody on leave. */
export const codeLastsMs = 7 * 86_400_000;
