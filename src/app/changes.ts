import type { Changes } from "../ports/store.js";
import { consequencesOf } from "./consequences.js";
import { type Context, laneOf } from "./context.js";
import { dialogueChange, type Effects } from "./effects.js";

const sameConversation = (context: Context, draft: Changes["outbox"][number]): boolean =>
  laneOf(draft.to) === laneOf(context.conversation) && draft.step.startsWith("news:");

/**
 * Everything a person's event does, ready to be committed. The private "done" is left out where the conversation is told
 * anyway.
 */
export const changesOf = (context: Context, cause: Changes["cause"], effects: Effects): Changes => {
  const { directory, person, now } = context;
  const follows = effects.done && consequencesOf(directory, effects.before, effects.done, now, person.id);
  const told = follows?.outbox.some((draft) => sameConversation(context, draft)) ?? false;
  const own = (effects.drafts ?? []).filter((draft) => !(told && draft.step === "done"));
  return {
    governmentId: directory.government.id,
    cause,
    ...(follows ? { case: follows.case } : {}),
    history: [...(follows?.history ?? []), ...(effects.history ?? [])],
    outbox: [...(follows?.outbox ?? []), ...own],
    pings: follows?.pings ?? [],
    cancelPingsOf: follows?.cancelPingsOf ?? [],
    ...(effects.dialogue === undefined ? {} : { dialogue: dialogueChange(context, effects.dialogue) }),
    ...(effects.reply ? { reply: effects.reply } : {}),
  };
};
