import { isCorrection, type Submission, submit } from "../../domain/proposal/drafting.js";
import { hashedProposal } from "../../domain/proposal/hashed-content.js";
import type { Proposal, ProposalContent } from "../../domain/proposal/model.js";
import type { ProposalOutcome } from "../../domain/proposal/outcome.js";
import { isSpellingEdit } from "../../domain/proposal/spelling.js";
import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { accountsOf } from "../content/accounts.js";
import { checkContent } from "../content/checks.js";
import { missingIn } from "../content/missing.js";
import type { Context } from "../context.js";
import { known } from "../inputs.js";
import { onProposal } from "../subject.js";

/** What was selected itself: the text before the edits that kept its approval, so that they do not add up to another text. */
const selectedContent = ({ versions, gate }: Proposal): ProposalContent | undefined => {
  const latest = versions.find(({ id }) => id === gate?.textId);
  return versions.find(({ id }) => id === (latest?.inherits ?? latest?.id))?.content;
};

/** Whether the settings let this edit of a selected text pass without another approval. */
const keepsApproval = ({ directory }: Context, proposal: Proposal, content: ProposalContent): boolean => {
  const { contentEditsNeedApproval, spellingKeepsApproval } = directory.government.settings;
  const approved = selectedContent(proposal);
  if (!approved || isCorrection(proposal)) return false;
  return !contentEditsNeedApproval || (spellingKeepsApproval && isSpellingEdit(approved, content));
};

/** What the gate rests on: an edit after selection is approved again by our own rule, also when it is put there once more. */
const gateOf = ({ profile }: Context, { status, gate }: Proposal, keeps: boolean): Submission["gate"] => {
  const { contentGate, contentFlow } = profile;
  const { reapproval } = contentFlow;
  const again =
    gate &&
    (gate.passed ? status === "editing" : gate.citation === reapproval.citation && gate.level === reapproval.level);
  const { level, citation } = again && !keeps && contentGate.kind === "approve" ? reapproval : contentGate;
  return { kind: contentGate.kind, level, citation };
};

const submitted = (context: Context, proposal: Proposal): ProposalOutcome => {
  const { directory, profile, person, now } = context;
  const { code, draft } = proposal;
  if (!draft) return refuse("stale", { code });
  const missing = missingIn(draft.content);
  if (missing.length > 0) return refuse("contentIncomplete", { code, missing: missing.join(",") });
  // The list of ethics stands on the card above the button.
  const accounts = accountsOf(directory, proposal.agencyId, now).filter(({ id }) =>
    draft.content.accountIds.includes(id),
  );
  const accountIds = draft.content.accountIds.filter((id) => accounts.some((each) => each.id === id));
  const content = { ...draft.content, accountIds, ethicsRead: true };
  if (accounts.length === 0) return refuse("noAccount", { code });
  const failed = checkContent({ content, profile, accounts }).filter(({ blocks }) => blocks);
  if (failed.length > 0)
    return refuse("checksFailed", { code, checks: failed.map(({ check }) => check.code).join(",") });
  const keeps = keepsApproval(context, proposal, content);
  return submit(proposal, {
    versionId: context.ids.newId(),
    hash: context.ids.hashOf(hashedProposal(content)),
    content,
    by: person.id,
    at: now,
    gate: gateOf(context, proposal, keeps),
    keepsApproval: keeps,
  });
};

/** "Ajukan": the draft goes before the officials, once its checks allow it. */
export const submitAction = defineCommand({
  name: "submit",
  inputs: { code: known("case") },
  access: "content.propose",
  run: (context, args) =>
    onProposal(context, "submit", args.code, "content.propose", (proposal) => submitted(context, proposal)),
});
