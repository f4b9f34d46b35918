import { text } from "../../chatkit/blocks.js";
import { startOfDay } from "../../domain/time/local-day.js";
import type { ConfirmedCommand, ContentOf } from "../../ports/message-content.js";
import { homeAgencyOf } from "../registry/listed.js";
import { chatWords } from "./channels.js";
import { giftWords } from "./open-codes.js";
import { roleWord } from "./role-word.js";
import { agencyName, dateIn, personName } from "./scenery.js";
import { press, type Scenery, type View } from "./view.js";

type Values = ContentOf<"confirm">["values"];

/** What is asked, and what its button says; undefined where what it is about is gone. */
interface Question {
  readonly sentence: string;
  readonly button: string;
}

const unbind = (scenery: Scenery, { channel: id }: Values): Question | undefined => {
  const channel = scenery.directory.channels.find((each) => each.id === id);
  if (!channel) return undefined;
  const { confirm, buttons } = scenery.words.registry;
  const lost = confirm.lost[channel.purpose];
  return {
    sentence: confirm.unbind(channel.name, chatWords(scenery, channel), lost),
    button: buttons.sureUnbind,
  };
};

const endrole = (scenery: Scenery, { appointment: id }: Values): Question | undefined => {
  const found = scenery.directory.appointments.find((each) => each.id === id);
  if (!found) return undefined;
  const { confirm, buttons } = scenery.words.registry;
  const role = roleWord(scenery, found.role);
  return {
    sentence: confirm.endrole(personName(scenery, found.personId), role, agencyName(scenery, found.agencyId)),
    button: buttons.sureEnd,
  };
};

const unlink = (scenery: Scenery, { person: id, platform = "", user = "" }: Values): Question | undefined => {
  const { confirm, buttons } = scenery.words.registry;
  const person = scenery.directory.people.find((each) => each.id === id);
  return person && { sentence: confirm.unlink(person.name, platform, user), button: buttons.sureUnlink };
};

const editagency = (scenery: Scenery, { of: id }: Values): Question | undefined => {
  const { confirm, buttons } = scenery.words.registry;
  const agency = scenery.directory.agencies.find((each) => each.id === id);
  const { hours, level, citation } = scenery.profile.deadline;
  const sentence = agency && confirm.external(agency.name, hours, level === "regulation" ? citation : "");
  return sentence === undefined ? undefined : { sentence, button: buttons.sureExternal };
};

const acting = (scenery: Scenery, { meant, agency: code, until = "" }: Values): Question | undefined => {
  const { directory, now } = scenery;
  const person = directory.people.find((each) => each.id === meant);
  const agency = directory.agencies.find((each) => each.code === code);
  const home = person && homeAgencyOf(directory, person.id, now);
  if (!person || !agency || home === undefined) return undefined;
  const day = dateIn(scenery, startOfDay(directory.government.zone, until));
  const { confirm, buttons } = scenery.words.registry;
  return {
    sentence: `${confirm.acting(person.name, agencyName(scenery, home), agency.name)} ${confirm.actingUntil(day)}`,
    button: buttons.sureActing,
  };
};

const accept = (scenery: Scenery, { invitation: id, person = "" }: Values): Question | undefined => {
  const gives = scenery.directory.invitations.find((each) => each.id === id && !each.used)?.gives;
  if (gives?.kind !== "role") return undefined;
  const { confirm, buttons } = scenery.words.registry;
  return {
    sentence: confirm.accept(giftWords(scenery, gives), personName(scenery, person)),
    button: buttons.sureAccept,
  };
};

const questions: Readonly<Record<ConfirmedCommand, (scenery: Scenery, values: Values) => Question | undefined>> = {
  unbind,
  endrole,
  unlink,
  editagency,
  acting,
  accept,
};

/** Asks before something is done that no button takes back. */
export const confirmView = (scenery: Scenery, { command, values }: ContentOf<"confirm">): View | "drop" => {
  const question = questions[command](scenery, values);
  if (!question) return "drop";
  return {
    summary: question.sentence,
    blocks: [text(question.sentence)],
    presses: [[press(question.button, command, { ...values, sure: "yes" }, "danger")]],
  };
};
