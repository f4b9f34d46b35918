import { type ChatClientTexts, chatClientTexts } from "../i18n/chat-client.js";
import type { Channel, Person, World } from "./api.js";

type Government = World["governments"][number];

/** The chosen government and how its people, channels and times are called. */
export interface Surroundings {
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly texts: ChatClientTexts;
  nameOf(id: string): string;
  timeOf(iso: string): string;
  /** "Budi (petugas KOMINFO)". */
  personLine(person: Person): string;
  /** "#kominfo (kerja), 2 pesan baru"; `unread` may be 0. */
  channelLine(channel: Channel, unread: number): string;
  /** Where this person works, else any channel. */
  homeOf(person: Person): Channel | undefined;
}

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
  const codeOf = (agency: string): string => agencies.find(({ id }) => id === agency)?.code ?? agency;
  const isOurs = (agency: string): boolean => agencies.some(({ id }) => id === agency);
  const channels = world.channels.filter(({ agency }) => isOurs(agency));
  const clock = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "id-ID", {
    timeZone: government?.zone ?? "Asia/Jakarta",
    dateStyle: "short",
    timeStyle: "short",
  });

  return {
    people: world.people.filter((person) =>
      person.government === undefined
        ? person.roles.some(({ agency }) => isOurs(agency))
        : person.government === government?.id,
    ),
    channels,
    texts,
    nameOf: (id) => (id === "bot" ? "Tanggap" : (world.people.find((person) => person.id === id)?.name ?? id)),
    timeOf: (iso) => clock.format(new Date(iso)),
    personLine: ({ name, roles }) => {
      const held = roles.map(({ role, agency }) => `${texts.roles[role] ?? role} ${codeOf(agency)}`);
      return `${name} (${held.join(", ") || texts.noRole})`;
    },
    channelLine: ({ name, purpose }, unread) =>
      `#${name} (${texts.purposes[purpose]})${unread === 0 ? "" : `, ${texts.unread(unread)}`}`,
    homeOf: ({ roles }) =>
      channels.find(({ agency, purpose }) => purpose === "work" && agency === roles[0]?.agency) ?? channels[0],
  };
};
