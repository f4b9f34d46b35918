import { bold, linkTo, note, plain, quote, text } from "../../chatkit/blocks.js";
import type { Proposal, ProposalContent } from "../../domain/proposal/model.js";
import { correctionStage } from "../../domain/proposal/queries.js";
import type { Block, Span } from "../../ports/chat/outbound.js";
import { type CheckResult, checkContent } from "../content/checks.js";
import { missingIn } from "../content/missing.js";
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

const named = (
  { locale }: Scenery,
  items: readonly { readonly code: string; readonly name: { readonly id: string; readonly en: string } }[],
  code: string,
): string => items.find((each) => each.code === code)?.name[locale] ?? code;

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
    [fields.basis, lawfulBasis && named(scenery, contentCategories.lawfulBases, lawfulBasis)],
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
    return was === value ? [] : [text(bold(`${label}: `), plain(changed(was, value)))];
  });
};

/** The text as it is posted, as far as there is one, with its files. */
export const contentBlocks = (label: string, content: ProposalContent): readonly Block[] => {
  const words = postText(content).trim();
  return [text(bold(label)), ...(words === "" ? [] : [quote(words)]), ...fileBlocks(content.attachments)];
};

const checkBlocks = (scenery: Scenery, { check, findings, reason }: CheckResult): readonly Block[] => {
  const { severity, finding, overridden } = scenery.words.content;
  if (findings.length === 0) return [];
  const said = [...new Set(findings.map((values) => finding[check.code]?.(values) ?? ""))].join(" ");
  const { words, locale } = scenery;
  const asked = [said, check.fix[locale]].filter((each) => each !== "").join(" ");
  const mark = check.severity === "warn" ? "⚠️" : "⛔";
  return [
    reason === undefined
      ? text(`${mark} `, bold(`${severity[check.severity]}: `), plain(asked))
      : text("⚠️ ", bold(overridden(reason)), plain(` ${said}`)),
    note(words.card.basis(check.citation, words.level[check.level])),
  ];
};

/** What has to be filled in before anybody is asked about it. */
const missingBlocks = ({ words }: Scenery, content: ProposalContent): readonly Block[] =>
  missingIn(content).map((part) =>
    text("⛔ ", bold(`${words.content.severity.block}: `), plain(words.content.missing[part])),
  );

/** What it lacks, and what the profile's checks find, each with how to mend it and its article. */
export const checksBlocks = (scenery: Scenery, content: ProposalContent): readonly Block[] => {
  const { directory, profile, words } = scenery;
  const accounts = directory.accounts.filter(({ id }) => content.accountIds.includes(id));
  const found = checkContent({ content: { ...content, ethicsRead: true }, profile, accounts });
  const blocks = [...missingBlocks(scenery, content), ...found.flatMap((result) => checkBlocks(scenery, result))];
  return [text(bold(words.content.checks)), ...(blocks.length > 0 ? blocks : [text(words.content.checksFine)])];
};

/** The list of ethics an officer is to read before submitting. */
export const ethicsBlocks = ({ profile, words, locale }: Scenery): readonly Block[] => [
  text(bold(words.content.ethics)),
  text(profile.ethics.map(({ summary }) => `• ${summary[locale]}`).join("\n")),
];
