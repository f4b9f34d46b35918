import { type ChatClientTexts, chatClientTexts } from "../i18n/chat-client.js";
import { formatTime } from "../i18n/format.js";
import type { Channel, Person, World } from "./api.js";
import { groupPeople, type PeopleOfAgency, personLine } from "./people.js";

type Government = World["governments"][number];

/** The chosen government and how its people, channels and times are called. */
export interface Surroundings {
  readonly people: readonly PeopleOfAgency[];
  readonly channels: readonly Channel[];
  readonly texts: ChatClientTexts;
  nameOf(id: string): string;
  /** In the government's zone: "Sen 23 Nov 09.00 WIB". */
  timeOf(iso: string): string;
  /** "Dina (Dishub), petugas". */
  personLine(person: Person): string;
  /**
   * "#kominfo (kerja), 2 pesan baru"; the purpose only where the name does not say it, and that nobody has bound it.
   * `unread` may be 0.
   */
  channelLine(channel: Channel, unread: number): string;
  /** Where this person works, else any channel. */
  homeOf(person: Person): Channel | undefined;
}

/** The example government the README's tour begins in. */
const TOUR_GOVERNMENT = "kobar";

/** The governments as they are offered: the tour's first, the others by name. */
export const offeredGovernments = (world: World): readonly Government[] => {
  const rank = ({ id }: Government): number => (id === TOUR_GOVERNMENT ? 0 : 1);
  return world.governments.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "id"));
};

const isLocale = (value: string | undefined): value is "id" | "en" => value === "id" || value === "en";

/** Before a government is chosen there are neither people nor channels. `locale` overrides the government's language. */
export const surroundingsOf = (
  world: World,
  government: Government | undefined,
  locale: "id" | "en" | undefined,
): Surroundings => {
  const language = locale ?? (isLocale(government?.locale) ? government.locale : "id");
  const texts = chatClientTexts[language];
  const agencies = world.agencies.filter((agency) => agency.government === government?.id);
  const isOurs = (agency: string | null): boolean => agencies.some(({ id }) => id === agency);
  const channels = world.channels.filter((channel) =>
    channel.government === undefined ? isOurs(channel.agency) : channel.government === government?.id,
  );
  const people = world.people.filter((person) =>
    person.government === undefined
      ? person.roles.some(({ agency }) => isOurs(agency))
      : person.government === government?.id,
  );

  return {
    people: groupPeople(people, agencies, texts),
    channels,
    texts,
    nameOf: (id) => (id === "bot" ? "Tanggap" : (world.people.find((person) => person.id === id)?.name ?? id)),
    timeOf: (iso) => formatTime(new Date(iso), government?.zone ?? "Asia/Jakarta", language),
    personLine: (person) => personLine(person, agencies, texts),
    channelLine: ({ name, purpose }, unread) => {
      const label = purpose === null ? texts.unbound : texts.purposes[purpose];
      const full = name.toLowerCase().includes(label.toLowerCase()) ? `#${name}` : `#${name} (${label})`;
      return unread === 0 ? full : `${full}, ${texts.unread(unread)}`;
    },
    homeOf: ({ roles }) =>
      channels.find(({ agency, purpose }) => purpose === "work" && agency === roles[0]?.agency) ?? channels[0],
  };
};
