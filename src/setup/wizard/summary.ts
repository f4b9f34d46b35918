import { profileOf } from "../../regulations/profiles.js";
import { indonesianZones } from "../fields.js";
import { type AnsweredPerson, type Answers, allAgencies } from "./answers.js";
import type { Asking } from "./asking.js";

/** More agencies than this are told by their number. */
const MOST_LISTED = 12;

/** "WIT (Asia/Jayapura)", as it was chosen. */
const zoneOf = (zone: string): string => {
  const [letters] = Object.entries(indonesianZones).find(([, name]) => name === zone) ?? [];
  return letters === undefined ? zone : `${letters} (${zone})`;
};

/** Everything that was answered, before it is saved. */
export const summaryOf = ({ texts }: Asking, answers: Answers): string => {
  const { summary, chats: chatWords } = texts.wizard;
  const { basics, office, agencies, admin, people, chats } = answers;
  const names = (list: readonly string[]): string => (list.length === 0 ? summary.nobody : list.join(", "));
  const letterOf = ({ number }: AnsweredPerson): string => (number === "" ? summary.noNumber : summary.number(number));
  const others = allAgencies(answers).filter(({ code }) => code !== office.code);
  const listed = others.map(({ code, name, kind }) =>
    summary.agency(code.toUpperCase(), name, kind === "external" ? summary.external : ""),
  );
  const outside = others.filter(({ kind }) => kind === "external").map(({ code }) => code.toUpperCase());
  const tooMany = summary.many(others.length, outside.length);
  const officeName = agencies.find(({ code }) => code === office.code)?.name ?? office.name;
  const invited = people.map((each) => {
    const role = texts.command.roles[each.role];
    return `${each.name} (${role} ${each.agency.toUpperCase()}, ${each.position}, ${letterOf(each)})`;
  });
  const words: Readonly<Record<string, string>> = { all: chatWords.all, communications: chatWords.office };
  const lines: readonly (readonly [string, string])[] = [
    [summary.line.government, `${basics.name} (${basics.code}), ${basics.trial ? summary.trial : summary.real}`],
    [summary.line.regulation, profileOf(basics.regulation).shortTitle],
    [summary.line.zone, zoneOf(basics.zone)],
    [summary.line.office, summary.agency(office.code.toUpperCase(), officeName, "")],
    [summary.line.agencies, others.length > MOST_LISTED ? tooMany : names(listed)],
    [
      summary.line.admin,
      `${admin.name}, ${admin.position}, ${letterOf(admin)}, ${admin.actsForOffice ? summary.actsForOffice : summary.adminAlone}`,
    ],
    [summary.line.people, names(invited)],
    [summary.line.chats, names(chats.map((each) => words[each] ?? each.toUpperCase()))],
  ];
  return lines.map(([label, text]) => `${label}: ${text}`).join("\n");
};
