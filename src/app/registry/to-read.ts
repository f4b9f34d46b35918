import type { Profile } from "../../regulations/schema.js";

/** One list of the regulation that whoever joins is asked to read. */
export interface ToRead {
  readonly list: "ethics" | "duties";
  /** The article whose points it is: "Pasal 13". */
  readonly citation: string;
  readonly points: Profile["ethics"];
}

const articleOf = (points: Profile["ethics"]): string =>
  [...new Set(points.map(({ citation }) => citation.replace(/ huruf [a-z]$/, "")))].join("; ");

/**
 * What whoever joins is shown and says to have read: the ethics and the duties of the profile (kobar-2017 Pasal 13 and 14,
 * klaten-2020 Pasal 15 and 14, jabar-2019 Pasal 9 and 10).
 */
export const toRead = ({ ethics, duties }: Profile): readonly ToRead[] => [
  { list: "ethics", citation: articleOf(ethics), points: ethics },
  { list: "duties", citation: articleOf(duties), points: duties },
];
