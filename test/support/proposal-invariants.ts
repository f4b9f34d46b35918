import { isDeepStrictEqual } from "node:util";
import type { Proposal } from "../../src/domain/proposal/model.js";
import { isRefusal } from "../../src/domain/refusal.js";
import { notTakenBack } from "./inquiry-invariants.js";
import type { Taken, Terms } from "./proposal-steps.js";

const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

const appended = <T>(before: readonly T[], after: readonly T[], what: string): void =>
  demand(
    after.length >= before.length && before.every((part, index) => part === after[index]),
    `${what} were changed, not appended to`,
  );

/** Whether enough officials, none of whom wrote on it, approved this version's hash and did not take that back. */
const approvedByOfficials = ({ versions, decisions }: Proposal, versionId: string, needed: number): boolean => {
  const version = versions.find(({ id }) => id === versionId);
  const standing = notTakenBack(decisions, versionId);
  const approvals = standing.filter(
    ({ kind, hash, personId }) => kind === "approve" && hash === version?.hash && !version.writers.includes(personId),
  );
  return standing.at(-1)?.kind === "approve" && new Set(approvals.map(({ personId }) => personId)).size >= needed;
};

/** Whether this version may be posted: approved, or, where the setting allows, an edit of one that was. */
const mayBePosted = (proposal: Proposal, versionId: string, under: Terms): boolean => {
  if (under.gate === "none") return true;
  const inherits = proposal.versions.find(({ id }) => id === versionId)?.inherits;
  if (inherits === undefined) return approvedByOfficials(proposal, versionId, under.needed);
  return under.editsKeepApproval && approvedByOfficials(proposal, inherits, under.needed);
};

/** Holds of every proposal, however it came about. */
export const checkProposal = (proposal: Proposal, under: Terms): void => {
  const { status, gate, versions, draft, publications } = proposal;
  demand(
    versions.every((each, index) => each.version === index + 1),
    "versions do not count 1..n",
  );
  demand((gate === undefined) === (versions.length === 0), "a gate without a version, or the reverse");
  const posted = publications.some(({ versionId }) => versionId === gate?.textId);
  const stands = posted && (["published", "corrected", "withdrawn"].includes(status) || draft?.from !== undefined);
  demand(
    !gate || gate.textId === versions.at(-1)?.id || (stands && gate.passed),
    "the gate is not about the newest version",
  );
  demand(!["published", "corrected"].includes(status) || (posted && gate?.passed === true), "published nowhere");
  demand(status !== "collected" || (versions.length === 0 && draft !== undefined), "collected without a draft");
  demand(status !== "editing" || draft !== undefined, "edited without a draft");
  demand(
    draft === undefined || ["collected", "submitted", "returned", "editing"].includes(status),
    `a draft while ${status}`,
  );
  demand(status !== "ready" || gate?.passed === true, "ready without its gate");
  demand(status !== "submitted" || (gate?.kind === "approve" && !gate.passed), "submitted to nobody");
  demand((status === "withdrawn") === (proposal.withdrawn !== undefined), "withdrawn without saying why");
  demand(!gate?.passed || mayBePosted(proposal, gate.textId, under), "the gate passed without its approvals");
  demand(
    versions.every(({ corrects, inherits }) => !corrects || inherits === undefined),
    "a correction without an approval of its own",
  );
  const placed = publications.map(({ accountId, versionId }) => `${accountId} ${versionId}`);
  demand(new Set(placed).size === placed.length, "posted twice on one account");
};

/** One address is another, and no other account's; nothing else of the proposal changes but when it did. */
const checkMended = ({ before, after }: Taken): void => {
  const others = before.publications.filter((each, index) => each.url === after.publications[index]?.url);
  const mended = after.publications.filter((each, index) => each.url !== before.publications[index]?.url);
  demand(mended.length === 1 && others.length === before.publications.length - 1, "not one address was mended");
  const proves = others.filter(({ url }) => url === mended[0]?.url);
  demand(
    proves.every(({ accountId }) => accountId === mended[0]?.accountId),
    "one address proves two postings",
  );
  const rest = (proposal: Proposal) => ({
    ...proposal,
    updatedAt: before.updatedAt,
    publications: proposal.publications.map(({ url: _, ...each }) => each),
  });
  demand(isDeepStrictEqual(rest(before), rest(after)), "mending an address changed something else");
};

const checkPublication = ({ before, after }: Taken, under: Terms): void => {
  appended(before.publications, after.publications, "publications");
  const [posted] = after.publications.slice(before.publications.length);
  if (!posted) return;
  const version = before.versions.find(({ id }) => id === posted.versionId);
  const { accountId, url } = posted;
  demand(["ready", "published", "corrected"].includes(before.status), "posted what was not ready");
  demand(posted.versionId === before.gate?.textId, "posted an older version");
  demand(
    before.publications.every(
      (each) => each.url !== url || (each.accountId === accountId && each.versionId !== version?.id),
    ),
    "one address proves two postings",
  );
  demand(version?.content.accountIds.includes(posted.accountId) === true, "posted where it was not meant for");
  demand(mayBePosted(before, posted.versionId, under), "posted what nobody approved");
};

/** Holds of every step that was taken. */
export const checkStep = (taken: Taken, under: Terms): void => {
  const { before, after, outcome, choice, wrote } = taken;
  if (isRefusal(outcome)) {
    demand(before === after && !("next" in outcome), "a refusal changed something");
    return;
  }
  demand(outcome.facts.length > 0, "something happened without a fact");
  if (choice.transition === "replaceAddress") {
    checkMended(taken);
    return;
  }
  demand(before.status !== "withdrawn", "something happened to what was withdrawn");
  demand(after.updatedAt.getTime() >= before.updatedAt.getTime(), "updated before it was");
  appended(before.versions, after.versions, "versions");
  appended(before.decisions, after.decisions, "decisions");
  checkPublication(taken, under);
  const [decided] = after.decisions.slice(before.decisions.length);
  if (decided && decided.kind !== "undo") demand(!wrote.includes(decided.personId), "decided about one's own text");
  if (choice.transition === "submit" && before.draft?.from !== undefined)
    demand(under.gate === "none" || after.gate?.passed === false, "a correction that nobody approved");
  if (choice.transition === "revise") demand(after.gate === before.gate, "a draft changed the gate");
};
