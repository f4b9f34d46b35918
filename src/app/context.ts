import type { Attachment } from "../domain/attachment.js";
import type { Refusal } from "../domain/refusal.js";
import type { Agency, Appointment, Channel, Directory, Person, Role } from "../domain/registry/model.js";
import type { ConversationRef, MessageRef, UserRef } from "../ports/chat/refs.js";
import type { Ids } from "../ports/ids.js";
import type { MessageContent } from "../ports/message-content.js";
import type { Reader } from "../ports/store.js";
import type { Profile } from "../regulations/schema.js";

/** Who does something, where, when, and what is known about it: the world a use case decides in. */
export interface Context {
  readonly directory: Directory;
  readonly profile: Profile;
  /** Case time. */
  readonly now: Date;
  readonly conversation: ConversationRef;
  readonly channel: Channel;
  /** The agency whose chat this is. */
  readonly agency: Agency;
  readonly user: UserRef;
  /** The registered person behind `user`; everything but help is refused without one, before a use case runs. */
  readonly person: Person;
  /** Where to write to the person alone, on a platform on which `whisper` is heard by everybody. */
  readonly alone?: ConversationRef;
  /** What to answer in place: the person's own message, or the one they pressed or reacted to. */
  readonly message?: MessageRef;
  /** What the message the person replied to shows, when it is one of ours. */
  readonly repliedContent?: MessageContent;
  /** What the person replied to, when it is not ours: a citizen's forwarded words. */
  readonly repliedText?: string;
  /** The files that came with what was said, also with what was said before the program asked on. */
  readonly attachments: readonly Attachment[];
  /** Set when a file could not be kept: whatever it belongs to is refused. */
  readonly missingFile?: Refusal;
  /** The same of what somebody else's message had, that the person replied to. */
  readonly repliedFiles?: Pick<Context, "attachments" | "missingFile">;
  readonly ids: Ids;
  readonly reader: Reader;
}

/** The agency with this id; a directory without it is a bug. */
export const agencyOf = (directory: Directory, agencyId: string): Agency => {
  const found = directory.agencies.find((agency) => agency.id === agencyId);
  if (!found) throw new Error(`agency ${agencyId} is not in the directory of ${directory.government.id}`);
  return found;
};

/** The agency's channel for a purpose, if one is bound. */
export const channelOf = (directory: Directory, agencyId: string, purpose: Channel["purpose"]): Channel | undefined =>
  directory.channels.find((each) => each.agencyId === agencyId && each.purpose === purpose);

/** What of an appointment says where a role is held. */
export type Held = Pick<Appointment, "id" | "role" | "agencyId" | "validFrom" | "validUntil">;

/** Which of two appointments lasts longer, or began later: before the other. */
const lastingFirst = (a: Held, b: Held): number => {
  const [endOfA, endOfB] = [a, b].map(({ validUntil }) => validUntil?.getTime() ?? Number.MAX_SAFE_INTEGER);
  return (endOfB ?? 0) - (endOfA ?? 0) || b.validFrom.getTime() - a.validFrom.getTime() || (a.id < b.id ? -1 : 1);
};

/**
 * The agency in which somebody holds the role: whoever holds it longest says so, and once nobody does, whoever held it last.
 * What was ended before it began says nothing.
 */
export const agencyOfRole = (appointments: readonly Held[], wanted: Role): string | undefined =>
  appointments
    .filter(({ role, validFrom, validUntil }) => role === wanted && !(validUntil && validUntil <= validFrom))
    .sort(lastingFirst)[0]?.agencyId;

/** The agency in which somebody holds the role of the communications office (Diskominfo). */
export const communicationsAgencyId = ({ appointments }: Pick<Directory, "appointments">): string | undefined =>
  agencyOfRole(appointments, "communications");

/** The bound chat at this place, if the government bound it. */
export const channelAt = ({ channels }: Directory, place: ConversationRef): Channel | undefined =>
  channels.find(
    ({ platform, workspace, nativeId }) =>
      platform === place.platform && workspace === place.workspace && nativeId === place.channel,
  );

/** The person the government knows by this user of a platform. Identity is the user's id in its workspace, never a name. */
export const personBy = ({ people }: Directory, user: UserRef): Person | undefined =>
  people.find(({ identities }) =>
    identities.some(
      ({ platform, workspace, userId }) =>
        platform === user.platform && workspace === user.workspace && userId === user.id,
    ),
  );

/** A channel as a place messages are sent to. */
export const conversationOf = (channel: Channel): ConversationRef => ({
  platform: channel.platform as ConversationRef["platform"],
  workspace: channel.workspace,
  channel: channel.nativeId,
});

/** The key events and dialogues of one conversation are kept in order under. */
export const laneOf = (conversation: ConversationRef): string =>
  `${conversation.platform}:${conversation.workspace}:${conversation.channel}`;
