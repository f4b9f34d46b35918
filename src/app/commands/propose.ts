import { collect, revise, startEditing } from "../../domain/proposal/drafting.js";
import { hashedProposal } from "../../domain/proposal/hashed-content.js";
import type { Proposal, ProposalContent } from "../../domain/proposal/model.js";
import type { ProposalOutcome } from "../../domain/proposal/outcome.js";
import { writtenOf } from "../../domain/proposal/queries.js";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import { rightOf } from "../access.js";
import { ask } from "../ask.js";
import { type Command, defineCommand, type RawValues } from "../command.js";
import { askingOn, missingIn } from "../content/missing.js";
import { type TypedContent, writtenContent } from "../content/written-content.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { choice, known, later, line, optional, paragraph } from "../inputs.js";
import { onProposal, subjectFor } from "../subject.js";

/** The cases it answers: those named, each readable by this person. */
const casesNamed = async (context: Context, typed: string | undefined): Promise<readonly string[] | Refusal> => {
  const ids = new Set<string>();
  for (const code of (typed ?? "").split(/[\s,]+/).filter((word) => word !== "")) {
    const subject = await subjectFor(context, code, "case.read");
    if (isRefusal(subject)) return subject;
    if (subject.kind === "proposal") return refuse("notForContent", { code: subject.proposal.code });
    ids.add(subject.inquiry.id);
  }
  return [...ids];
};

const isSame = (before: ProposalContent | undefined, content: ProposalContent): boolean =>
  before !== undefined && hashedProposal({ ...before, ethicsRead: false }) === hashedProposal(content);

/** Nothing was changed: how that is done, and what is to be filled in first. */
const unchanged = (code: string, content: ProposalContent): Refusal => {
  const missing = missingIn(content);
  return missing.length > 0
    ? refuse("contentIncomplete", { code, missing: missing.join(",") })
    : refuse("sameDraft", { code });
};

/** Writes on: what is ready is taken up for editing by that. */
const rewrite = async (
  context: Context,
  proposal: Proposal,
  cases: string | undefined,
  typed: TypedContent,
): Promise<ProposalOutcome> => {
  const before = writtenOf(proposal);
  const content = writtenContent(context, proposal.agencyId, before, typed);
  if (isRefusal(content)) return content;
  const caseIds = await casesNamed(context, cases);
  if (isRefusal(caseIds)) return caseIds;
  if (isSame(before, content) && caseIds.every((id) => proposal.caseIds.includes(id)))
    return unchanged(proposal.code, content);
  const acting = { by: context.person.id, at: context.now };
  if (proposal.status !== "ready") return revise(proposal, { ...acting, content, caseIds });
  const started = startEditing(proposal, acting);
  if (isRefusal(started)) return started;
  const revised = revise(started.next, { ...acting, content, caseIds });
  return isRefusal(revised) ? revised : { next: revised.next, facts: started.facts };
};

/** With a text, a theme or files a draft is begun and kept; what it lacks is asked for. With nothing only that is asked. */
const begin = async (
  context: Context,
  cases: string | undefined,
  typed: TypedContent,
  said: RawValues,
): Promise<Effects> => {
  const { directory, person, agency, now } = context;
  const { agencyIds, roles } = rightOf(directory, person.id, "content.propose", now);
  if (!agencyIds.includes(agency.id)) {
    const only = refuse("onlyRole", { roles: roles.join(","), agency: agency.name, elsewhere: "yes" });
    return refused(context, "propose", only);
  }
  if (typed.text === undefined && typed.theme === undefined && context.attachments.length === 0)
    return ask(context, proposeCommand, said, "theme");
  const caseIds = await casesNamed(context, cases);
  if (isRefusal(caseIds)) return refused(context, "propose", caseIds);
  const content = writtenContent(context, agency.id, undefined, typed);
  if (isRefusal(content)) return refused(context, "propose", content);
  const done = collect({ id: context.ids.newId(), agencyId: agency.id, content, caseIds, by: person.id, at: now });
  if (context.channel.purpose === "work") return { content: { done } };
  const told = {
    kind: "notice",
    code: "done",
    values: { what: "content.propose", elsewhere: "yes" },
    proposalId: done.next.id,
  } as const;
  return { content: { done }, drafts: [whisper(context, "done", told)] };
};

/** What the draft still lacks is asked for. */
const askingMore = (context: Context, effects: Effects): Effects => {
  const asked = effects.content ? askingOn(context, effects.content.done.next) : [];
  return { ...effects, drafts: [...(effects.drafts ?? []), ...asked] };
};

/**
 * Content for the agency's official accounts: a new draft, or what somebody writes on one. In reply to a case's card it is
 * about that case, in reply to a proposal's it changes what is named there. Nothing goes before the officials until it is submitted.
 */
export const proposeCommand: Command = defineCommand({
  name: "propose",
  aliases: ["usul"],
  usage: "/propose TEXT theme=… [category=…] [hashtags=…] [source=…] [accounts=…] [wanted=…] [files=none]",
  inputs: {
    code: optional(known("case")),
    theme: later(line()),
    text: later(paragraph()),
    category: optional(known("category")),
    hashtags: optional(line()),
    source: optional(line()),
    accounts: optional(known("account")),
    wanted: optional(line()),
    basis: optional(known("basis")),
    audience: optional(line()),
    influencer: optional(line()),
    policy: optional(line()),
    cases: optional(line()),
    why: optional(line()),
    files: optional(choice(["none"])),
  },
  positional: ["text"],
  form: [
    ["theme", "text", "category", "hashtags", "source"],
    ["accounts", "wanted", "basis", "why"],
    ["audience", "influencer", "policy", "cases", "files"],
  ],
  access: "content.propose",
  files: "written",
  onClosed: true,
  async run(context, { code, cases, ...typed }, said) {
    if (code === undefined) return askingMore(context, await begin(context, cases, typed, said));
    const subject = await subjectFor(context, code, "case.read");
    if (isRefusal(subject)) return refused(context, "propose", subject);
    const effects =
      subject.kind === "case"
        ? begin(context, [subject.inquiry.code, cases ?? ""].join(" "), typed, said)
        : onProposal(context, "propose", code, "content.propose", (proposal) =>
            rewrite(context, proposal, cases, typed),
          );
    return askingMore(context, await effects);
  },
});
