import type { Invitation, InvitationGift, Person } from "../../domain/registry/model.js";
import { personBy } from "../context.js";
import type { Using } from "./using.js";

/** What a code of this kind gives. */
export type Gift<K extends InvitationGift["kind"]> = Extract<InvitationGift, { readonly kind: K }>;

/** The account of a platform whoever types the code has. */
export const identityOf = ({ actor }: Using): Person["identities"][number] => {
  const { platform, workspace, id } = actor.user;
  return { platform, workspace, userId: id };
};

/** Who they are, where the government knows them. */
export const knownAs = ({ scene, actor }: Using): Person | undefined => personBy(scene.directory, actor.user);

/** The code once it was used by this person or for this chat. */
export const usedBy = ({ scene }: Pick<Using, "scene">, invitation: Invitation, by: string): Invitation => ({
  ...invitation,
  used: { at: scene.now, by },
});
