import { rightOf } from "../access.js";
import { defineCommand } from "../command.js";
import { whisper } from "../effects.js";
import { pageOf } from "../page-of.js";

/** The open cases of the chat's agency, or of the person's own where the chat is another's; for the person alone. */
export const queueCommand = defineCommand({
  name: "queue",
  aliases: ["tugas", "antrean"],
  usage: "/queue",
  inputs: {},
  access: "case.read",
  async run(context, _args, extra) {
    const right = rightOf(context.directory, context.person.id, "case.read", context.now);
    const own = right.any || right.agencyIds.includes(context.agency.id);
    const agencyId = own ? context.agency.id : (right.agencyIds[0] ?? context.agency.id);
    return { drafts: [whisper(context, "queue", { kind: "queue", agencyId, page: pageOf(extra) })] };
  },
});
