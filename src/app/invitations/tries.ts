import type { UserRef } from "../../ports/chat/refs.js";
import type { HistoryEntry, Reader } from "../../ports/store.js";

/** So many wrong codes in an hour, and no more is listened to until one of them is an hour old (internal policy). */
const MOST_TRIES = 5;
const WITHIN_MS = 3_600_000;

const subjectOf = ({ platform, workspace, id }: UserRef): string => `codes:${platform}:${workspace}:${id}`;

/** Whether this user of a platform typed so many wrong codes of the government within the last hour of case time. */
export const triedTooOften = async (
  reader: Reader,
  governmentId: string,
  user: UserRef,
  now: Date,
): Promise<boolean> => {
  const lineAt = (place: number) => reader.history(governmentId, subjectOf(user), place, 1);
  const { total } = await lineAt(0);
  if (total < MOST_TRIES) return false;
  const [counted] = (await lineAt(total - MOST_TRIES)).items;
  return counted !== undefined && now.getTime() - counted.at.getTime() < WITHIN_MS;
};

/** A wrong code, as it is counted. The code itself is not kept. */
export const tryOf = (user: UserRef, command: string, why: string, now: Date): HistoryEntry => ({
  subjectId: subjectOf(user),
  at: now,
  kind: "refused",
  content: { what: command, why, user: user.id },
});
