import { type Finding, warning, well } from "../../ports/finding.js";
import type { PrismaClient } from "../db/generated/client.js";
import { counted } from "./counted.js";

/** How far back messages that went wrong are a finding. */
const RECENT_DAYS = 7;
/** A running program seals within seconds. */
const UNSEALED_MINUTES = 10;
const MOST_REASONS = 5;

interface Reason {
  readonly reason: string | null;
  readonly platform?: string;
  readonly count: number;
}

/** The most frequent reasons, which are free of content wherever they are stored. */
const reasonsOf = (rows: readonly Reason[]): string => {
  const named = rows
    .slice(0, MOST_REASONS)
    .map(({ reason, platform, count }) => `${count} × ${platform ? `${platform}: ` : ""}${reason ?? "no reason kept"}`);
  return [...named, ...(rows.length > MOST_REASONS ? ["others"] : [])].join("; ");
};
const sum = (rows: readonly Reason[]): number => rows.reduce((total, { count }) => total + count, 0);

/** Events that were set aside after they failed three times. */
export const checkParked = async (prisma: PrismaClient): Promise<readonly Finding[]> => {
  const rows = await prisma.$queryRaw<readonly Reason[]>`
    select error as reason, count(*)::int as count from inbox where state = 'parked' group by error order by 2 desc, 1`;
  if (rows.length === 0) return [well("no event is parked")];
  const what = `${counted(sum(rows), "event is", "events are")} parked (${reasonsOf(rows)})`;
  return [warning(what, "Report it with the log; then take it up again: docs/admin.md, “Parked events”.")];
};

/** Messages that were given up lately. */
export const checkDeadLetters = async (prisma: PrismaClient): Promise<readonly Finding[]> => {
  const rows = await prisma.$queryRaw<readonly Reason[]>`
    select platform, error as reason, count(*)::int as count from outbox
     where state = 'dead' and settled_at > now() - ${RECENT_DAYS}::int * interval '1 day'
     group by platform, error order by 3 desc, 1, 2`;
  if (rows.length === 0) return [well(`every message of the last ${RECENT_DAYS} days was deliverable`)];
  const what = `${counted(sum(rows), "message", "messages")} of the last ${RECENT_DAYS} days could not be delivered (${reasonsOf(rows)})`;
  return [
    warning(what, "See that the bot is still in those chats and may write there: docs/admin.md, “Common problems”."),
  ];
};

/** Messages that may have arrived twice. */
export const checkAmbiguous = async (prisma: PrismaClient): Promise<readonly Finding[]> => {
  const rows = await prisma.$queryRaw<readonly { readonly all: number; readonly recent: number }[]>`
    select count(*)::int as all, (count(*) filter (
             where coalesce(settled_at, created_at) > now() - ${RECENT_DAYS}::int * interval '1 day'))::int as recent
      from outbox where ambiguous`;
  const { all = 0, recent = 0 } = rows[0] ?? {};
  if (recent === 0)
    return [well(`no message of the last ${RECENT_DAYS} days may have arrived twice (${all} of all times)`)];
  const what = `${counted(recent, "message", "messages")} of the last ${RECENT_DAYS} days may have arrived twice`;
  return [
    warning(
      what,
      "Nothing was lost. It comes of a process or connection that died in mid-send: find out why in the log.",
    ),
  ];
};

/** History that is not sealed although it had the time to be. */
export const checkUnsealed = async (prisma: PrismaClient): Promise<readonly Finding[]> => {
  const rows = await prisma.$queryRaw<readonly { readonly count: number }[]>`
    select count(*)::int as count from government g join history h on h.government_id = g.id and h.seal_no is null
     where h.recorded_at < now() - ${UNSEALED_MINUTES}::int * interval '1 minute'`;
  const count = rows[0]?.count ?? 0;
  if (count === 0) return [well("the history is sealed")];
  const what = `${counted(count, "row", "rows")} of the history, older than ${UNSEALED_MINUTES} minutes, not sealed`;
  return [
    warning(
      what,
      "Start the program, which seals within seconds; if it runs, look for “a scheduled work failed” in its log.",
    ),
  ];
};
