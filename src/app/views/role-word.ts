import type { Scenery } from "./view.js";

/** A role as the profile calls it. */
export const roleWord = ({ profile, words, locale }: Scenery, role: string): string => {
  const named = Object.entries(profile.roles).find(([code]) => code === role)?.[1].name[locale];
  if (named !== undefined) return named;
  return role === "admin" || role === "auditor" ? words.roles[role] : role;
};
