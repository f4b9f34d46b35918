import type { ProposalContent } from "../../domain/proposal/model.js";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import { dayIn } from "../../domain/time/local-day.js";
import type { Context } from "../context.js";
import { excerptOf } from "../excerpt.js";
import { accountsNamed, accountsOf } from "./accounts.js";
import { EMPTY, withReason } from "./reasons.js";
import { themeHashtags, themeInWords } from "./theme.js";
import { wantedDay } from "./wanted-day.js";

/** What somebody typed of a proposal, by input; what is absent stays as it was. */
export interface TypedContent {
  readonly theme?: string | undefined;
  readonly text?: string | undefined;
  readonly category?: string | undefined;
  readonly basis?: string | undefined;
  readonly hashtags?: string | undefined;
  readonly source?: string | undefined;
  readonly accounts?: string | undefined;
  readonly wanted?: string | undefined;
  readonly audience?: string | undefined;
  readonly influencer?: string | undefined;
  readonly policy?: string | undefined;
  readonly why?: string | undefined;
  /** "none" takes the files off. */
  readonly files?: string | undefined;
}

const once = (tags: readonly string[]): readonly string[] =>
  tags.filter((tag, index) => tags.findIndex((each) => each.toLowerCase() === tag.toLowerCase()) === index);

/** Those typed, or else those it has; and each "#" of the theme. */
const hashtagsOf = (before: ProposalContent, { hashtags, theme = "" }: TypedContent): readonly string[] | Refusal => {
  const typed = hashtags === EMPTY ? "" : hashtags;
  const tags = typed?.split(/[\s,]+/).flatMap((word) => word.replace(/^#+/, "") || []) ?? before.hashtags;
  const bad = tags.find((tag) => !/^[\p{L}\p{N}_]+$/u.test(tag));
  if (bad !== undefined) return refuse("badHashtag", { hashtag: excerptOf(bad) });
  return once([...tags, ...themeHashtags(theme)]);
};

interface Item {
  readonly code: string;
  readonly name: { readonly id: string; readonly en: string };
  readonly citation: string;
  readonly alsoCalled?: readonly string[] | undefined;
}

/** In any case, however it is spaced: "pasal 14 Huruf b" is "Pasal 14 huruf b". */
const bare = (word: string): string => word.toLowerCase().replace(/\s+/g, "");

/**
 * A code of the profile's list by its code, one of its names or its article; anything else as it was typed (an open list
 * takes it).
 */
const listed = (items: readonly Item[], typed: string): string => {
  const named = items.find(({ code, name, citation, alsoCalled = [] }) =>
    [code, name.id, name.en, citation, ...alsoCalled].some((each) => bare(each) === bare(typed)),
  );
  return named?.code ?? typed;
};

const blank: ProposalContent = {
  theme: "",
  body: "",
  hashtags: [],
  accountIds: [],
  attachments: [],
  reasons: {},
  ethicsRead: false,
};

type Optional = "category" | "lawfulBasis" | "source" | "audience" | "influencer" | "policy" | "wantedOn";

const optional = (before: ProposalContent, part: Optional, typed: string | undefined): Partial<ProposalContent> => {
  const value = typed ?? before[part];
  return value === undefined || value === EMPTY ? {} : { [part]: value };
};

const fieldsOf = ({ profile }: Context, before: ProposalContent, typed: TypedContent): Partial<ProposalContent> => {
  const { items, lawfulBases } = profile.contentCategories;
  return {
    ...optional(before, "category", typed.category && listed(items, typed.category)),
    ...optional(before, "lawfulBasis", typed.basis && listed(lawfulBases, typed.basis)),
    ...optional(before, "source", typed.source),
    ...optional(before, "audience", typed.audience),
    ...optional(before, "influencer", typed.influencer),
    ...optional(before, "policy", typed.policy),
  };
};

/** Whether this day is newly wanted, and over. */
const isOver = ({ directory, now }: Context, before: ProposalContent, day: string | undefined): boolean =>
  day !== undefined && day !== EMPTY && day !== before.wantedOn && day < dayIn(directory.government.zone, now);

/** As `/answer` does: new files replace the former. Of a file that came twice the newest alternative text counts. */
const filesOf = ({ attachments }: Context, before: ProposalContent, files: string | undefined) => {
  if (attachments.length > 0) return [...new Map(attachments.map((file) => [file.key, file])).values()];
  return files === "none" ? [] : before.attachments;
};

/**
 * The content of an agency's proposal as it is after somebody wrote this on it. Without accounts named a new one is for
 * all of the agency's.
 */
export const writtenContent = (
  context: Context,
  agencyId: string,
  before: ProposalContent | undefined,
  typed: TypedContent,
): ProposalContent | Refusal => {
  const { directory, now } = context;
  const base = before ?? blank;
  const known = accountsOf(directory, agencyId, now);
  const all = before ? before.accountIds : known.map(({ id }) => id);
  const accountIds = typed.accounts === undefined ? all : accountsNamed(known, typed.accounts);
  if (isRefusal(accountIds)) return accountIds;
  const hashtags = hashtagsOf(base, typed);
  if (isRefusal(hashtags)) return hashtags;
  const { wanted } = typed;
  const wantedOn =
    wanted === undefined || wanted === EMPTY ? wanted : wantedDay(wanted, now, directory.government.zone);
  if (wanted !== undefined && wantedOn === undefined) return refuse("badDay", { day: excerptOf(wanted) });
  if (isOver(context, base, wantedOn)) return refuse("pastDay", { day: excerptOf(wanted ?? "") });
  const content = {
    theme: typed.theme === undefined ? base.theme : themeInWords(typed.theme),
    body: typed.text ?? base.body,
    hashtags,
    accountIds,
    attachments: filesOf(context, base, typed.files),
    ...fieldsOf(context, base, typed),
    ...optional(base, "wantedOn", wantedOn),
    reasons: base.reasons,
    ...(base.reasonsFor ? { reasonsFor: base.reasonsFor } : {}),
    ethicsRead: false,
  };
  const accounts = known.filter(({ id }) => accountIds.includes(id));
  return withReason({ content, profile: context.profile, accounts }, typed.why);
};
