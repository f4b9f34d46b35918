import { bold, note, plain, text } from "../../chatkit/blocks.js";
import type { ProposalContent } from "../../domain/proposal/model.js";
import type { Basis } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import { type CheckResult, checkContent, type FindingValues } from "../content/checks.js";
import { missingIn } from "../content/missing.js";
import { basisNamed, named } from "./proposal-words.js";
import type { Scenery } from "./view.js";

/** The level of what no article says. */
const OWN = "internal-policy";

/** A category of another profile's list, which an older form offered, by its name. */
const readable = (scenery: Scenery, { category, ...values }: FindingValues): FindingValues =>
  category === undefined
    ? values
    : { ...values, category: named(scenery, scenery.profile.contentCategories.items, String(category)) };

/** What there is to choose from: each category and each other basis with its article. */
const choiceBlocks = (scenery: Scenery): readonly Block[] => {
  const { fields } = scenery.words.content;
  const { items, lawfulBases } = scenery.profile.contentCategories;
  const categories = items.map(({ name, citation }) => `${name[scenery.locale]} (${citation})`);
  const bases = lawfulBases.map(({ code }) => basisNamed(scenery, code));
  return [
    text(bold(`${fields.category}: `), plain(categories.join("; "))),
    ...(bases.length > 0 ? [text(bold(`${fields.basis}: `), plain(bases.join("; ")))] : []),
  ];
};

const checkBlocks = (scenery: Scenery, result: CheckResult): readonly Block[] => {
  const isOwn = ({ own }: FindingValues) => own !== undefined;
  const ruled = result.findings.filter((each) => !isOwn(each));
  return [
    ...findingBlocks(scenery, { ...result, findings: ruled }, result.check),
    ...findingBlocks(scenery, { ...result, findings: result.findings.filter(isOwn) }, undefined),
  ];
};

/** What was found and how to mend it, with the rule it rests on; without one it is our own. */
const findingBlocks = (
  scenery: Scenery,
  { check, findings, reason }: CheckResult,
  rule: Basis | undefined,
): readonly Block[] => {
  const { severity, finding, overridden } = scenery.words.content;
  if (findings.length === 0) return [];
  const said = [...new Set(findings.map((each) => finding[check.code]?.(readable(scenery, each)) ?? ""))].join(" ");
  const { words, locale } = scenery;
  const asked = [said, check.fix[locale]].filter((each) => each !== "").join(" ");
  const mark = check.severity === "warn" ? "⚠️" : "⛔";
  return [
    reason === undefined
      ? text(`${mark} `, bold(`${severity[check.severity]}: `), plain(asked))
      : text("⚠️ ", bold(overridden(reason)), plain(` ${said}`)),
    ...(check.code === "category" ? choiceBlocks(scenery) : []),
    note(rule ? words.card.basis(rule.citation, words.level[rule.level]) : words.card.basisLevel(words.level[OWN])),
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
