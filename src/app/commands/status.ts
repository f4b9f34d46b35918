import { agenciesOf } from "../../domain/inquiry/queries.js";
import { defineCommand } from "../command.js";
import { type Context, communicationsAgencyId } from "../context.js";
import { refused, say, whisper } from "../effects.js";
import { known } from "../inputs.js";
import { caseFor } from "../resolve.js";

const isOffice = ({ directory, agency }: Context): boolean => communicationsAgencyId(directory) === agency.id;

/** Shows a case as it stands, as a new message; in the chat of an agency it is no business of, to the person alone. */
export const statusCommand = defineCommand({
  name: "status",
  usage: "/status CODE",
  inputs: { code: known("case") },
  positional: ["code"],
  access: "case.read",
  async run(context, args) {
    const inquiry = await caseFor(context, args.code, "case.read");
    if ("refusal" in inquiry) return refused(context, "status", inquiry);
    const concerned = agenciesOf(inquiry).includes(context.agency.id) || isOffice(context);
    const tell = concerned ? say : whisper;
    return { drafts: [tell(context, "status", { kind: "status", inquiryId: inquiry.id })] };
  },
});
