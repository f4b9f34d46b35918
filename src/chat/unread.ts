import type { Api, Channel, Message } from "./api.js";

/** Which messages of the bot came to which channel since somebody last looked there. */
export interface Unread {
  /** Forgets everything; what these channels hold now counts as read. */
  begin(channels: readonly Channel[]): Promise<void>;
  /** Asks the channels for what came since, so that nothing depends on how fast the stream is. */
  look(): Promise<void>;
  /** Takes a message of one of the channels; one that is known already, changed or not, counts once. */
  note(channel: string, message: Message): void;
  /** Everything known of the channel counts as read. */
  read(channel: string): void;
  /** How many are unread there and meant for the person, if one is given. */
  count(channel: string, person: string | undefined): number;
}

interface Place {
  readonly known: Set<string>;
  /** The last message listed; what the stream brought may stand behind ones that were never listed. */
  last: string | undefined;
  fresh: readonly Message[];
}

/** Makes one that watches no channel. */
export const createUnread = (api: Pick<Api, "messages">): Unread => {
  let places: ReadonlyMap<string, Place> = new Map();

  const note = (channel: string, message: Message): void => {
    const place = places.get(channel);
    if (place === undefined || place.known.has(message.id)) return;
    place.known.add(message.id);
    if (message.from === "bot") place.fresh = [...place.fresh, message];
  };

  const read = (channel: string): void => {
    const place = places.get(channel);
    if (place !== undefined) place.fresh = [];
  };

  const look = async (): Promise<void> => {
    const ask = async ([channel, place]: readonly [string, Place]): Promise<void> => {
      const outcome = await api.messages(channel, place.last);
      if (outcome.kind !== "done") return;
      place.last = outcome.body.at(-1)?.id ?? place.last;
      for (const message of outcome.body) note(channel, message);
    };
    await Promise.all([...places].map(ask));
  };

  return {
    async begin(channels) {
      places = new Map(channels.map(({ id }) => [id, { known: new Set(), last: undefined, fresh: [] }]));
      await look();
      for (const { id } of channels) read(id);
    },
    look,
    note,
    read,
    count: (channel, person) =>
      places.get(channel)?.fresh.filter(({ visibleTo }) => visibleTo === null || visibleTo === person).length ?? 0,
  };
};
