import type { Agency } from "../../domain/registry/model.js";

const MOST_NAMED = 10;

/** The codes of agencies as a finding names them, in their order: "dinkes, pupr", and how many more there are. */
export const namedAgencies = (agencies: readonly Pick<Agency, "code">[]): string => {
  const codes = agencies
    .map(({ code }) => code)
    .sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
  const more = codes.length > MOST_NAMED ? ` and ${codes.length - MOST_NAMED} more` : "";
  return `${codes.slice(0, MOST_NAMED).join(", ")}${more}`;
};
