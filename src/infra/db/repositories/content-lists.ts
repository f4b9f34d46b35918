import type { ContentCounts, ContentLine, ContentSpan } from "../../../ports/content-lists.js";
import type { PrismaClient } from "../generated/client.js";
import { withoutNulls } from "../rows.js";
import { listing, pageOf } from "./lists.js";
import { queryJson } from "./query-json.js";
import { STANDING_VERSION, THEME } from "./standing-version.js";

interface ContentLineRow {
  readonly section: ContentLine["section"];
  readonly day: string | null;
  readonly at: string;
  readonly id: string;
  readonly code: string;
  readonly status: string;
  readonly theme: string | null;
  readonly accounts: readonly string[];
  readonly url: string | null;
  readonly corrects: boolean;
}

/**
 * The accounts the newest version is for that it was not posted on, without those that were given up by case time or are
 * another agency's now: as `accountsWaiting` in the application.
 */
const LEFT = `coalesce((
  select jsonb_agg(a.id order by a.place) from jsonb_array_elements_text(v.content->'accountIds') with ordinality a(id, place)
   where not exists (select from content_publication c where c.version_id = v.id and c.account_id = a.id)
     and not exists (select from account l join government g on g.id = l.government_id
       where l.government_id = i.government_id and l.id = a.id
         and (l.agency_id <> i.agency_id or l.until <= now() + g.clock_offset_ms * interval '1 ms'))), '[]')`;

const OPEN = `
select case i.status when 'submitted' then 'waiting' when 'ready' then 'ready' else 'draft' end as section,
  case i.status when 'submitted' then 0 when 'ready' then 2 else 1 end as rank, null::text as day,
  case when i.status in ('submitted', 'ready') then v.at else i.created_at end as at, i.id, i.code, i.status,
  ${THEME} as theme, case i.status when 'ready' then ${LEFT} else '[]' end as accounts, null::text as url,
  false as corrects
from input, proposal i ${STANDING_VERSION}
where i.government_id = doc->>'governmentId' and i.agency_id = doc->>'agencyId' and (doc->'open')::boolean
  and i.status in ('collected', 'submitted', 'returned', 'editing', 'ready')`;

const WANTED = `
select 'wanted', 3, i.wanted_on::text, i.created_at, i.id, i.code, i.status, ${THEME}, '[]'::jsonb, null, false
from input, proposal i ${STANDING_VERSION}
where i.government_id = doc->>'governmentId' and i.agency_id = doc->>'agencyId'
  and i.status not in ('published', 'corrected', 'withdrawn') and not exists (
    select from proposal_version p where p.id = i.correction->>'of' and p.content->>'wantedOn' = i.wanted_on::text)
  and i.wanted_on >= (doc->>'from')::date and i.wanted_on < (doc->>'to')::date`;

/** The instant a day of the input begins, known before the rows are looked for, so that an index can be used. */
const begin = (day: "from" | "to"): string =>
  `(select (doc->>'${day}')::timestamp at time zone g.zone from input, government g where g.id = doc->>'governmentId')`;

const POSTED = `
select 'posted', 3, (c.at at time zone g.zone)::date::text, c.at, i.id, i.code, i.status, ${THEME},
  jsonb_build_array(c.account_id), c.url, (select w.corrects from proposal_version w where w.id = c.version_id)
from input, content_publication c
  join government g on g.id = c.government_id
  join proposal i on i.government_id = c.government_id and i.id = c.proposal_id ${STANDING_VERSION}
where c.government_id = doc->>'governmentId' and i.agency_id = doc->>'agencyId'
  and c.at >= ${begin("from")} and c.at < ${begin("to")}
  and not exists (select from content_publication n
    where n.proposal_id = c.proposal_id and n.account_id = c.account_id and n.ordinal > c.ordinal)`;

const LINES = pageOf(
  [OPEN, WANTED, POSTED].join("\nunion all"),
  "rank, day nulls first, section desc, at, code, accounts->>0",
);

const COUNTS = `
select jsonb_build_object('waiting', count(*) filter (where i.status = 'submitted'),
  'returned', count(*) filter (where i.status = 'returned'),
  'ready', count(*) filter (where i.status = 'ready')) as value
from (select $1::jsonb as doc) input, proposal i
where i.government_id = doc->>'governmentId' and i.agency_id = doc->>'agencyId'
  and i.status in ('submitted', 'returned', 'ready')`;

const NONE: ContentCounts = { waiting: 0, returned: 0, ready: 0 };

/** The Reader's lists of content. */
export const createContentLists = (prisma: PrismaClient) => {
  const list = listing(prisma);
  return {
    contentLines: (governmentId: string, agencyId: string, span: ContentSpan, page: number, pageSize: number) =>
      list(LINES, { governmentId, agencyId, ...span }, page, pageSize, contentLineOf),
    contentCounts: async (governmentId: string, agencyId: string): Promise<ContentCounts> =>
      (await queryJson<ContentCounts>(prisma, COUNTS, { governmentId, agencyId })) ?? NONE,
  };
};

const contentLineOf = (row: ContentLineRow): ContentLine => ({
  ...withoutNulls({ day: row.day, url: row.url }),
  ...(row.corrects ? { corrects: true } : {}),
  section: row.section,
  at: new Date(row.at),
  proposalId: row.id,
  code: row.code,
  status: row.status,
  theme: row.theme ?? "",
  accountIds: row.accounts,
});
