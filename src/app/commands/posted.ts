import { publish } from "../../domain/inquiry/ending.js";
import { refuse } from "../../domain/refusal.js";
import { localized } from "../../i18n/catalogue.js";
import { defineCommand } from "../command.js";
import { address, known } from "../inputs.js";
import { onCase } from "../on-case.js";
import { actingAgency } from "../resolve.js";

/** Instead of an address, in any language: the answer went into the citizen's private messages. */
const directMessage = Object.values(localized(({ placeholders }) => placeholders.dm ?? "dm"));

/** Records where the answer was posted. Every reply of the case is posted with it, so it closes. */
export const postedCommand = defineCommand({
  name: "posted",
  aliases: ["tayang"],
  usage: "/posted CODE URL|dm",
  inputs: { code: known("case"), url: address(directMessage) },
  positional: ["code", "url"],
  form: ["url"],
  access: "case.post",
  run: (context, args) =>
    onCase(context, "posted", args.code, "case.post", (inquiry) => {
      if (actingAgency(context, inquiry, "case.post") !== inquiry.agencyId)
        return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
      return publish(inquiry, {
        publicationId: context.ids.newId(),
        ...(directMessage.includes(args.url.toLowerCase()) ? {} : { url: args.url }),
        by: context.person.id,
        at: context.now,
      });
    }),
});
