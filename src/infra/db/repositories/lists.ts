import { registryChanges } from "../../../domain/registry/changes.js";
import type { FoundContent } from "../../../ports/content-lists.js";
import type { CaseLine, HistoryLine, Page } from "../../../ports/store.js";
import type { PrismaClient } from "../generated/client.js";
import { instant, withoutNulls } from "../rows.js";
import { queryJson } from "./query-json.js";
import { STANDING_VERSION, THEME } from "./standing-version.js";

interface CaseLineRow {
  readonly id: string;
  readonly code: string;
  readonly text: string;
  readonly status: string;
  readonly agency_id: string;
  readonly deadline_at: string | null;
  readonly returned: CaseLine["returned"] | null;
  readonly updated_at: string;
}

interface FoundRow extends CaseLineRow {
  /** Of content `text` is the theme. */
  readonly is_content: boolean;
}

interface HistoryLineRow {
  readonly at: string;
  readonly actor: string | null;
  readonly kind: string;
  readonly content: HistoryLine["content"];
  readonly seal_no: number | null;
}

interface PageRow<T> {
  readonly total: number;
  readonly items: readonly T[];
}

const INPUT = "input as materialized (select $1::jsonb as doc)";

/** A statement that answers one page of `lines` in this order, and how many lines there are. `input.doc` is its input. */
export const pageOf = (lines: string, order: string): string => `
with ${INPUT}, lines as materialized (${lines}),
shown as (
  select row_number() over (order by ${order}) as place, * from lines order by place
  limit (select (doc->>'limit')::int from input) offset (select (doc->>'offset')::bigint from input)
)
select jsonb_build_object(
  'total', (select count(*) from lines),
  'items', coalesce((select jsonb_agg(to_jsonb(s) order by s.place) from shown s), '[]')) as value`;

const OPEN_FORWARD = "forward f where f.government_id = i.government_id and f.inquiry_id = i.id and f.status = 'open'";

/** Kept equal to `returnedForward` of the domain by the store's contract. */
const LAST_RETURN = `
select jsonb_strip_nulls(jsonb_build_object('reason', r.return_reason, 'suggestsAgencyId', r.return_suggests))
from forward r where r.government_id = i.government_id and r.inquiry_id = i.id and r.round = i.round
  and r.status = 'returned' and i.status = 'received' and not exists (select from ${OPEN_FORWARD})
order by r.ordinal desc limit 1`;

const CASE_LINE = `
select i.id, i.code, i.text, i.status, i.agency_id, i.created_at, i.updated_at,
  (select min(f.deadline_at) from ${OPEN_FORWARD}) as deadline_at, (${LAST_RETURN}) as returned
from inquiry i, input where i.government_id = doc->>'governmentId'`;

const wasForwarded = (which: string): string =>
  `exists (select from forward f where f.government_id = i.government_id and f.inquiry_id = i.id and f.agency_id = doc->>'agencyId' ${which})`;

const QUEUE = pageOf(
  `${CASE_LINE} and i.status <> 'closed' and (i.agency_id = doc->>'agencyId' or ${wasForwarded("and f.status = 'open'")})`,
  "deadline_at nulls last, created_at, id",
);

const hasAllWords = (...parts: readonly string[]): string =>
  `concat_ws(E'\\n', ${parts.join(", ")}) ilike all (array(select jsonb_array_elements_text(doc->'patterns')))`;

/** The words of a proposal's content, as JSON. */
const wordsOf = (content: string): readonly string[] => [
  ...["theme", "body", "source"].map((part) => `${content}->>'${part}'`),
  `(select string_agg('#' || tag, ' ' order by place)
    from jsonb_array_elements_text(${content}->'hashtags') with ordinality t(tag, place))`,
];

const FOUND_CONTENT = `
select i.id, i.code, ${THEME} as text, i.status, i.agency_id, i.created_at, i.updated_at,
  null::timestamptz as deadline_at, null::jsonb as returned, true as is_content
from input, proposal i ${STANDING_VERSION}
where i.government_id = doc->>'governmentId' and (doc->>'agencyId' is null or i.agency_id = doc->>'agencyId')
  and ${hasAllWords("i.code", ...wordsOf("(i.draft->'content')"), ...wordsOf("v.content"))}`;

const FIND = pageOf(
  `select c.*, false as is_content from (
    ${CASE_LINE} and (doc->>'agencyId' is null or i.agency_id = doc->>'agencyId' or ${wasForwarded("")})
    and ${hasAllWords("i.code", "i.text", "i.asker", "i.account", "i.theme")}) c
  union all ${FOUND_CONTENT}`,
  "created_at desc, id desc",
);

const HISTORY = pageOf(
  `select h.id, h.at, h.actor, h.kind, h.content, h.seal_no from history h, input
  where h.government_id = doc->>'governmentId' and h.subject_id = doc->>'subjectId'`,
  "id",
);

const REGISTRY_HISTORY = pageOf(
  `select h.id, h.at, h.actor, h.kind, h.content, h.seal_no from history h, input
  where h.government_id = doc->>'governmentId' and h.content->>'agencyId' = doc->>'agencyId'
    and h.kind in (${registryChanges.map((kind) => `'${kind}'`).join(", ")})`,
  "id",
);

const patternsOf = (words: string): readonly string[] =>
  words
    .split(/\s+/u)
    .filter((word) => word !== "")
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);

/** Reads a page with a statement of `pageOf`. Pages count from 0; one beyond the last is empty and still tells the total. */
export const listing =
  (prisma: PrismaClient) =>
  async <Row, T>(sql: string, key: object, page: number, size: number, made: (row: Row) => T): Promise<Page<T>> => {
    const offset = page * size;
    const found = await queryJson<PageRow<Row>>(prisma, sql, { ...key, limit: size, offset });
    const { total, items } = found ?? { total: 0, items: [] };
    return { items: items.map(made), total, more: offset + items.length < total };
  };

/** The Reader's lists of cases, and what is found by words. */
export const createLists = (prisma: PrismaClient) => {
  const list = listing(prisma);
  return {
    /** An agency that was forwarded a case has it in its queue for as long as that forward is open. */
    queue: (governmentId: string, agencyId: string, page: number, pageSize: number) =>
      list(QUEUE, { governmentId, agencyId }, page, pageSize, caseLineOf),
    find: (governmentId: string, words: string, agencyId: string | undefined, page: number, pageSize: number) =>
      list(FIND, { governmentId, agencyId, patterns: patternsOf(words) }, page, pageSize, foundLineOf),
    history: (governmentId: string, subjectId: string, page: number, pageSize: number) =>
      list(HISTORY, { governmentId, subjectId }, page, pageSize, historyLineOf),
    registryHistory: (governmentId: string, agencyId: string, page: number, pageSize: number) =>
      list(REGISTRY_HISTORY, { governmentId, agencyId }, page, pageSize, historyLineOf),
  };
};

const caseLineOf = (row: CaseLineRow): CaseLine => ({
  ...withoutNulls({ deadlineAt: instant(row.deadline_at), returned: row.returned }),
  id: row.id,
  code: row.code,
  text: row.text,
  status: row.status,
  agencyId: row.agency_id,
  updatedAt: new Date(row.updated_at),
});

const foundLineOf = (row: FoundRow): CaseLine | FoundContent => {
  if (!row.is_content) return caseLineOf(row);
  const { id: proposalId, code, status, text, agency_id: agencyId } = row;
  return { proposalId, code, status, theme: text ?? "", agencyId };
};

const historyLineOf = (row: HistoryLineRow): HistoryLine => ({
  ...withoutNulls({ actor: row.actor, sealNo: row.seal_no }),
  at: new Date(row.at),
  kind: row.kind,
  content: row.content,
});
