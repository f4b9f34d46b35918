import type { Database } from "./database.js";
import type { Finding } from "./finding.js";
import type { Journey, JourneyName } from "./journeys.js";

/** What is in the database of a case: its state, its history's kinds, and how many rows it has of everything else. */
interface Trace {
  readonly text: string;
  readonly cases: number;
  readonly trace: string;
}

const TRACES = `select w.text, count(i.id)::int as cases, coalesce(min(i.status || ' | ' ||
    (select string_agg(h.kind, ' ' order by h.kind) from history h where h.subject_id = i.id) || ' | ' ||
    (select count(*) from forward f where f.inquiry_id = i.id) || ' forwards ' ||
    (select count(*) from answer a where a.inquiry_id = i.id) || ' answers ' ||
    (select count(*) from decision d where d.subject_id = i.id) || ' decisions ' ||
    (select count(*) from publication p where p.inquiry_id = i.id) || ' publications'), 'nothing') as trace
  from jsonb_array_elements_text($1::jsonb) as w(text) left join inquiry i on i.text = w.text group by w.text`;

const FORWARDED =
  "agencyAnswered answerSubmitted closed forwardDelivered forwarded published ready received | " +
  "1 forwards 1 answers 0 decisions 1 publications";

/** What an undisturbed run leaves of each journey. */
const EXPECTED: Readonly<Record<JourneyName, string>> = {
  forwarded: `closed | ${FORWARDED}`,
  approved:
    "closed | answerSubmitted closed decided published ready received | 0 forwards 1 answers 1 decisions 1 publications",
  combined:
    "closed | agencyAnswered agencyAnswered answerSubmitted closed forwardDelivered forwardDelivered forwarded forwarded " +
    "published ready received | 2 forwards 1 answers 0 decisions 1 publications",
  asked: "received | received | 0 forwards 0 answers 0 decisions 0 publications",
  undelivered: "forwarded | forwarded received undeliverable | 1 forwards 0 answers 0 decisions 0 publications",
  overdue: `closed | ${FORWARDED}`,
};

const UNEXPECTED = `select h.kind || coalesce(' of ' || i.text, ' without a case') as what
  from history h left join inquiry i on i.id = h.subject_id
  where h.id > $1::bigint and (i.id is null or i.text not in (select jsonb_array_elements_text($2::jsonb)))`;

/** Every event in the inbox exactly once is the database's own constraint; that it is there at all is not. */
const MISSING = `select e.id as what from jsonb_array_elements_text($1::jsonb) as e(id)
  where not exists (select 1 from inbox where event_id = e.id)`;

/** Compares the cases with what the journeys must have left, each event's effect exactly once, and nothing else. */
export async function compareEffects(
  database: Database,
  journeys: readonly Journey[],
  more: readonly string[],
  sinceHistory: string,
): Promise<Pick<Finding, "lost" | "wrong">> {
  const texts = JSON.stringify(journeys.map(({ text }) => text));
  const traces = new Map((await database.rows<Trace>(TRACES, texts)).map((one) => [one.text, one]));
  const events = JSON.stringify([...journeys.flatMap((journey) => journey.events), ...more]);
  const missing = await database.rows<{ what: string }>(MISSING, events);
  const unexpected = await database.rows<{ what: string }>(UNEXPECTED, sinceHistory, texts);
  const wrong = journeys.flatMap(({ name, text }) => {
    const { cases = 0, trace = "nothing" } = traces.get(text) ?? {};
    return cases === 1 && trace === EXPECTED[name] ? [] : [`${cases} cases of ${text}: ${trace}`];
  });
  return {
    lost: missing.map(({ what }) => `${what} was acknowledged and is not in the inbox`),
    wrong: [...wrong, ...unexpected.map(({ what }) => `history: ${what}`)],
  };
}
