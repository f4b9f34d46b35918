import type { Channel, ChannelPurpose } from "../../domain/registry/model.js";
import { dayIn } from "../../domain/time/local-day.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { Changes, OutboxDraft, Reader, Scene } from "../../ports/store.js";
import { holds } from "../access.js";
import { channelAt, channelOf, communicationsAgencyId, conversationOf } from "../context.js";

const PURPOSES: readonly ChannelPurpose[] = ["work", "digest", "approval"];

/** Where Diskominfo and the admins read: of each agency the first chat it has besides the one that was lost. */
const placesOf = ({ directory, now }: Scene, lost: Channel): readonly Channel[] => {
  const admins = directory.appointments.filter((each) => each.role === "admin" && holds(each, now));
  const agencyIds = [communicationsAgencyId(directory), ...admins.map(({ agencyId }) => agencyId)];
  return [...new Set(agencyIds)].flatMap((agencyId) => {
    if (agencyId === undefined) return [];
    const chats = PURPOSES.flatMap((purpose) => channelOf(directory, agencyId, purpose) ?? []);
    return chats.find(({ id }) => id !== lost.id) ?? [];
  });
};

const draftTo = (channel: Channel, lost: Channel, place: number): OutboxDraft => ({
  step: `removed:${place}`,
  to: conversationOf(channel),
  content: {
    kind: "notice",
    code: "botRemoved",
    values: { agency: lost.agencyId, purpose: lost.purpose, channel: lost.name },
  },
  whenUnknown: "repeat",
});

/** Whether it was told today already: removed and added again in a quarrel, people hear of it once. */
const toldToday = async (reader: Reader, { directory, now }: Scene, channelId: string): Promise<boolean> => {
  const { id, zone } = directory.government;
  const { total } = await reader.history(id, channelId, 0, 1);
  const last = total === 0 ? undefined : (await reader.history(id, channelId, total - 1, 1)).items[0];
  return last?.kind === "botRemoved" && dayIn(zone, last.at) === dayIn(zone, now);
};

/**
 * The bot was removed from a bound chat. The binding stays, so that everything goes on when the bot is added again; Diskominfo
 * and the admins are told, for what is sent there meanwhile ends as undeliverable.
 */
export const removedChanges = async (
  reader: Reader,
  scene: Scene,
  cause: Changes["cause"],
  event: ChatEvent,
): Promise<Changes | undefined> => {
  const { directory, now } = scene;
  const lost = channelAt(directory, event.conversation);
  if (!lost) return undefined;
  const { id: channelId, agencyId, purpose, name, platform } = lost;
  const places = (await toldToday(reader, scene, channelId)) ? [] : placesOf(scene, lost);
  return {
    governmentId: directory.government.id,
    cause,
    history: [
      {
        subjectId: channelId,
        at: now,
        kind: "botRemoved",
        content: { channelId, agencyId, purpose, channel: name, platform, user: event.actor?.user.id ?? null },
      },
    ],
    outbox: places.map((channel, place) => draftTo(channel, lost, place)),
    pings: [],
    cancelPingsOf: [],
  };
};
