import { agenciesOf } from "../../domain/inquiry/queries.js";
import { defineCommand } from "../command.js";
import { discreetly, isBusinessHere } from "../discreetly.js";
import { refused } from "../effects.js";
import { known } from "../inputs.js";
import { pageOf } from "../page-of.js";
import { subjectFor } from "../subject.js";

/** Who did what to a case, and when; for the person alone. */
export const historyCommand = defineCommand({
  name: "history",
  aliases: ["riwayat"],
  usage: "/history CODE",
  inputs: { code: known("case") },
  positional: ["code"],
  access: "case.read",
  async run(context, args, extra) {
    const subject = await subjectFor(context, args.code, "case.read");
    if ("refusal" in subject) return refused(context, "history", subject);
    const page = pageOf(extra);
    const content =
      subject.kind === "case"
        ? ({ kind: "history", inquiryId: subject.inquiry.id, page } as const)
        : ({ kind: "proposal-history", proposalId: subject.proposal.id, page } as const);
    const agencies = subject.kind === "case" ? agenciesOf(subject.inquiry) : [subject.proposal.agencyId];
    return { drafts: discreetly(context, "history", content, isBusinessHere(context, agencies)) };
  },
});
