import { COMMIT_STATES, of } from "./commit-states.js";
import { REGISTRY } from "./registry-sql.js";

/** What a commit is about: the table of the case or proposal, the columns that change, and what belongs to it. */
interface SubjectSql {
  readonly table: "inquiry" | "proposal";
  readonly changes: string;
  readonly parts: string;
}

const INQUIRY_CHANGES =
  "agency_id, kind, text, account, asker, link, post, sentiment, theme, status, round, version, gate, closed_reason, " +
  "closed_detail, duplicate_of, updated_at, closed_at, reopened_at, attachments";

const FORWARD_CHANGES =
  "status, note, delivered_at, acknowledged_at, acknowledged_by, clock_hours, clock_level, clock_citation, " +
  "deadline_at, answer_text, answered_by, answered_at, return_reason, return_suggests, ended_by, ended_at, " +
  "answer_attachments";

/**
 * Two lines of defence, in this order: the inbox row must still be ours, then the case must have the version it was
 * loaded with. Each is a row count of an update, so that after waiting for another transaction's lock PostgreSQL looks
 * again at the newest row. `gate` depends on both and all other writes on `gate`: no lock but those of the inbox row,
 * the counter and the case is taken before it is certain that the commit stands.
 */
const guards = ({ table, changes }: SubjectSql): string => `
input as materialized (select $1::jsonb as doc),
scope as materialized (
  select g.id as government_id, g.code, now() + g.clock_offset_ms * interval '1 millisecond' as case_now
  from input, government g where g.id = doc->>'government_id'
),
done as (
  update inbox i set state = 'done', done_at = now() from input
  where i.id = (doc->>'inbox_id')::bigint and i.lease_token = doc->>'lease_token' and i.state = 'running'
  returning i.id
),
leased as materialized (
  select tanggap_require((select count(*) from scope) = 1, '${COMMIT_STATES.unknownGovernment}', 'no such government'),
    tanggap_require((select count(*) from done) = 1, '${COMMIT_STATES.leaseLost}', 'lease lost')
),
wanted as materialized (
  select r.*, doc->'subject' as doc from leased, input, jsonb_populate_record(null::${table}, doc->'subject') r
  where doc->'subject' is not null
),
counted as (
  insert into case_counter (government_id, year, next) select government_id, year, 2 from wanted where version = 1
  on conflict (government_id, year) do update set next = case_counter.next + 1
  returning next - 1 as number
),
created as (
  insert into ${table} select r.* from wanted w, scope, counted c,
    jsonb_populate_record(null::${table}, w.doc || jsonb_build_object('number', c.number, 'code',
      scope.code || '-' || right(w.year::text, 2) || '-' || lpad(c.number::text, greatest(4, length(c.number::text)), '0'))) r
  on conflict (id) do nothing
  returning id
),
changed as (
  update ${table} i set (${changes}) = row(${of("w", changes)}) from wanted w
  where i.id = w.id and i.government_id = w.government_id and w.version > 1 and i.version = w.version - 1
  returning i.id
),
gate as materialized (
  select tanggap_require((select count(*) from wanted) = (select count(*) from created) + (select count(*) from changed),
    '${COMMIT_STATES.versionConflict}', 'another version') from leased
)`;

const CASE: SubjectSql = {
  table: "inquiry",
  changes: INQUIRY_CHANGES,
  parts: `
saved_forwards as (
  insert into forward select r.* from gate, input, jsonb_populate_recordset(null::forward, doc->'forwards') r
  on conflict (id) do update set (${FORWARD_CHANGES}) = row(${of("excluded", FORWARD_CHANGES)})
  where forward.government_id = excluded.government_id and forward.* is distinct from excluded.*
),
saved_answers as (
  insert into answer select r.* from gate, input, jsonb_populate_recordset(null::answer, doc->'answers') r
  on conflict (id) do nothing
),
saved_publications as (
  insert into publication select r.* from gate, input, jsonb_populate_recordset(null::publication, doc->'publications') r
  on conflict (id) do nothing
)`,
};

/** Cases whose cards show the proposal are drawn again, each by an event of its own lane. */
const PROPOSAL: SubjectSql = {
  table: "proposal",
  changes: "status, version, draft, gate, correction, withdrawn, case_ids, wanted_on, updated_at",
  parts: `
saved_versions as (
  insert into proposal_version select r.* from gate, input, jsonb_populate_recordset(null::proposal_version, doc->'versions') r
  on conflict (id) do nothing
),
saved_postings as (
  insert into content_publication
  select r.* from gate, input, jsonb_populate_recordset(null::content_publication, doc->'publications') r
  on conflict (id) do update set (url, address) = row(excluded.url, excluded.address)
  where content_publication.government_id = excluded.government_id and content_publication.url <> excluded.url
),
redrawn as (
  insert into inbox (government_id, platform, event_id, lane, payload)
  select doc->>'government_id', 'core', 'redraw:' || (doc->>'inbox_id') || ':' || case_id, 'case:' || case_id,
         jsonb_build_object('type', 'redraw', 'governmentId', doc->>'government_id', 'inquiryId', case_id)
    from gate, input, jsonb_array_elements_text(doc->'redraw_cases') as c(case_id)
  on conflict (platform, event_id) do nothing
)`,
};

const COMMON = `
saved_decisions as (
  insert into decision select r.* from gate, input, jsonb_populate_recordset(null::decision, doc->'decisions') r
  on conflict (id) do nothing
),
saved_history as (
  insert into history (government_id, subject_id, at, actor, kind, content, content_hash)
  select r.government_id, r.subject_id, r.at, r.actor, r.kind, r.content, r.content_hash
  from gate, input, jsonb_array_elements(doc->'history') with ordinality as e(value, place),
    jsonb_populate_record(null::history, e.value) r
  order by e.place
)`;

/** A card's newest row takes the place and the duties of the older ones that nobody has tried to send yet. */
const OUTBOX = `
drafts as materialized (
  select r.*, e.place from gate, input, jsonb_array_elements(doc->'outbox') with ordinality as e(value, place),
    jsonb_populate_record(null::outbox, e.value) r
),
superseded as (
  update outbox o set state = 'superseded', settled_at = now() from drafts d
  where o.government_id = d.government_id and o.card_key = d.card_key and o.card_version <= d.card_version
    and o.state = 'pending' and o.attempts = 0
  returning o.card_key, o.seq, o.duties
),
inherited as (
  select s.card_key, min(s.seq) as seq, coalesce(jsonb_agg(duty.value) filter (where duty.value is not null), '[]') as duties
  from superseded s left join lateral jsonb_array_elements(s.duties) as duty(value) on true
  group by s.card_key
),
posted as (
  insert into outbox (government_id, seq, cause_key, platform, workspace, channel, thread, lane, whisper_to, reply_to,
    expects_reply_from, content, card_key, card_version, duties, when_unknown)
  select d.government_id, coalesce(i.seq, nextval('outbox_seq_seq')), d.cause_key, d.platform, d.workspace, d.channel,
    d.thread, d.lane, d.whisper_to, d.reply_to, d.expects_reply_from, d.content, d.card_key, d.card_version,
    (select coalesce(jsonb_agg(distinct each.value), '[]')
      from jsonb_array_elements(d.duties || coalesce(i.duties, '[]')) as each(value)),
    d.when_unknown
  from drafts d left join inherited i on i.card_key = d.card_key
  order by d.place
)`;

const ASIDE = `
planned_pings as (
  insert into ping select r.* from gate, input, jsonb_populate_recordset(null::ping, doc->'pings') r
  on conflict (forward_id, stage, agency_id, purpose) do update set due_at = excluded.due_at, taken_at = null
  where ping.government_id = excluded.government_id and ping.taken_at < ping.due_at
),
cancelled_pings as (
  update ping p set taken_at = scope.case_now
  from gate, scope, input, jsonb_array_elements_text(doc->'cancel_pings_of') as c(forward_id)
  where p.government_id = scope.government_id and p.forward_id = c.forward_id and p.taken_at is null
),
opened_dialogue as (
  insert into dialogue select r.* from gate, input, jsonb_populate_record(null::dialogue, doc->'dialogue') r
  where doc->'dialogue' is not null
  on conflict (government_id, lane, user_id) do update set command = excluded.command, "values" = excluded."values",
    asking = excluded.asking, started_at = excluded.started_at, attachments = excluded.attachments
),
ended_dialogue as (
  delete from dialogue d using gate, input
  where d.government_id = doc->>'government_id' and d.lane = doc->'ended_dialogue'->>'lane'
    and d.user_id = doc->'ended_dialogue'->>'user_id'
),
saved_reply as (
  insert into reply select r.* from gate, input, jsonb_populate_record(null::reply, doc->'reply') r
  where doc->'reply' is not null
  on conflict (id) do update set text = excluded.text, state = excluded.state
  where reply.government_id = excluded.government_id
)`;

const commitSql = (subject: SubjectSql, ...more: readonly string[]): string => `with ${[
  guards(subject),
  subject.parts,
  COMMON,
  OUTBOX,
  ASIDE,
  ...more,
].join(",")}
select to_jsonb(true) as value from gate`;

/**
 * Everything one event does, in one statement and one round trip. `$1` is a CommitDocument. Either all of it is
 * written, or it fails with one of COMMIT_STATES or an error of PostgreSQL and nothing is. Those of a case are also for
 * what is about neither; the longer ones write the registry too.
 */
export const COMMIT_SQL = {
  case: commitSql(CASE),
  proposal: commitSql(PROPOSAL),
  caseAndRegistry: commitSql(CASE, REGISTRY),
  proposalAndRegistry: commitSql(PROPOSAL, REGISTRY),
} as const;
