import type { PrismaClient } from "../generated/client.js";
import { queryJson } from "./query-json.js";

/** The site an address is on: its host without what phones and browsers put before it. */
const site = (url: string): string => `substring(lower(${url}) from '^https?://(?:www\\.|m\\.|mobile\\.)?([^/:?#]+)')`;

/**
 * As common table expressions after `input`: `posted`, the accounts of the government `doc->>'governmentId'` with `last_at`,
 * when content was last posted on each or an answer to a case whose account it is. Of several accounts with one handle an
 * answer counts for the one on whose site it is; on no site of theirs, for all. Kept equal to `memory/memory-accounts`.
 */
export const POSTED = `
answered as materialized (
  select lower(ltrim(i.account, '@')) as handle, ${site("p.url")} as site, max(p.at) as at
  from input, inquiry i join publication p on p.government_id = i.government_id and p.inquiry_id = i.id
  where i.government_id = doc->>'governmentId' and i.account is not null
  group by 1, 2
),
posted as materialized (
  select a.*, greatest(
    (select max(c.at) from content_publication c where c.government_id = a.government_id and c.account_id = a.id),
    (select max(w.at) from answered w
      where w.handle = lower(a.handle) and (w.site is not distinct from ${site("a.url")} or not exists (
        select from account b where b.government_id = a.government_id and b.id <> a.id
          and lower(b.handle) = w.handle and ${site("b.url")} = w.site)))) as last_at
  from input, account a where a.government_id = doc->>'governmentId'
)`;

const LAST_POSTED = `
with input as materialized (select $1::jsonb as doc), ${POSTED}
select coalesce(jsonb_agg(jsonb_build_object('accountId', id, 'at', last_at)), '[]') as value
from posted where last_at is not null`;

/** The Reader's way to what was posted on accounts. */
export const createAccountActivity = (prisma: PrismaClient) => ({
  async lastPosted(governmentId: string): Promise<ReadonlyMap<string, Date>> {
    type Row = { readonly accountId: string; readonly at: string };
    const rows = (await queryJson<readonly Row[]>(prisma, LAST_POSTED, { governmentId })) ?? [];
    return new Map(rows.map(({ accountId, at }) => [accountId, new Date(at)]));
  },
});
