import type { FoundingPlan, PlannedChats } from "../app/founding/plan.js";
import type { FindAgency, Part } from "./agencies.js";
import { type Place, problemAt } from "./problem.js";

type PlannedAgency = FoundingPlan["agencies"][number];

/** An agency outside the regulation decides nothing here: it only answers. */
const purposesOf = ({ code, kind }: PlannedAgency, office: string | undefined): PlannedChats["purposes"] => {
  if (code === office) return ["work", "approval", "digest"];
  return kind === "external" ? ["work"] : ["work", "approval"];
};

/** The chats codes are given for: of every agency of the government, of the communications office, or of those named. */
export const chatsOf = (
  said: readonly string[],
  agencies: readonly PlannedAgency[],
  office: string | undefined,
  findAgency: FindAgency,
  placeOf: (index: number) => Place,
): Part<PlannedChats> => {
  const words = said.map((each) => each.toLowerCase());
  const isAll = words.includes("all");
  const named = new Set(words.map((word) => (word === "communications" ? office : findAgency(word))));
  const chosen = agencies.filter(
    ({ code, kind }) => named.has(code) || (isAll && (kind === "internal" || code === office)),
  );
  const unknown = said.flatMap((value, index) => {
    const word = words[index] ?? "";
    const isKnown = word === "all" || word === "communications" || findAgency(word) !== undefined;
    return isKnown ? [] : [problemAt(placeOf(index), "unknownAgency", { value }, "chats")];
  });
  return {
    values: chosen.map((agency) => ({ agency: agency.code, purposes: purposesOf(agency, office) })),
    problems: unknown,
  };
};
