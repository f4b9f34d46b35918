import type { DecisionInput } from "../../domain/approval/decide.js";
import { acknowledge, approve } from "../../domain/inquiry/deciding.js";
import type { Case } from "../../domain/inquiry/model.js";
import type { Outcome } from "../../domain/inquiry/outcome.js";
import { select } from "../../domain/proposal/deciding.js";
import { defineCommand } from "../command.js";
import { decideProposal } from "../content/deciding.js";
import type { Context } from "../context.js";
import { decideAs } from "../decide-as.js";
import type { Effects } from "../effects.js";
import { known } from "../inputs.js";
import { onSubject } from "../subject.js";

/** What an official's yes means at this gate: a reported answer is acknowledged, any other approved. */
const sayYes = (inquiry: Case, input: DecisionInput): Outcome =>
  inquiry.gate?.kind === "report" ? acknowledge(inquiry, input) : approve(inquiry, input);

/** The official says yes to one exact text, or (undefined) to the current one; `what` names how, for the history. */
export const sayYesTo = (context: Context, what: string, code: string, textId: string | undefined): Promise<Effects> =>
  onSubject(context, what, code, "case.read", {
    inquiry: (inquiry) => decideAs(context, inquiry, textId, (input) => sayYes(inquiry, input)),
    proposal: (proposal) => decideProposal(context, proposal, textId, (input) => select(proposal, input)),
  });

/** The official says yes to one exact text: the button's, or the current one when typed. As a reaction does. */
export const approveCommand = defineCommand({
  name: "approve",
  aliases: ["setuju"],
  usage: "/approve CODE",
  inputs: { code: known("case") },
  positional: ["code"],
  access: "answer.decide",
  run: (context, args, extra) => sayYesTo(context, "approve", args.code, extra.answer),
});
