import { refuse } from "../../domain/refusal.js";
import { type Command, defineCommand } from "../command.js";
import { refused } from "../effects.js";
import { choice, line, optional } from "../inputs.js";
import { askingFor } from "../registry/asking.js";
import { isSure } from "../registry/confirming.js";
import { keepAgency } from "../registry/keep-agency.js";

/** "Ubah": another name of an agency, or another kind. */
export const editAgencyAction: Command = defineCommand({
  name: "editagency",
  inputs: { name: line(), kind: optional(choice(["internal", "external"])) },
  form: ["name", "kind"],
  access: "registry.keep",
  async run(context, typed, extra) {
    const agency = context.directory.agencies.find(({ id }) => id === extra.of);
    if (!agency) return refused(context, "editagency", refuse("stale"));
    const asking = askingFor(context, editAgencyAction, extra);
    return keepAgency(context, { ...typed, agency: agency.code, isSure: isSure(extra) }, asking);
  },
});
