import { expect } from "vitest";
import type { NoticeCode } from "../../src/domain/notice.js";
import type { MemoryOutboxRow } from "../../src/infra/memory/memory-tables.js";
import type { MessageContent } from "../../src/ports/message-content.js";
import type { Seat, Step } from "./chat-bench.js";

type Notice = Extract<MessageContent, { kind: "notice" }>;

/** The notices among what an event did. */
export const noticesOf = (step: Pick<Step, "rows">): readonly (Notice & { readonly row: MemoryOutboxRow })[] =>
  step.rows.flatMap((row) => (row.content.kind === "notice" ? [{ ...row.content, row }] : []));

/** The codes of the notices an event caused, in order. */
export const codesOf = (step: Pick<Step, "rows">): readonly NoticeCode[] => noticesOf(step).map(({ code }) => code);

/** The one notice with this code. Fails the test when there is none or another. */
export const noticeOf = (step: Pick<Step, "rows">, code: NoticeCode) => {
  const found = noticesOf(step).filter((each) => each.code === code);
  expect(codesOf(step), `one notice "${code}"`).toContain(code);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} notices "${code}"`);
  return first;
};

/**
 * The event was refused: exactly one message, a notice seen by that person alone, and one line of history; no card is
 * touched, so no case changed. Returns the notice.
 */
export const expectRefused = (step: Step, code: NoticeCode, seat: Seat): Notice => {
  expect(step.outcome).toBe("committed");
  expect(step.rows.map((row) => row.step)).toEqual(["refusal"]);
  expect(step.history.map(({ kind, actor }) => ({ kind, actor }))).toEqual([{ kind: "refused", actor: seat.userId }]);
  const notice = noticeOf(step, code);
  expect(notice.row.whisperTo?.id).toBe(seat.userId);
  expect(notice.row.to).toEqual(seat.place);
  expect(notice.row.card).toBeUndefined();
  return notice;
};
