import { isDay } from "../../domain/time/week.js";
import type { MessageContent } from "../../ports/message-content.js";
import { rightOf } from "../access.js";
import { defineCommand } from "../command.js";
import { discreetly } from "../discreetly.js";
import { choice, optional } from "../inputs.js";
import { pageOf } from "../page-of.js";

/**
 * The open cases of the chat's agency, or of the person's own where the chat is another's; with "content" its content week
 * by week. For the person alone.
 */
export const queueCommand = defineCommand({
  name: "queue",
  aliases: ["tugas", "antrean"],
  usage: "/queue [content]",
  inputs: { list: optional(choice(["content"])) },
  positional: ["list"],
  access: "case.read",
  async run(context, { list }, extra) {
    const right = rightOf(context.directory, context.person.id, "case.read", context.now);
    const own = right.any || right.agencyIds.includes(context.agency.id);
    const agencyId = own ? context.agency.id : (right.agencyIds[0] ?? "");
    const page = pageOf(extra);
    const told = (content: MessageContent) => ({ drafts: discreetly(context, "queue", content, own) });
    if (list === undefined) return told({ kind: "queue", agencyId, page });
    const week = extra.week !== undefined && isDay(extra.week) ? { week: extra.week } : {};
    return told({ kind: "calendar", agencyId, ...week, page });
  },
});
