import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import type { Invitation } from "../../domain/registry/model.js";
import { parseOneTimeCode } from "../../domain/registry/one-time-code.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { Ids } from "../../ports/ids.js";
import type { Changes, Reader, Scene } from "../../ports/store.js";
import { channelAt } from "../context.js";
import { bindChat } from "./bind-chat.js";
import type { CodeCommand, CodeEvent } from "./code-event.js";
import { join } from "./join.js";
import { told } from "./told.js";
import { triedTooOften, tryOf } from "./tries.js";
import type { Used, Using } from "./using.js";

/** What was done, and with which government. */
type Done = Used & { readonly scene: Scene };

interface Parts {
  readonly store: Reader;
  readonly ids: Ids;
}

const wrongWord = ({ gives }: Invitation, command: CodeCommand): Refusal | undefined => {
  const wanted = gives.kind === "chat" ? "setup" : "join";
  if (wanted === command) return undefined;
  return refuse(wanted === "setup" ? "codeOfChat" : "codeOfPerson");
};

/** Why the code does nothing, as far as it alone tells. */
const refusalOf = (invitation: Invitation, command: CodeCommand, now: Date): Refusal | undefined => {
  if (invitation.used) return refuse(invitation.used.recalled ? "codeRecalled" : "codeUsed");
  if (invitation.expiresAt <= now) return refuse("codeExpired");
  return wrongWord(invitation, command);
};

/** The code, where it is one of the government: in a chat of another it is as unknown as any. */
const invitationOf = ({ ids, scene }: Using, typed: string): Invitation | undefined => {
  const code = parseOneTimeCode(typed)?.code;
  const hash = code === undefined ? undefined : ids.hashOf(code);
  return scene.directory.invitations.find((each) => each.hash === hash);
};

const refusedWith = (using: Using, { command }: CodeEvent, refusal: Refusal): Used => {
  const { scene, actor } = using;
  return {
    history: [tryOf(actor.user, command, refusal.refusal, scene.now)],
    outbox: [told(using, "refusal", { kind: "notice", code: refusal.refusal, values: refusal.values })],
  };
};

/** Why nothing typed like this is looked at: there is no code, or there were too many wrong ones. */
const unheard = async (store: Reader, { scene, actor }: Using, { command, typed }: CodeEvent) => {
  const { id, code } = scene.directory.government;
  if (typed === "") return refuse("codeMissing", { command, letters: code });
  return (await triedTooOften(store, id, actor.user, scene.now)) ? refuse("codeTries") : undefined;
};

/** The chat is told that it is bound, by the very code that is typed there once more: that is no guess. */
const boundHere = ({ scene, event }: Using, { gives, used }: Invitation): Refusal | undefined => {
  const channel = used && gives.kind === "chat" ? channelAt(scene.directory, event.conversation) : undefined;
  if (!channel || channel.id !== used?.by) return undefined;
  return refuse("chatTaken", { agency: channel.agencyId, purpose: channel.purpose, same: "yes" });
};

const usedOrRefused = (using: Using, invitation: Invitation, said: CodeEvent): Used => {
  const again = boundHere(using, invitation);
  if (again) return { ...refusedWith(using, said, again), history: [] };
  const refusal = refusalOf(invitation, said.command, using.scene.now);
  if (refusal) return refusedWith(using, said, refusal);
  const { gives } = invitation;
  const used = gives.kind === "chat" ? bindChat(using, invitation, gives) : join(using, invitation, gives);
  if (!isRefusal(used)) return used;
  // A right code that cannot be used here is no guess.
  return { ...refusedWith(using, said, used), history: [] };
};

/** Done with a code that is one of the government; else why not, which `asked` tells and counts. */
const doneWith = async (store: Reader, asked: Using, said: CodeEvent, bound: Scene | undefined): Promise<Done> => {
  const refusal = await unheard(store, asked, said);
  if (refusal) return { scene: asked.scene, ...refusedWith(asked, said, refusal), history: [] };
  const scene = bound ?? (await store.sceneOfCode(parseOneTimeCode(said.typed)?.letters ?? ""));
  const using = scene && { ...asked, scene };
  const invitation = using && invitationOf(using, said.typed);
  return invitation
    ? { scene: using.scene, ...usedOrRefused(using, invitation, said) }
    : { scene: asked.scene, ...refusedWith(asked, said, refuse("codeUnknown", { command: said.command })) };
};

/**
 * What a one-time code does that anybody gives, known or not, in a chat that is bound or not. It is looked up in the chat's
 * government, or in that of its letters where the chat has none. What nobody gave out is answered and counted there by the
 * host, the same whatever its letters: nobody learns which governments there are.
 */
export const codeChanges = async (
  { store, ids }: Parts,
  cause: Changes["cause"],
  event: ChatEvent,
  said: CodeEvent,
  bound: Scene | undefined,
): Promise<Changes | undefined> => {
  const { actor } = event;
  const host = bound ?? (await store.sceneOfHost());
  if (!host || !actor) return undefined;
  const { scene, registry, ...rest } = await doneWith(store, { ids, scene: host, event, actor }, said, bound);
  return {
    governmentId: scene.directory.government.id,
    cause,
    ...rest,
    ...(registry ? { registry } : {}),
    pings: [],
    cancelPingsOf: [],
  };
};
