import type { Directory, Person } from "../../domain/registry/model.js";
import type { Changes } from "../../ports/store.js";
import { profileOf } from "../../regulations/profiles.js";
import type { Effects } from "../effects.js";
import { homeAgencyOf } from "./listed.js";
import { toRead } from "./to-read.js";

/** What is kept of it. */
type Read = Required<Pick<Effects, "registry">> & Pick<Changes, "history">;

/**
 * The person read the ethics and duties of the profile that joining showed; the history keeps which articles. Undefined where
 * they had said so before. `agencyId`: whose history tells of it where they are in no agency.
 */
export const readEthics = (directory: Directory, person: Person, now: Date, agencyId?: string): Read | undefined => {
  if (person.ethicsReadAt) return undefined;
  const personId = person.id;
  const home = homeAgencyOf(directory, personId, now) ?? agencyId;
  const articles = toRead(profileOf(directory.government.profile))
    .map(({ citation }) => citation)
    .join("; ");
  const content = { personId, ...(home === undefined ? {} : { agencyId: home }), articles };
  return {
    registry: { people: [{ ...person, ethicsReadAt: now }] },
    history: [{ subjectId: personId, at: now, actor: personId, kind: "ethicsRead", content }],
  };
};
