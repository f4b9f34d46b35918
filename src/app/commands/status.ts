import { agenciesOf } from "../../domain/inquiry/queries.js";
import { defineCommand } from "../command.js";
import { isBusinessHere } from "../discreetly.js";
import { refused, say, secretly } from "../effects.js";
import { known } from "../inputs.js";
import { subjectFor } from "../subject.js";

/** Shows a case as it stands, as a new message; in the chat of an agency it is no business of, to the person alone. */
export const statusCommand = defineCommand({
  name: "status",
  usage: "/status CODE",
  inputs: { code: known("case") },
  positional: ["code"],
  access: "case.read",
  async run(context, args) {
    const subject = await subjectFor(context, args.code, "case.read");
    if ("refusal" in subject) return refused(context, "status", subject);
    const agencies = subject.kind === "case" ? agenciesOf(subject.inquiry) : [subject.proposal.agencyId];
    const content =
      subject.kind === "case"
        ? ({ kind: "status", inquiryId: subject.inquiry.id } as const)
        : ({ kind: "proposal-card", proposalId: subject.proposal.id } as const);
    const isOwn = isBusinessHere(context, agencies);
    return { drafts: isOwn ? [say(context, "status", content)] : secretly(context, "status", content) };
  },
});
