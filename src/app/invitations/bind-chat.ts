import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Channel, Invitation, InvitationGift } from "../../domain/registry/model.js";
import { catalogueOf } from "../../i18n/catalogue.js";
import { agencyOf, channelAt, channelOf } from "../context.js";
import { told } from "./told.js";
import type { Used, Using } from "./using.js";

type OfChat = Extract<InvitationGift, { readonly kind: "chat" }>;

const refusalOf = ({ scene, event }: Using, { agencyId, purpose }: OfChat): Refusal | undefined => {
  const { directory } = scene;
  if (event.direct) return refuse("codeOfChat");
  const bound = channelAt(directory, event.conversation);
  if (bound) return refuse("chatTaken", { agency: bound.agencyId, purpose: bound.purpose });
  const other = channelOf(directory, agencyId, purpose);
  return other && refuse("purposeTaken", { agency: agencyId, purpose, channel: other.name });
};

/** "/setup CODE": the chat is the agency's from now on, for this purpose. A chat is bound once, and a purpose has one chat. */
export const bindChat = (using: Using, invitation: Invitation, gives: OfChat): Used | Refusal => {
  const refusal = refusalOf(using, gives);
  if (refusal) return refusal;
  const { ids, scene, event, actor } = using;
  const { directory, now } = scene;
  const { agencyId, purpose } = gives;
  const { platform, workspace, channel: nativeId } = event.conversation;
  const agency = agencyOf(directory, agencyId);
  const { channelNames } = catalogueOf(directory.government.locale).setup;
  const name = `${agency.code.toUpperCase()} · ${channelNames[purpose]}`;
  const channel: Channel = { id: ids.newId(), agencyId, purpose, name, platform, workspace, nativeId };
  const used = { ...invitation, used: { at: now, by: channel.id } };
  return {
    registry: { channels: [channel], invitations: [used], version: directory.version },
    history: [
      {
        subjectId: channel.id,
        at: now,
        kind: "chatBound",
        content: { agencyId, purpose, channelId: channel.id, invitationId: invitation.id, user: actor.user.id },
      },
    ],
    outbox: [told(using, "bound", { kind: "notice", code: "chatBound", values: { agency: agencyId, purpose } }, true)],
  };
};
