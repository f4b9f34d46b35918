import { createHash } from "node:crypto";
import { graphemesOf } from "../../domain/medium/lengths.js";
import type { ProposalContent } from "../../domain/proposal/model.js";
import { personalDataIn } from "../../domain/proposal/personal-data.js";
import type { Account } from "../../domain/registry/model.js";
import type { Profile } from "../../regulations/schema.js";
import { excerptOf } from "../excerpt.js";
import { mediumTextOf } from "./medium-text.js";
import { hashtagsIn, postText } from "./post-text.js";

type Check = Profile["checks"][number];
export type CheckCode = Check["code"];

/**
 * What a check found amiss, once for each account or datum. The catalogue has a sentence for each check. `own`: it rests on
 * no article, also where the check does.
 */
export type FindingValues = Readonly<Record<string, string | number>>;

const KEY_LETTERS = 16;

/** A check of the profile and what it found. Empty `findings`: nothing. */
export interface CheckResult {
  readonly check: Check;
  readonly findings: readonly FindingValues[];
  /** Each finding in one word, as it is kept with the reason given for it. */
  readonly keys: readonly string[];
  /** Why it is proposed all the same, where the check allows that and somebody said so. */
  readonly reason?: string;
  /** It keeps the proposal from being submitted. */
  readonly blocks: boolean;
}

/** What the checks look at. */
export interface Checked {
  readonly content: ProposalContent;
  readonly profile: Profile;
  /** The accounts it is for. */
  readonly accounts: readonly Account[];
}

const NOTHING: readonly FindingValues[] = [];
const SOMETHING: readonly FindingValues[] = [{}];

/** KB 9e: the theme carries a "#", in what is posted; the theme itself is not. */
const hashtag = ({ content }: Checked) => (hashtagsIn(postText(content)).length > 0 ? NOTHING : SOMETHING);

/**
 * KL 12: the list is closed, unless another lawful basis is named. Where it is open any category will do. What was typed
 * instead of one of either list is found by its name.
 */
const category = ({ content, profile: { contentCategories } }: Checked): readonly FindingValues[] => {
  const { closed, items, lawfulBases } = contentCategories;
  const listed = items.some(({ code }) => code === content.category);
  const lawful = lawfulBases.some(({ code }) => code === content.lawfulBasis);
  if (!closed || listed || lawful) return NOTHING;
  const typed = [
    ...(content.category === undefined ? [] : [{ category: excerptOf(content.category) }]),
    ...(content.lawfulBasis === undefined ? [] : [{ basis: excerptOf(content.lawfulBasis) }]),
  ];
  return typed.length === 0 ? SOMETHING : typed;
};

/** JB 9f: where the facts come from. */
const source = ({ content }: Checked) => (content.source === undefined ? SOMETHING : NOTHING);

/**
 * The regulation's figure for the kind of medium, counted as people see characters, with what the medium itself takes today;
 * and that alone, which is no article's, where only the medium's figure is passed.
 */
const length = ({ content, profile, accounts }: Checked) =>
  accounts.flatMap(({ medium, handle }): readonly FindingValues[] => {
    const known = profile.media.find(({ code }) => code === medium);
    const lawful = profile.mediaKinds.find(({ code }) => code === known?.kind)?.maxChars;
    const text = postText(content);
    const { length: today, maxChars, parts, tooLong } = mediumTextOf(medium, text);
    const chars = graphemesOf(text);
    const limits = {
      ...{ medium: known?.name ?? medium, account: handle, length: today },
      ...(maxChars === undefined ? {} : { max: maxChars }),
      ...(tooLong || parts.length > 1 ? { parts: tooLong ? 0 : parts.length } : {}),
    };
    if (lawful !== undefined && chars > lawful) return [{ ...limits, lawful, chars }];
    return "parts" in limits ? [{ ...limits, own: "yes" }] : [];
  });

/** Two data may look alike once their middle is hidden; a reason is for one of them, and is kept without the datum itself. */
const digestOf = (datum: string): string => createHash("sha256").update(datum).digest("hex").slice(0, KEY_LETTERS);

/** NIK, KK, phone numbers, addresses, plates: what looks like them in anything that is posted. */
const personalData = ({ content }: Checked) =>
  personalDataIn([postText(content), ...content.attachments.flatMap(({ altText }) => altText ?? [])].join("\n")).map(
    ({ kind, datum, shown }) => ({ kind, shown, key: `${kind} ${digestOf(datum)}` }),
  );

const ethics = ({ content }: Checked) => (content.ethicsRead ? NOTHING : SOMETHING);

const checks: Readonly<Record<CheckCode, (checked: Checked) => readonly FindingValues[]>> = {
  hashtag,
  category,
  source,
  length,
  "personal-data": personalData,
  ethics,
};

const blocks = ({ severity }: Check, reason: string | undefined): boolean =>
  severity === "block" || (severity === "block-with-reason" && reason === undefined);

/** The reason somebody gave, while it answers all that is found. */
const reasonFor = ({ reasons, reasonsFor }: ProposalContent, code: CheckCode, keys: readonly string[]) =>
  keys.length > 0 && keys.every((key) => reasonsFor?.[code]?.includes(key)) ? reasons[code] : undefined;

/** What the checks of a profile find in a proposal, in the profile's order. */
export const checkContent = (checked: Checked): readonly CheckResult[] =>
  checked.profile.checks.map((check) => {
    const findings = checks[check.code](checked);
    const keys = findings.map(({ key, ...values }) => String(key ?? Object.values(values).join(" ")));
    const reason = reasonFor(checked.content, check.code, keys);
    return {
      check,
      findings,
      keys,
      ...(reason === undefined ? {} : { reason }),
      blocks: findings.length > 0 && blocks(check, reason),
    };
  });
