import type { Message, ReadUpdate } from "./update-schema.js";

/** An album is a message for each of its files, with words on one of them: https://core.telegram.org/bots/api#message, media_group_id. */
const albumOf = ({ update }: ReadUpdate): string | undefined => {
  const { chat, media_group_id } = update?.message ?? {};
  return media_group_id === undefined ? undefined : `${chat?.id}:${media_group_id}`;
};

/** One update of several that are told of as one. */
export interface Part {
  readonly read: ReadUpdate;
  /** The place in the batch of the one that speaks for it: itself, or the one with its album's words. */
  readonly speaker: number;
  /** For a speaker: the messages of its album, itself among them, in order. */
  readonly album: readonly Message[];
}

/** Joins what belongs to one album; every other update stands alone. */
export const joinAlbums = (batch: readonly ReadUpdate[]): readonly Part[] => {
  const albums = new Map<string, number[]>();
  for (const [place, read] of batch.entries()) {
    const key = albumOf(read);
    if (key !== undefined) albums.set(key, [...(albums.get(key) ?? []), place]);
  }
  return batch.map((read, place) => {
    const together = albums.get(albumOf(read) ?? "") ?? [place];
    const speaker =
      together.find((each) => batch[each]?.update?.message?.caption !== undefined) ?? together[0] ?? place;
    return { read, speaker, album: together.flatMap((each) => batch[each]?.update?.message ?? []) };
  });
};

/** Where the album begins whose end may be still to come, because a part of it is the last of the batch. */
export const openAlbumAt = (batch: readonly ReadUpdate[]): number | undefined => {
  const last = batch.at(-1);
  const album = last && albumOf(last);
  return album === undefined ? undefined : batch.findIndex((read) => albumOf(read) === album);
};
