import { isRefusal, refuse } from "../../domain/refusal.js";
import type { ChannelPurpose } from "../../domain/registry/model.js";
import { rightOf } from "../access.js";
import { type Command, defineCommand, type RawValues } from "../command.js";
import { type Context, channelOf } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { choice, line, optional } from "../inputs.js";
import { invite } from "../invitations/invite.js";
import { pageOf } from "../page-of.js";
import { type Asking, askingFor } from "../registry/asking.js";
import { agencyMeant, agencyRead, barredFrom, mayFor } from "../registry/right.js";

const PURPOSES: readonly ChannelPurpose[] = ["work", "approval", "digest"];

/** Of one agency where it was named, or where the person reads no other; else of the whole government. */
const listed = (context: Context, named: string | undefined, extra: RawValues): Effects => {
  const agency = agencyRead(context, named);
  if (isRefusal(agency)) return refused(context, "channel", agency);
  const { any } = rightOf(context.directory, context.person.id, "registry.read", context.now);
  const one = named === undefined && any ? {} : { agencyId: agency.id };
  const mayKeep = mayFor(context, "registry.keep", agency);
  return { drafts: [whisper(context, "channels", { kind: "channels", ...one, page: pageOf(extra), mayKeep })] };
};

interface Typed {
  readonly agency?: string | undefined;
  readonly purpose?: string | undefined;
}

/** A one-time code that binds a chat; none for a purpose the agency has a chat for. */
const giveCode = (context: Context, typed: Typed, asking: Asking): Effects => {
  if (typed.agency === undefined) return asking.missing("agency");
  const agency = agencyMeant(context, typed.agency);
  if (isRefusal(agency)) return asking.wrong("agency", agency);
  const purpose = PURPOSES.find((each) => each === typed.purpose);
  if (purpose === undefined) return asking.missing("purpose");
  const bound = channelOf(context.directory, agency.id, purpose);
  if (bound) {
    const values = { agency: agency.id, purpose, channel: bound.name, asked: "yes" };
    return asking.refuse(refuse("purposeTaken", values));
  }
  return invite(context, { kind: "chat", agencyId: agency.id, purpose });
};

/**
 * The chats that are bound, of the government or of one agency; with a purpose, a code that binds one more by "/setup".
 */
export const channelCommand: Command = defineCommand({
  name: "channel",
  aliases: ["grup"],
  usage: "/channel [AGENCY] [purpose=work|approval|digest]",
  inputs: { agency: optional(line()), purpose: optional(choice(PURPOSES)) },
  positional: ["agency"],
  form: ["agency", "purpose"],
  access: "registry.read",
  async run(context, { agency, purpose }, extra) {
    if (purpose === undefined && extra.register === undefined) return listed(context, agency, extra);
    const barred = barredFrom(context, "registry.keep", context.agency);
    if (barred) return refused(context, "channel", barred);
    return giveCode(context, { agency, purpose }, askingFor(context, channelCommand, extra));
  },
});
