import { heading, linkTo, plain, text } from "../../chatkit/blocks.js";
import { standingDecisions } from "../../domain/approval/queries.js";
import type { Case } from "../../domain/inquiry/model.js";
import type { Proposal } from "../../domain/proposal/model.js";
import { accountsLeft, correctionStage, currentVersion, givenUpTo, writtenOf } from "../../domain/proposal/queries.js";
import type { Basis } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import { accountsWaiting } from "../content/accounts.js";
import { seenOf } from "../content/seen.js";
import { decisionLines } from "./approval-parts.js";
import { basisNote, basisPress } from "./case-basis.js";
import { checksBlocks, ethicsBlocks } from "./check-words.js";
import { accountName, contentBlocks, contentFields, type Field, proposalStatus } from "./proposal-words.js";
import { respondingField } from "./responding.js";
import { personName, timeIn } from "./scenery.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

/** The account is asked for only where several are left. */
const postedPress = ({ words, directory, now }: Scenery, proposal: Proposal): Press => {
  const only = accountsWaiting(directory, proposal, now).length === 1;
  const form = only ? "postedContent" : "postedOn";
  return pressForm(words.buttons.posted, "posted", { code: proposal.code }, "primary", form);
};

/** Opens the form to write on it, which knows what it opens with: somebody else may write meanwhile. */
export const writePress = (scenery: Scenery, proposal: Proposal, label: string, tone?: Press["tone"]): Press =>
  pressForm(label, "propose", { code: proposal.code, seen: seenOf(scenery, proposal) }, tone);

/** What its agency may do with it now, the likeliest first. */
export const stepsOf = (scenery: Scenery, proposal: Proposal): readonly Press[] => {
  const { words } = scenery;
  const { buttons } = words.content;
  const values = { code: proposal.code };
  const write = (label: string, tone?: Press["tone"]) => writePress(scenery, proposal, label, tone);
  const submit = proposal.draft ? [press(buttons.submit, "submit", values, "primary")] : [];
  const withdraw = pressForm(buttons.withdraw, "close", values);
  const giveUp = givenUpTo(proposal) ? [press(buttons.discard, "discard", values)] : [];
  switch (proposal.status) {
    case "collected":
      return [...submit, write(buttons.write), withdraw];
    case "submitted":
      return [...submit, write(buttons.write), withdraw];
    case "returned":
      return [...submit, write(buttons.write, proposal.draft ? undefined : "primary"), ...giveUp, withdraw];
    case "editing":
      return [...submit, write(buttons.write), press(buttons.discard, "discard", values), withdraw];
    case "ready": {
      const begun = accountsLeft(proposal).length < (currentVersion(proposal)?.content.accountIds.length ?? 0);
      return [
        postedPress(scenery, proposal),
        press(buttons.texts, "copy", values),
        write(buttons.edit),
        ...(begun ? [press(buttons.enough, "enough", values)] : []),
        withdraw,
      ];
    }
    case "published":
    case "corrected":
      return [pressForm(buttons.correct, "reopen", values), withdraw];
    case "withdrawn":
      return [];
    default:
      return proposal.status satisfies never;
  }
};

/** What the present step rests on, by the profile (jabar-2019 Lamp. D; elsewhere, and for what is ours, internal policy). */
const basisOf = ({ profile }: Scenery, { status, gate, draft }: Proposal): Basis => {
  const { contentFlow } = profile;
  if (status === "collected") return contentFlow.submitted;
  if (status === "submitted") return gate ?? contentFlow.selected;
  if (status === "editing") return draft?.from === undefined ? contentFlow.editing : contentFlow.corrected;
  return contentFlow[status === "ready" ? "published" : status];
};

const progressFields = (scenery: Scenery, proposal: Proposal, cases: readonly Case[]): readonly Field[] => {
  const { fields } = scenery.words.content;
  const { correction, withdrawn, publications, status, versions } = proposal;
  const isCorrection = (versionId: string) => versions.some(({ id, corrects }) => id === versionId && corrects);
  const posted = publications.map(
    ({ accountId, versionId, url, at }): Field => ({
      label: isCorrection(versionId) ? fields.corrected : fields.published,
      value: [plain(`${accountName(scenery, accountId)}, ${timeIn(scenery, at)}: `), linkTo(url)],
    }),
  );
  const waiting = status === "ready" ? accountsWaiting(scenery.directory, proposal, scenery.now) : [];
  const left = waiting.map((id) => accountName(scenery, id));
  const leftOf = correctionStage(proposal) ? fields.correctionLeft : fields.left;
  return [
    ...respondingField(scenery, cases),
    { label: fields.author, value: [plain(personName(scenery, proposal.createdBy))] },
    ...posted,
    ...(left.length > 0 && posted.length > 0 ? [{ label: leftOf, value: [plain(left.join(", "))] }] : []),
    ...(correction ? [{ label: fields.correction, value: [plain(correction.reason)] }] : []),
    ...(withdrawn ? [{ label: fields.withdrawn, value: [plain(withdrawn.reason)] }] : []),
  ];
};

const textBlocks = (scenery: Scenery, proposal: Proposal): readonly Block[] => {
  const { words } = scenery;
  const { draft, decisions } = proposal;
  const version = currentVersion(proposal);
  const said = version ? standingDecisions(decisions, version.id).flatMap((each) => decisionLines(scenery, each)) : [];
  return [
    ...said.map((line) => text(line)),
    ...(version ? contentBlocks(`${words.content.body} v${version.version}`, version.content) : []),
    ...(draft ? contentBlocks(words.content.draft, draft.content) : []),
    ...(draft ? [...checksBlocks(scenery, draft.content), ...ethicsBlocks(scenery)] : []),
  ];
};

/** The whole proposal in its agency's work channel, with the buttons for its next sensible step. */
export const proposalView = (scenery: Scenery, proposal: Proposal, cases: readonly Case[]): View => {
  const { content: words, card } = scenery.words;
  const title = words.heading(proposal.code, proposalStatus(scenery, proposal));
  const content = writtenOf(proposal);
  const basis = basisOf(scenery, proposal);
  return {
    summary: title,
    blocks: [
      heading(title),
      {
        kind: "fields",
        items: [...(content ? contentFields(scenery, content) : []), ...progressFields(scenery, proposal, cases)],
      },
      ...textBlocks(scenery, proposal),
      basisNote(scenery, basis),
    ],
    presses: [stepsOf(scenery, proposal), [basisPress(scenery, basis)]],
    pointer: card.more(proposal.code),
    shownVersion: proposal.version,
  };
};
