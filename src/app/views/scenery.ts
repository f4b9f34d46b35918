import type { Channel } from "../../domain/registry/model.js";
import { catalogueOf } from "../../i18n/catalogue.js";
import { formatDuration, formatTime } from "../../i18n/format.js";
import type { ConversationRef } from "../../ports/chat/refs.js";
import type { Scene } from "../../ports/store.js";
import { profileOf } from "../../regulations/profiles.js";
import { channelAt } from "../context.js";
import type { Scenery } from "./view.js";

/** The scenery of a government at this moment. Throws for a regulation that is not there: a broken registry. */
export const sceneryOf = (scene: Scene, to: ConversationRef | undefined, maxChars: number): Scenery => {
  const { government } = scene.directory;
  return {
    directory: scene.directory,
    profile: profileOf(government.profile),
    now: scene.now,
    locale: government.locale,
    words: catalogueOf(government.locale),
    maxChars,
    ...(to ? { to } : {}),
  };
};

/** An instant as people read it in the government's zone. */
export const timeIn = (scenery: Scenery, at: Date): string =>
  formatTime(at, scenery.directory.government.zone, scenery.locale, scenery.now);

/** A day as people read it in the government's zone: "31 Des 2026". */
export const dateIn = ({ directory, locale }: Scenery, at: Date): string =>
  new Intl.DateTimeFormat(locale === "id" ? "id-ID" : "en-GB", {
    timeZone: directory.government.zone,
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(at);

/** A length of time in the government's language. */
export const lengthIn = (scenery: Scenery, ms: number): string => formatDuration(ms, scenery.locale);

/** An agency's name; the id itself for one that is not in the directory any more. */
export const agencyName = ({ directory }: Scenery, agencyId: string): string =>
  directory.agencies.find((agency) => agency.id === agencyId)?.name ?? agencyId;

/** A person's name; the id itself for somebody who is not in the directory any more. */
export const personName = ({ directory }: Scenery, personId: string): string =>
  directory.people.find((person) => person.id === personId)?.name ?? personId;

/** The bound chat a message goes to, when the caller said where it goes. */
export const channelTo = ({ directory, to }: Scenery): Channel | undefined => to && channelAt(directory, to);
