import { isRefusal } from "../../domain/refusal.js";
import type { Agency } from "../../domain/registry/model.js";
import { profiles } from "../../regulations/profiles.js";
import { type Command, defineCommand, type RawValues } from "../command.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { address, line, openChoice, optional } from "../inputs.js";
import { pageOf } from "../page-of.js";
import { askingFor } from "../registry/asking.js";
import { endAccount } from "../registry/end-account.js";
import { registerAccount } from "../registry/register-account.js";
import { agencyMeant, barredFrom } from "../registry/right.js";

/** The media of every profile; which of them are allowed the use case knows. */
const media = [...new Set(profiles.flatMap((profile) => profile.media.map(({ code }) => code)))];

const listed = (context: Context, agency: Agency, extra: RawValues): Effects => {
  const mayChange = barredFrom(context, "account.keep", agency) === undefined;
  const content = { kind: "accounts", agencyId: agency.id, page: pageOf(extra), mayChange } as const;
  return { drafts: [whisper(context, "accounts", content)] };
};

/**
 * The official accounts of the chat's agency or of the one named: without text their list, with a handle one is
 * registered or changed, with a last day one is given up.
 */
export const accountCommand: Command = defineCommand({
  name: "account",
  aliases: ["akun"],
  usage: "/account [HANDLE] [medium=…] [url=…] [number=…] [instrument=…] [until=DATE] [agency=…]",
  inputs: {
    handle: optional(line()),
    medium: optional(openChoice(media)),
    url: optional(address()),
    number: optional(line()),
    instrument: optional(line()),
    until: optional(line()),
    agency: optional(line()),
  },
  positional: ["handle"],
  form: ["handle", "medium", "url", "number", "instrument"],
  access: "registered",
  async run(context, { agency: named, ...typed }, extra) {
    const agency = agencyMeant(context, named);
    if (isRefusal(agency)) return refused(context, "account", agency);
    const isBare = Object.values(typed).every((value) => value === undefined);
    if (isBare && extra.register === undefined) return listed(context, agency, extra);
    const barred = barredFrom(context, "account.keep", agency);
    if (barred) return refused(context, "account", barred);
    const asking = askingFor(context, accountCommand, extra);
    const { handle, until } = typed;
    if (handle === undefined) return asking.missing("handle");
    if (until !== undefined) return endAccount(context, agency, { ...typed, handle, until }, asking);
    return registerAccount(context, agency, { ...typed, handle, anew: extra.register !== undefined }, asking);
  },
});
