import { closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import type { GivenCodes } from "../app/founding/found.js";
import type { GivenCode } from "../app/founding/founding-of.js";
import { catalogueOf, commandName } from "../i18n/catalogue.js";
import { formatTime } from "../i18n/format.js";
import { setupTexts } from "../i18n/setup-cli.js";
import type { Locale } from "../ports/chat/refs.js";

const typed = ({ code, gives }: GivenCode, locale: Locale): string =>
  `/${commandName(locale, gives.kind === "chat" ? "setup" : "join")} ${code}`;

const agencyLetters = ({ agency }: GivenCode): string => agency.toUpperCase();

const whoOf = (given: GivenCode, locale: Locale): string => {
  const { gives } = given;
  if (gives.kind === "chat")
    return `${agencyLetters(given)} · ${catalogueOf(locale).setup.channelNames[gives.purpose]}`;
  const role = setupTexts[locale].command.roles[gives.role];
  return `${gives.name === "" ? "" : `${gives.name}, `}${role} ${agencyLetters(given)}`;
};

/** Until when the codes work, as people read it. */
export const untilOf = ({ expiresAt, now, zone }: GivenCodes, locale: Locale): string =>
  formatTime(expiresAt, zone, locale, now);

/** Who has more than one code, as the first admin who acts for Diskominfo too, and how many. */
const severalOf = ({ codes }: GivenCodes): readonly (readonly [string, number])[] => {
  const names = codes.flatMap(({ gives }) => (gives.kind === "role" && gives.name !== "" ? [gives.name] : []));
  return [...new Set(names)].flatMap((name) => {
    const count = names.filter((each) => each === name).length;
    return count > 1 ? [[name, count] as const] : [];
  });
};

/** The codes as people hand them out: what is typed, and by whom or where. */
export const codeLines = (given: GivenCodes, locale: Locale): readonly string[] => {
  const texts = setupTexts[locale].command.codes;
  const list = (kind: GivenCode["gives"]["kind"], heading: string): readonly string[] => {
    const codes = given.codes.filter((each) => each.gives.kind === kind);
    return codes.length === 0
      ? []
      : ["", heading, ...codes.map((each) => `  ${typed(each, locale)}   ${whoOf(each, locale)}`)];
  };
  const several = severalOf(given).map(([name, count]) => `  ${texts.several(name, count)}`);
  return [
    texts.heading(untilOf(given, locale)),
    ...list("role", texts.people),
    ...several,
    ...list("chat", texts.chats),
  ];
};

/** The codes for programs. */
export const codesAsJson = ({ codes, expiresAt }: GivenCodes): object => ({
  expiresAt: expiresAt.toISOString(),
  codes: codes.map(({ code, agency, gives: { kind, ...what } }) => ({
    command: `${kind === "chat" ? "/setup" : "/join"} ${code}`,
    agency,
    ...what,
  })),
});

/** A new file that only its owner may read. */
export interface CodesFile {
  write(text: string): void;
  /** Nothing was set up: the file goes. */
  remove(): void;
}

/** Opens the file before anything is set up, so that no code is lost. Undefined where it is there already or cannot be made. */
export const openCodesFile = (path: string): CodesFile | undefined => {
  try {
    const descriptor = openSync(path, "wx", 0o600);
    return {
      write(text) {
        writeFileSync(descriptor, text, { flush: true });
        closeSync(descriptor);
      },
      remove: () => rmSync(path, { force: true }),
    };
  } catch {
    return undefined;
  }
};
