import type { Role } from "../../domain/registry/model.js";
import { profileOf } from "../../regulations/profiles.js";
import { line } from "../fields.js";
import { instrumentOf } from "../people.js";
import { maxNumberChars } from "../schema.js";
import { type AnsweredPerson, type Answers, allAgencies } from "./answers.js";
import { type Asking, askLine, faultIn } from "./asking.js";

type Before = Pick<Answers, "basics" | "office" | "agencies">;

const askPerson = async (
  asking: Asking,
  role: Role,
  { basics }: Pick<Answers, "basics">,
  before?: AnsweredPerson,
): Promise<AnsweredPerson> => {
  const { prompts, texts, locale } = asking;
  const words = texts.wizard.person;
  const name = await askLine(asking, line(), { message: words.name, fallback: before?.name });
  const position = await askLine(asking, line(), { message: words.position, fallback: before?.position });
  const number = await prompts.line({
    message: words.number(instrumentOf({ profile: profileOf(basics.regulation), locale }, role)),
    check: (typed) => (typed.trim() === "" ? undefined : faultIn(line(maxNumberChars), typed, texts)),
  });
  return { name, position, number: number.trim() };
};

/** The first admin, who joins by a code. */
export const askAdmin = async (
  asking: Asking,
  answers: Before,
  before?: Answers["admin"],
): Promise<Answers["admin"]> => {
  const { prompts, texts } = asking;
  const { yes, no, admin } = texts.wizard;
  prompts.step(admin.heading);
  const person = await askPerson(asking, "admin", answers, before);
  const actsForOffice = await prompts.confirm(admin.actsForOffice, { yes, no }, before?.actsForOffice ?? true);
  return { ...person, actsForOffice };
};

const MOST_CHOSEN = 12;

const askAgency = (asking: Asking, answers: Before): Promise<string> => {
  const { prompts, texts } = asking;
  const agencies = allAgencies(answers);
  const { agency, agencyCode, unknownAgency } = texts.wizard.person;
  if (agencies.length <= MOST_CHOSEN)
    return prompts.select(
      agency,
      agencies.map(({ code, name }) => ({ value: code, label: name, hint: code })),
    );
  const known = (code: string) =>
    agencies.some((each) => each.code === code.toLowerCase()) ? undefined : unknownAgency(code);
  return askLine(asking, line(), { message: agencyCode, also: known }).then((code) => code.toLowerCase());
};

const ROLES: readonly Role[] = ["officer", "official", "head", "communications", "admin", "auditor"];

/** Everybody else who is to have a code now. */
export const askPeople = async (asking: Asking, answers: Before): Promise<Answers["people"]> => {
  const { prompts, texts } = asking;
  const { yes, no, people, person } = texts.wizard;
  let invited: Answers["people"] = [];
  while (await prompts.confirm(invited.length === 0 ? people.first : people.another, { yes, no }, false)) {
    const agency = await askAgency(asking, answers);
    const role = await prompts.select(
      person.role,
      ROLES.map((value) => ({ value, label: people.roles[value] })),
    );
    invited = [...invited, { ...(await askPerson(asking, role, answers)), agency, role }];
  }
  return invited;
};

/** More agencies than this have more codes than anybody hands out in a week. */
const MANY_AGENCIES = 15;

/** Which chats are to have a code now. */
export const askChats = async ({ prompts, texts }: Asking, answers: Before): Promise<Answers["chats"]> => {
  const { chats } = texts.wizard;
  const agencies = allAgencies(answers);
  const options = [
    { value: "all", label: chats.all },
    { value: "communications", label: chats.office, hint: chats.officeHint },
    { value: "chosen", label: chats.chosen },
  ] as const;
  const which = await prompts.select(
    chats.question,
    options,
    agencies.length > MANY_AGENCIES ? "communications" : "all",
  );
  if (which !== "chosen") return [which];
  return prompts.many(
    chats.which,
    agencies.map(({ code, name }) => ({ value: code, label: name })),
    [answers.office.code],
  );
};
