import { standingDecisions } from "../../domain/approval/queries.js";
import type { Refusal } from "../../domain/refusal.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import { sayYesTo } from "../commands/approve.js";
import type { Context } from "../context.js";
import { deciderOf } from "../decide-as.js";
import { type Effects, refused, refusedSilently } from "../effects.js";
import { type Asked, askedAbout, rejecting } from "./asked-about.js";

/** The same person reacting the same way again has already been heard. */
const heard = ({ person }: Context, { decisions, textId }: Asked, kinds: readonly string[]): boolean => {
  const own = standingDecisions(decisions, textId).findLast(({ personId }) => personId === person.id);
  return own !== undefined && kinds.includes(own.kind);
};

/** Who wrote on the text is told so, or where the one they wrote is; anybody else of a reaction that does not count nothing. */
const isAnswered = ({ refusal }: Refusal): boolean => refusal === "ownText" || refusal === "oldText";

/**
 * A reaction counts only on a card before the officials, from one who may decide it. Anyone else's does nothing and says
 * nothing; it is kept in the history. Taking a reaction away does nothing.
 */
export const onReaction = async (context: Context, event: ChatEvent & { type: "reaction" }): Promise<Effects> => {
  const { reaction } = event;
  if (event.change === "removed" || (reaction !== "approve" && reaction !== "reject")) return {};
  const asked = context.repliedContent && (await askedAbout(context, context.repliedContent));
  if (!asked) return {};
  const what = reaction === "approve" ? "reaction" : "reactionReject";
  const appointment = deciderOf(context, asked.decidable, asked.textId);
  if ("refusal" in appointment)
    return isAnswered(appointment)
      ? refused(context, what, appointment, asked.about)
      : refusedSilently(context, what, appointment, asked.about);
  if (reaction === "reject") return heard(context, asked, ["reject"]) ? {} : rejecting(context, asked, what);
  const said = await sayYesTo(context, "reaction", asked.code, asked.textId);
  const again = heard(context, asked, ["approve", "acknowledge"]);
  // A repeated yes may be enough now, where fewer are needed than before.
  return again && !said.done && !said.content ? {} : said;
};
