import type { Changes } from "../ports/store.js";
import { consequencesOf } from "./consequences.js";
import { contentConsequences } from "./content/consequences.js";
import { type Context, laneOf } from "./context.js";
import { dialogueChange, type Effects } from "./effects.js";

/** What says itself what became of it: news, or that a forward reaches nobody, which "done" would contradict. */
const saysItself = ({ step, content }: Changes["outbox"][number]): boolean =>
  step.startsWith("news:") || (content.kind === "notice" && content.code === "noChannel");

const sameConversation = (context: Context, draft: Changes["outbox"][number]): boolean =>
  laneOf(draft.to) === laneOf(context.conversation) && saysItself(draft);

/** What follows for the case or the proposal, if something happened to one. */
const followsOf = ({ directory, now, person }: Context, { before, done, content }: Effects) => {
  if (content) return contentConsequences(directory, content.before, content.done, now, person.id);
  return done && consequencesOf(directory, before, done, now, person.id);
};

/**
 * Everything a person's event does, ready to be committed. The private "done" is left out where the conversation is told
 * anyway.
 */
export const changesOf = (context: Context, cause: Changes["cause"], effects: Effects): Changes => {
  const follows = followsOf(context, effects);
  const told = follows?.outbox.some((draft) => sameConversation(context, draft)) ?? false;
  const own = (effects.drafts ?? []).filter((draft) => !(told && draft.step === "done"));
  return {
    governmentId: context.directory.government.id,
    cause,
    pings: [],
    cancelPingsOf: [],
    ...follows,
    history: [...(follows?.history ?? []), ...(effects.history ?? [])],
    outbox: [...(follows?.outbox ?? []), ...own],
    ...(effects.dialogue === undefined ? {} : { dialogue: dialogueChange(context, effects.dialogue) }),
    ...(effects.registry ? { registry: { ...effects.registry, version: context.directory.version } } : {}),
    ...(effects.reply ? { reply: effects.reply } : {}),
  };
};
