import { bold, linkTo, plain, quote, text } from "../../chatkit/blocks.js";
import type { Proposal, ProposalContent } from "../../domain/proposal/model.js";
import { hideRemovedData } from "../../domain/proposal/personal-data.js";
import { correctionStage } from "../../domain/proposal/queries.js";
import type { Block, Span } from "../../ports/chat/outbound.js";
import { postText } from "../content/post-text.js";
import { fileBlocks } from "./attachments.js";
import { excerpt } from "./excerpt.js";
import type { Scenery } from "./view.js";

/** One line of a card's fields. */
export interface Field {
  readonly label: string;
  readonly value: readonly Span[];
}

/** An account as people write it, with its medium; the id itself of one that is not registered any more. */
export const accountName = ({ directory, profile }: Scenery, accountId: string): string => {
  const account = directory.accounts.find(({ id }) => id === accountId);
  if (!account) return accountId;
  const medium = profile.media.find(({ code }) => code === account.medium)?.name ?? account.medium;
  return `@${account.handle} · ${medium}`;
};

/** Where a proposal stands; while what is posted is corrected, both. */
export const proposalStatus = ({ words }: Scenery, proposal: Proposal): string => {
  const stage = correctionStage(proposal);
  return stage === undefined ? words.content.status[proposal.status] : words.content.correcting[stage];
};

/** What content is about, on one line of a list; a draft may have no theme yet. */
export const themeOf = ({ words }: Scenery, theme: string): string =>
  theme === "" ? words.content.noTheme : excerpt(theme);

/** A word of the profile's list; of another profile's, which an older form offered, its name all the same. */
export const named = (
  { locale, words }: Scenery,
  items: readonly { readonly code: string; readonly name: { readonly id: string; readonly en: string } }[],
  code: string,
): string => items.find((each) => each.code === code)?.name[locale] ?? words.choices[code] ?? code;

/** Another lawful basis, with its article: the official approves what stands outside the list on it. */
export const basisNamed = (scenery: Scenery, code: string): string => {
  const { profile, words } = scenery;
  const { lawfulBases } = profile.contentCategories;
  const rule = lawfulBases.find((each) => each.code === code);
  const name = named(scenery, lawfulBases, code);
  return rule ? `${name} (${rule.citation} · ${words.level[rule.level]})` : name;
};

/** A day as people read it: "5 Mar 2026". */
export const dayText = ({ locale }: Scenery, iso: string): string =>
  new Intl.DateTimeFormat(locale === "id" ? "id-ID" : "en-GB", {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(new Date(`${iso}T00:00:00Z`));

/** What a proposal is about besides its text, by its label; undefined where nothing was filled in. */
const labelled = (
  scenery: Scenery,
  content: ProposalContent,
): readonly (readonly [label: string, value: string | undefined])[] => {
  const { fields, noAccounts } = scenery.words.content;
  const { contentCategories } = scenery.profile;
  const { category, lawfulBasis, source, wantedOn, audience, influencer, policy, accountIds } = content;
  const accounts = accountIds.map((id) => accountName(scenery, id)).join(", ");
  return [
    [fields.theme, content.theme],
    [fields.category, category && named(scenery, contentCategories.items, category)],
    [fields.basis, lawfulBasis && basisNamed(scenery, lawfulBasis)],
    [fields.source, source],
    [fields.accounts, accounts === "" ? noAccounts : accounts],
    [fields.wanted, wantedOn && dayText(scenery, wantedOn)],
    [fields.audience, audience],
    [fields.influencer, influencer],
    [fields.policy, policy],
  ];
};

/** The same for a card: only what was filled in. */
export const contentFields = (scenery: Scenery, content: ProposalContent): readonly Field[] =>
  labelled(scenery, content).flatMap(([label, value]) => (value ? [{ label, value: [linkTo(value)] }] : []));

const reasonOf = ({ reasons }: ProposalContent): string | undefined => Object.values(reasons)[0];

/** Which of these are not what they were, with both: an approval belongs to them as well. */
export const fieldChanges = (
  scenery: Scenery,
  before: ProposalContent | undefined,
  content: ProposalContent,
): readonly Block[] => {
  if (!before) return [];
  const { fields, changed } = scenery.words.content;
  const rows = (each: ProposalContent) => [...labelled(scenery, each), [fields.why, reasonOf(each)] as const];
  const former = new Map(rows(before));
  return rows(content).flatMap(([label, value]) => {
    const was = former.get(label);
    if (was === value) return [];
    return [text(bold(`${label}: `), plain(changed(was && hideRemovedData(was, value ?? ""), value)))];
  });
};

/** The text as it is posted, as far as there is one, with its files. */
export const contentBlocks = (label: string, content: ProposalContent): readonly Block[] => {
  const words = postText(content).trim();
  return [text(bold(label)), ...(words === "" ? [] : [quote(words)]), ...fileBlocks(content.attachments)];
};
