import { z } from "zod";
import { levels } from "../domain/level.js";
import { citationPattern, placesOf, type Rule } from "./citation.js";

/** The longest summary that still fits a card, a modal and one glance, in characters. */
const maxSummaryChars = 200;

const text = z.string().trim().min(1).max(maxSummaryChars);
const code = z.string().regex(/^[a-z][a-z0-9-]*$/);
const letter = z.string().regex(/^[a-z]$/);
const localized = z.strictObject({ id: text, en: text }).readonly();
const cited = { citation: z.string().regex(citationPattern), level: z.enum(levels) };
const ruled = { ...cited, summary: localized };
const named = { name: localized, ...ruled };

const object = <Shape extends z.core.$ZodShape>(shape: Shape) => z.strictObject(shape).readonly();
const listOf = <Shape extends z.core.$ZodShape>(shape: Shape) => z.array(object(shape)).readonly();

const appointedRole = z.enum(["officer", "official"]);
const source = z.enum(["computed", "entered", "both"]);
const gate = object({ kind: z.enum(["none", "report", "approve"]), ...ruled });
const checkCode = z.enum(["hashtag", "category", "source", "length", "personal-data", "ethics"]);
const rule = object(ruled);
const ownRule = object({ ...ruled, level: z.enum(levels).exclude(["regulation"]) });
const internalRule = object({ ...ruled, level: z.literal("internal-policy") });
const party = object(named);
const point = { letter, ...ruled };

const sop = object({
  scope: z.enum(["agency", "government"]),
  instrument: localized,
  issuer: localized,
  mayShorten: z.literal(true),
  mayLengthen: z.boolean(),
  maxHours: z.number().int().positive().optional(),
  ...ruled,
});

const people = {
  roles: object({ officer: party, official: party, head: party, communications: party }),
  agencyTerm: party,
  appointments: listOf({
    role: appointedRole,
    instrument: localized,
    issuer: localized,
    scope: z.enum(["agency", "non-structural"]).optional(),
    ...ruled,
  }),
  accountDesignation: object({ instrument: localized, issuer: localized, ...ruled }).optional(),
  civilServantsOnly: listOf({ role: appointedRole, ...ruled }),
  staffing: listOf({ code, ...named }),
};

const service = {
  inquiryKinds: listOf({
    code: z.enum(["question", "comment", "criticism", "suggestion", "opinion", "input", "complaint"]),
    name: localized,
    ...cited,
  }),
  flow: object({ received: rule, available: rule, contact: rule, agencyAnswer: rule, reply: rule }),
  gates: object({ available: gate, inHouse: gate, forwarded: gate }),
  deadline: object({ hours: z.number().int().positive(), sop, ...ruled }),
};

const content = {
  mediaKinds: listOf({ code, maxChars: z.number().int().positive().optional(), ...named }),
  media: listOf({ code, name: text, kind: code, ...cited }),
  contentCategories: object({
    closed: z.boolean(),
    items: listOf({
      code,
      alertsOfficials: z.literal(true).optional(),
      alsoCalled: z.array(text).readonly().optional(),
      ...named,
    }),
    lawfulBases: listOf({ code, ...named }),
    ...ruled,
  }),
  contentFlow: object({
    submitted: rule,
    selected: rule,
    reapproval: ownRule,
    returned: rule,
    editing: rule,
    published: rule,
    withdrawn: internalRule,
    corrected: internalRule,
  }),
  contentGate: object({ kind: z.enum(["none", "approve"]), ...ruled }),
  regularPosting: rule,
  checks: listOf({
    code: checkCode,
    severity: z.enum(["block", "block-with-reason", "warn"]),
    fix: localized,
    ...ruled,
  }),
};

const report = {
  reportItems: listOf({
    code,
    letter,
    source,
    parts: listOf({ code, name: localized, source }).optional(),
    ...named,
  }),
  reportMaker: party,
  reportSigner: object({ act: z.enum(["sign", "acknowledge"]), ...named }),
  reportRecipients: listOf({ step: z.enum(["via", "to"]), ...named }),
  evaluator: party,
  evaluationFeeds: rule,
};

const shape = object({
  key: z.string().regex(/^[a-z]+(?:-[a-z]+)*-\d{4}$/),
  title: localized,
  shortTitle: text,
  number: z.number().int().positive(),
  year: z.number().int().min(1945),
  inForceSince: z.iso.date(),
  inForce: rule,
  ...people,
  ...service,
  ...content,
  ...report,
  interpretations: listOf({ code, ...ruled, level: z.enum(levels).exclude(["regulation"]) }),
  ethics: listOf(point),
  duties: listOf(point),
  notes: z.array(rule).readonly(),
  articles: listOf({ ...ruled, level: z.literal("regulation"), letter: letter.optional() }),
});

/**
 * One regulation as data; see `profileSchema` for what holds between its parts.
 *
 * - `inForceSince`: ISO date of promulgation. `inForce`: the article that makes that date count.
 * - `civilServantsOnly`, `staffing`: empty where the text asks for nothing; `accountDesignation`: absent likewise.
 * - `media`: what people call a medium ("Instagram") and the kind of the regulation it falls under.
 * - `contentCategories.items`: `alsoCalled`: other words officers type for one.
 * - `contentCategories.lawfulBases`: other articles a proposal may name when the list is closed.
 * - `contentFlow.reapproval`: why an edit after selection is approved again; never the regulation's own.
 * - `regularPosting`: why an account must not fall silent; no text says after how many days it has.
 * - `deadline.hours`: clock hours of the related agency; `deadline.sop.maxHours`: absent where the procedure sets them freely.
 * - `reportItems`: the least a yearly report holds, one per letter; `parts` where one letter asks for several things.
 *   `source`: counted from what the bot keeps, entered by people for the report, or both.
 * - `reportRecipients`: the way of the report, in its order.
 * - `interpretations`: all our own rules, each at its level. `notes`: slips in the text and how they are read.
 * - `articles`: summaries of cited places that no other entry summarises.
 */
export type Profile = z.infer<typeof shape>;

const ruleShape = z.object(ruled).transform(({ citation, level, summary }): Rule => ({ citation, level, summary }));
const citedShape = z.object({ citation: z.string() });

function nodesOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(nodesOf)];
}

function rulesOf(value: unknown): readonly Rule[] {
  return nodesOf(value).flatMap((node) => {
    const parsed = ruleShape.safeParse(node);
    return parsed.success ? [parsed.data] : [];
  });
}

// The regulation says one thing at one place: its first summary stands. Our own rules at a place may be several.
const identityOf = ({ citation, level, summary }: Rule): string =>
  level === "regulation" ? citation : `${citation}|${level}|${summary.id}`;

/**
 * Every citation in a profile with its summary, deduplicated: what `/rules` and a tap on "Dasar: …" show.
 * A place has one entry of level `regulation` and as many of our own levels as rules rest on it.
 */
export function articlesOf(profile: Profile): readonly Rule[] {
  const byIdentity = new Map<string, Rule>();
  for (const found of rulesOf([profile.articles, profile.flow, profile])) {
    if (!byIdentity.has(identityOf(found))) byIdentity.set(identityOf(found), found);
  }
  return [...byIdentity.values()];
}

/**
 * What a tap on one citation shows: the entries at exactly that citation, then those of level `regulation` at each place
 * it names. Empty only for a citation the profile does not hold.
 */
export function articlesAt(profile: Profile, citation: string): readonly Rule[] {
  const all = articlesOf(profile);
  const places = placesOf(citation);
  const exact = all.filter((entry) => entry.citation === citation);
  const parts = all.filter((entry) => entry.level === "regulation" && places.includes(entry.citation));
  return [...new Set([...exact, ...parts])];
}

function unsummarised(profile: Profile): readonly string[] {
  const summarised = new Set(
    articlesOf(profile)
      .filter(({ level }) => level === "regulation")
      .map(({ citation }) => citation),
  );
  const places = nodesOf(profile).flatMap((node) => {
    const parsed = citedShape.safeParse(node);
    return parsed.success ? placesOf(parsed.data.citation) : [];
  });
  return [...new Set(places)].filter((place) => !summarised.has(place));
}

function faultsOf(profile: Profile): readonly string[] {
  const { sop: procedure } = profile.deadline;
  const { closed, lawfulBases } = profile.contentCategories;
  const kinds = new Set(profile.mediaKinds.map((kind) => kind.code));
  const lists = [profile.inquiryKinds, profile.mediaKinds, profile.media, profile.contentCategories.items];
  const keyed = [...lists, profile.checks, profile.reportItems, profile.interpretations];
  const doubled = keyed.some((list) => new Set(list.map((entry) => entry.code)).size !== list.length);
  return [
    ...unsummarised(profile).map((place) => `cited without a summary of what the regulation says there: ${place}`),
    ...profile.media.filter(({ kind }) => !kinds.has(kind)).map(({ kind }) => `unknown media kind: ${kind}`),
    ...(doubled ? ["two entries of one list share a code"] : []),
    ...(procedure.maxHours !== undefined && procedure.maxHours < profile.deadline.hours
      ? ["hours exceed maxHours"]
      : []),
    ...(procedure.mayLengthen === (procedure.maxHours === undefined) ? [] : ["maxHours contradicts mayLengthen"]),
    ...(!closed && lawfulBases.length > 0 ? ["an open list needs no other lawful basis"] : []),
    ...(profile.key.endsWith(`-${profile.year}`) ? [] : ["the key does not end in the year"]),
  ];
}

/**
 * Parses one regulation profile. Beyond the shape it refuses a cited place without a summary of the regulation's own
 * words, codes used twice in a list, a medium of an unknown kind, and an SOP that may lengthen and has a maximum.
 */
export const profileSchema = shape.superRefine((profile, context) => {
  for (const message of faultsOf(profile)) context.addIssue({ code: "custom", message });
});
