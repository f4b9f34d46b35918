import { jabar2019 } from "./jabar-2019.js";
import { klaten2020 } from "./klaten-2020.js";
import { kobar2017 } from "./kobar-2017.js";
import type { Profile } from "./schema.js";

/** Every regulation a government can be run under; a new one is a new file and a new line here. */
export const profiles: readonly Profile[] = [kobar2017, klaten2020, jabar2019];

/** The profile with this key. Throws on an unknown key: a stored government always names one of `profiles`. */
export function profileOf(key: string): Profile {
  const found = profiles.find((profile) => profile.key === key);
  if (found) return found;
  throw new Error(`unknown regulation profile "${key}"; known: ${profiles.map((profile) => profile.key).join(", ")}`);
}
