import { bold, heading, note, text } from "../../chatkit/blocks.js";
import type { InvitationGift } from "../../domain/registry/model.js";
import { commandName } from "../../i18n/catalogue.js";
import type { ContentOf } from "../../ports/message-content.js";
import { homeAgencyOf } from "../registry/listed.js";
import { type ToRead, toRead } from "../registry/to-read.js";
import { giftWords } from "./open-codes.js";
import { basisParts } from "./registry-parts.js";
import { roleWord } from "./role-word.js";
import { agencyName, dateIn, personName } from "./scenery.js";
import { press, type Scenery, type View } from "./view.js";

const listBlocks = ({ words, locale }: Scenery, { list, citation, points }: ToRead) => [
  text(bold(words.setup.lists[list](citation))),
  text(points.map(({ summary }) => `• ${summary[locale]}`).join("\n")),
];

const readAlone = ({ words, profile }: Scenery): string => {
  const placeOf = (wanted: ToRead["list"]) => toRead(profile).find(({ list }) => list === wanted)?.citation ?? "";
  return words.setup.toReadAlone(placeOf("ethics"), placeOf("duties"));
};

/** Somebody joined: as what, by which letter, and what they are asked to read. */
export const welcomeView = (scenery: Scenery, content: ContentOf<"welcome">): View | "drop" => {
  const { personId, appointmentId, elsewhere } = content;
  const { directory, words, profile } = scenery;
  const appointment = directory.appointments.find(({ id }) => id === appointmentId);
  if (!appointment) return "drop";
  const { setup, registry } = words;
  const { role, agencyId, instrument, number, validUntil } = appointment;
  const said = setup.welcome(personName(scenery, personId), roleWord(scenery, role), agencyName(scenery, agencyId));
  const until = validUntil ? dateIn(scenery, new Date(validUntil.getTime() - 1)) : "";
  const read = directory.people.find(({ id }) => id === personId)?.ethicsReadAt !== undefined;
  const presses = read ? [] : [[press(setup.readEthics, "ethics", {})]];
  if (elsewhere) return { summary: said, blocks: [text(`${said} ${readAlone(scenery)}`)], presses };
  return {
    summary: said,
    blocks: [
      text(said),
      ...(number === "" ? [] : [note(setup.letter(registry.letter(instrument, number), until))]),
      ...(read ? [] : [text(setup.pleaseRead), ...toRead(profile).flatMap((each) => listBlocks(scenery, each))]),
    ],
    presses,
  };
};

/** That the regulation wants a civil servant for this role, where the invited person is none. */
const civilParts = (scenery: Scenery, gives: InvitationGift) => {
  const isNone = gives.kind === "role" && gives.civilServant === false;
  const rule = isNone
    ? scenery.profile.civilServantsOnly.find(({ role }) => role === gives.appointment.role)
    : undefined;
  const { notes, presses } = basisParts(scenery, rule);
  const { notCivilServant } = scenery.words.registry.members;
  return { notes: [...(rule ? [note(notCivilServant(rule.citation))] : []), ...notes], presses };
};

/** Enough to see who might be meant. */
const MOST_NAMESAKES = 5;

/** Who is registered under this name, or has it in theirs: they may be who is invited, and would be there twice. */
const namesakesNote = (scenery: Scenery, gives: InvitationGift) => {
  const { directory, now, words } = scenery;
  const said = gives.kind === "role" ? (gives.name ?? "").toLowerCase() : "";
  const known = said === "" ? [] : directory.people.filter(({ name }) => name.toLowerCase().includes(said));
  if (known.length === 0) return [];
  const named = known.slice(0, MOST_NAMESAKES).map(({ id, name }) => {
    const home = homeAgencyOf(directory, id, now);
    return home === undefined ? name : `${name} (${agencyName(scenery, home)})`;
  });
  return [note(words.setup.invitation.namesakes(named.join("; ")))];
};

/** A one-time code as it is typed, ready to be sent on, for whoever gave it out. Dropped once the code is gone from the message. */
export const invitationView = (scenery: Scenery, content: ContentOf<"invitation">): View | "drop" => {
  const { invitationId, secret } = content;
  const found = scenery.directory.invitations.find(({ id }) => id === invitationId);
  if (!found || secret === undefined) return "drop";
  const { invitation } = scenery.words.setup;
  const title = invitation.heading(giftWords(scenery, found.gives));
  const civil = civilParts(scenery, found.gives);
  return {
    summary: title,
    blocks: [
      heading(title),
      {
        kind: "code",
        text: `/${commandName(scenery.locale, found.gives.kind === "chat" ? "setup" : "join")} ${secret}`,
      },
      text(invitation.how[found.gives.kind]),
      note(invitation.once(dateIn(scenery, found.expiresAt))),
      ...namesakesNote(scenery, found.gives),
      ...civil.notes,
    ],
    presses: [civil.presses],
  };
};
