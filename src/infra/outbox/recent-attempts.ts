import type { PrismaClient } from "../db/generated/client.js";
import { sendLeaseMs } from "./begin.js";

/** A message that was handed to the platform a short while ago, by whichever process. */
export interface RecentAttempt {
  readonly lane: string;
  readonly agoMs: number;
}

/** Far more than any platform allows within a pace window. */
const LIMIT = 10_000;
/** Rows before these are not looked at: what was sent lately was written lately, or waited in the queue. */
const NEWEST_ROWS = 100_000;

/**
 * The attempts of the last `windowMs`, for a new owner of the platform's account to count against its pace. The time of
 * an attempt is when it was settled or began, else when the row was first tried.
 */
export const readRecentAttempts = (
  prisma: PrismaClient,
  platform: string,
  windowMs: number,
): Promise<readonly RecentAttempt[]> => prisma.$queryRaw<readonly RecentAttempt[]>`
  select lane, greatest(0, extract(epoch from now() - at) * 1000)::float8 as "agoMs"
    from (select lane, case when state = 'sending' then lease_until - case content->>'kind'
                                 when 'file' then ${sendLeaseMs({ kind: "file" })}::float8 else ${sendLeaseMs({ kind: "notice" })}::float8 end * interval '1 ms'
                            else coalesce(settled_at, first_attempt_at) end as at
            from outbox
           where platform = ${platform} and attempts > 0
             and (state in ('pending', 'sending')
                  or id > (select coalesce(max(id), 0) - ${NEWEST_ROWS}::int from outbox))) tried
   where at > now() - ${windowMs}::float8 * interval '1 ms'
   order by at desc limit ${LIMIT}::int`;
