import type { UserRef } from "../../ports/chat/refs.js";
import type { HistoryEntry, Reader } from "../../ports/store.js";

/** So often in an hour, and no more is listened to until the first of them is an hour old (internal policy). */
const MOST_TRIES = 5;
const WITHIN_MS = 3_600_000;

/** What is counted of strangers: wrong codes, and what they ask for in chats nobody bound. */
type Counted = "codes" | "asks";

const subjectOf = (what: Counted, { platform, workspace, id }: UserRef): string =>
  `${what}:${platform}:${workspace}:${id}`;

/** Whether this user of a platform did so that often within the last hour of the government's case time. */
export const triedTooOften = async (
  reader: Reader,
  governmentId: string,
  user: UserRef,
  now: Date,
  what: Counted = "codes",
): Promise<boolean> => {
  const lineAt = (place: number) => reader.history(governmentId, subjectOf(what, user), place, 1);
  const { total } = await lineAt(0);
  if (total < MOST_TRIES) return false;
  const [counted] = (await lineAt(total - MOST_TRIES)).items;
  return counted !== undefined && now.getTime() - counted.at.getTime() < WITHIN_MS;
};

/** A wrong code, or a question, as it is counted. The code itself is not kept. */
export const tryOf = (
  user: UserRef,
  command: string,
  why: string,
  now: Date,
  what: Counted = "codes",
): HistoryEntry => ({
  subjectId: subjectOf(what, user),
  at: now,
  kind: "refused",
  content: { what: command, why, user: user.id },
});
