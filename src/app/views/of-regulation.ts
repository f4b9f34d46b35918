import type { Scenery } from "./view.js";

/** Which of an input's choices the government's regulation has: its media and its functions, and all of every other. */
export const ofRegulation = ({ profile }: Scenery, input: string, codes: readonly string[]): readonly string[] => {
  const lists: Readonly<Record<string, readonly { readonly code: string }[]>> = {
    medium: profile.media,
    function: profile.staffing,
  };
  const known = lists[input];
  return known ? codes.filter((code) => known.some((each) => each.code === code)) : codes;
};
