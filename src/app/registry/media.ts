import type { Profile } from "../../regulations/schema.js";

/** What people also call a medium. */
const SHORT: Readonly<Record<string, string>> = { ig: "instagram", fb: "facebook", yt: "youtube", wa: "whatsapp" };

/** "X (Twitter)" goes by "X (Twitter)", "X" and "Twitter". */
const namesOf = (name: string): readonly string[] =>
  [name, ...name.split(/[()]/)].map((each) => each.trim().toLowerCase());

/** The code of the profile's medium somebody means, by its code or as people say it; undefined for any other. */
export const mediumNamed = ({ media }: Profile, typed: string): string | undefined => {
  const said = typed.trim().toLowerCase();
  const found = media.find(({ code, name }) => code === (SHORT[said] ?? said) || namesOf(name).includes(said));
  return said === "" ? undefined : found?.code;
};
