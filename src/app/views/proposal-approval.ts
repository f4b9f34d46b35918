import { heading, linkTo, plain, text } from "../../chatkit/blocks.js";
import { standingDecisions, writersOf } from "../../domain/approval/queries.js";
import type { Case } from "../../domain/inquiry/model.js";
import type { Proposal, ProposalVersion } from "../../domain/proposal/model.js";
import { correctionBy, currentVersion, postedBefore, returnableEdit } from "../../domain/proposal/queries.js";
import type { Block } from "../../ports/chat/outbound.js";
import { postText } from "../content/post-text.js";
import { isUrgent } from "../content/urgent.js";
import { decisionLines, differenceBlocks, requestBlocks, type VersionText } from "./approval-parts.js";
import { basisNote, basisPress } from "./case-basis.js";
import { checksBlocks } from "./check-words.js";
import { accountName, contentBlocks, contentFields, type Field, fieldChanges } from "./proposal-words.js";
import { questionBlocks, respondingField } from "./responding.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

const written = ({ content, version }: ProposalVersion): VersionText => ({
  text: postText(content),
  attachments: content.attachments,
  version,
});

/** The last version before this one that the officials saw: they are not asked about an edit that keeps their approval. */
const lastSeen = ({ versions }: Proposal, { version }: ProposalVersion): ProposalVersion | undefined =>
  versions.findLast((each) => each.version < version && each.inherits === undefined);

const isOpen = (proposal: Proposal, version: ProposalVersion): boolean =>
  proposal.status === "submitted" && proposal.gate?.textId === version.id;

/** Where the text went after this version: to a newer one before the officials, or to an edit that kept their approval. */
const movedOn = ({ words }: Scenery, proposal: Proposal, { version }: ProposalVersion): string | undefined => {
  const { requests } = words.content;
  const newest = currentVersion(proposal);
  if (!newest || newest.version <= version) return undefined;
  const asked = proposal.versions.find(({ id }) => id === newest.inherits) ?? newest;
  const { code } = proposal;
  if (asked.version > version) return requests.changed(code, asked.version);
  if (proposal.status === "withdrawn" || !proposal.gate?.passed) return undefined;
  return requests.edited(code, newest.version, returnableEdit(proposal) !== undefined);
};

/** Why what is posted is corrected: beside the decision it is asked for. */
const correctionLines = ({ words }: Scenery, proposal: Proposal, version: ProposalVersion): readonly Block[] => {
  const correction = correctionBy(proposal, version);
  return correction ? [text(`${words.content.fields.correction}: ${correction.reason}`)] : [];
};

/** What stands posted that this version replaces. */
const replacedFields = (scenery: Scenery, proposal: Proposal, version: ProposalVersion): readonly Field[] =>
  postedBefore(proposal, version).map(({ accountId, url }) => ({
    label: scenery.words.content.fields.posted,
    value: [plain(`${accountName(scenery, accountId)}: `), linkTo(url)],
  }));

/** How the decision stands. */
const statusBlocks = (scenery: Scenery, proposal: Proposal, version: ProposalVersion): readonly Block[] => {
  const { requests, status } = scenery.words.content;
  const said = standingDecisions(proposal.decisions, version.id);
  const ofEdits = proposal.versions.flatMap(({ id, inherits }) =>
    inherits === version.id ? standingDecisions(proposal.decisions, id) : [],
  );
  const lines = [...said, ...ofEdits].flatMap((each) => decisionLines(scenery, each)).map((line) => text(line));
  const { code } = proposal;
  const moved = movedOn(scenery, proposal, version);
  if (moved !== undefined) return [...lines, text(moved)];
  if (!isOpen(proposal, version))
    return lines.length > 0 && proposal.status !== "withdrawn"
      ? lines
      : [...lines, text(requests.ended(code, status[proposal.status]))];
  return [
    ...(isUrgent(scenery.profile, version.content) ? [text(requests.urgent(code))] : []),
    ...lines,
    ...requestBlocks(scenery, {
      agencyId: proposal.agencyId,
      writers: writersOf(version),
      sentence: requests.select(code, version.version, version.corrects),
      forApproval: true,
      said,
    }),
  ];
};

const pressesFor = ({ words }: Scenery, proposal: Proposal, version: ProposalVersion): readonly Press[] => {
  const { buttons } = words.content;
  const edit = returnableEdit(proposal);
  if (edit?.inherits === version.id)
    return [pressForm(buttons.return, "reject", { code: proposal.code, answer: edit.id }, "danger")];
  if (!isOpen(proposal, version)) return [];
  const values = { code: proposal.code, answer: version.id };
  return [press(buttons.select, "approve", values, "primary"), pressForm(buttons.return, "reject", values, "danger")];
};

/** All that is decided about: the version's parts, what of it is posted already, and how it differs from the one before. */
const versionBlocks = (
  scenery: Scenery,
  proposal: Proposal,
  version: ProposalVersion,
  cases: readonly Case[],
): readonly Block[] => {
  const { content } = version;
  const previous = lastSeen(proposal, version);
  const items = [
    ...contentFields(scenery, content),
    ...replacedFields(scenery, proposal, version),
    ...respondingField(scenery, cases),
  ];
  return [
    { kind: "fields", items },
    ...contentBlocks(`${scenery.words.content.body} v${version.version}`, content),
    ...differenceBlocks(scenery, previous && written(previous), written(version)),
    ...fieldChanges(scenery, previous?.content, content),
    ...checksBlocks(scenery, content),
  ];
};

/**
 * One exact version of a proposal before the officials: the full text, what the checks found, its difference from the
 * version before, and the questions it responds to. Only the status with the reason of a correction, its basis, the
 * questions and the buttons ever change.
 */
export const selectionView = (
  scenery: Scenery,
  proposal: Proposal,
  version: ProposalVersion,
  cases: readonly Case[],
): View => {
  const { content: words, card } = scenery.words;
  const title = words.versionHeading(proposal.code, version.version, version.corrects);
  const open = isOpen(proposal, version);
  const basis = open ? proposal.gate : undefined;
  return {
    summary: open
      ? words.requests.select(proposal.code, version.version, version.corrects)
      : `${title} · ${words.status[proposal.status]}`,
    blocks: [
      heading(title),
      ...correctionLines(scenery, proposal, version),
      ...statusBlocks(scenery, proposal, version),
      ...questionBlocks(scenery, cases),
      ...versionBlocks(scenery, proposal, version, cases),
      ...(basis ? [basisNote(scenery, basis)] : []),
    ],
    presses: [pressesFor(scenery, proposal, version), ...(basis ? [[basisPress(scenery, basis)]] : [])],
    pointer: card.more(proposal.code),
    shownVersion: proposal.version,
  };
};
