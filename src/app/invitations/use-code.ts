import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import type { Invitation } from "../../domain/registry/model.js";
import { parseOneTimeCode } from "../../domain/registry/one-time-code.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { Ids } from "../../ports/ids.js";
import type { Changes, Reader, Scene } from "../../ports/store.js";
import { bindChat } from "./bind-chat.js";
import type { CodeCommand, CodeEvent } from "./code-event.js";
import { join } from "./join.js";
import { told } from "./told.js";
import { triedTooOften, tryOf } from "./tries.js";
import type { Used, Using } from "./using.js";

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
const refusalOf = (invitation: Invitation | undefined, command: CodeCommand, now: Date): Refusal | undefined => {
  if (!invitation) return refuse("codeUnknown", { command });
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

const usedOrRefused = async (store: Reader, using: Using, said: CodeEvent): Promise<Used> => {
  const { scene, actor } = using;
  const missing = refuse("codeMissing", { command: said.command, letters: scene.directory.government.code });
  if (said.typed === "") return { ...refusedWith(using, said, missing), history: [] };
  if (await triedTooOften(store, scene.directory.government.id, actor.user, scene.now))
    return { ...refusedWith(using, said, refuse("codeTries")), history: [] };
  const invitation = invitationOf(using, said.typed);
  const refusal = refusalOf(invitation, said.command, scene.now);
  if (!invitation || refusal)
    return refusedWith(using, said, refusal ?? refuse("codeUnknown", { command: said.command }));
  const { gives } = invitation;
  const used = gives.kind === "chat" ? bindChat(using, invitation, gives) : join(using, invitation, gives);
  if (!isRefusal(used)) return used;
  // A right code that cannot be used here is no guess.
  return { ...refusedWith(using, said, used), history: [] };
};

/**
 * What a one-time code does that anybody gives, known or not, in a chat that is bound or not. The government is that of the
 * code, or of the chat; undefined where neither is known, for then nobody could answer.
 */
export const codeChanges = async (
  { store, ids }: Parts,
  cause: Changes["cause"],
  event: ChatEvent,
  said: CodeEvent,
  bound: Scene | undefined,
): Promise<Changes | undefined> => {
  const { actor } = event;
  const letters = parseOneTimeCode(said.typed)?.letters ?? "";
  const scene = bound ?? (await store.sceneOfCode(letters));
  if (!scene || !actor) return undefined;
  const using = { ids, scene, event, actor };
  const { registry, ...rest } = await usedOrRefused(store, using, said);
  return {
    governmentId: scene.directory.government.id,
    cause,
    ...rest,
    ...(registry ? { registry } : {}),
    pings: [],
    cancelPingsOf: [],
  };
};
