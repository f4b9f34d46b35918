import type { Gates } from "../domain/inquiry/answering.js";
import type { ForwardClock } from "../domain/inquiry/model.js";
import type { Agency, AnswerOrigin, Directory, GateKind, Sop } from "../domain/registry/model.js";
import type { Profile } from "../regulations/schema.js";

const strictness: readonly GateKind[] = ["none", "report", "approve"];

/** The SOP that applies to an agency: its own, or the government's where the profile says there is one for all. */
const sopOf = (directory: Directory, profile: Profile, agencyId: string): Sop | undefined =>
  profile.deadline.sop.scope === "agency"
    ? directory.sops.findLast((each) => each.agencyId === agencyId)
    : directory.sops.findLast((each) => each.agencyId === undefined);

/** What answers of this agency have to pass: the profile's gates; its SOP may only make them stricter. */
export const gatesOf = (directory: Directory, profile: Profile, agencyId: string): Gates => {
  const sop = sopOf(directory, profile, agencyId);
  const gate = (origin: AnswerOrigin): Gates[AnswerOrigin] => {
    const { kind, level, citation } = profile.gates[origin];
    const added = sop?.gates[origin];
    if (sop && added && strictness.indexOf(added) > strictness.indexOf(kind))
      return { kind: added, level: "sop", citation: `SOP ${sop.number}` };
    return { kind, level, citation };
  };
  return { available: gate("available"), inHouse: gate("inHouse"), forwarded: gate("forwarded") };
};

/**
 * The clock of a forward to this agency: the regulation's hours, the related agency's SOP where it shortens them (or sets
 * them, where the regulation leaves it to the SOP). External agencies have none: no text binds them.
 */
export const clockOf = (directory: Directory, profile: Profile, agency: Agency): ForwardClock | undefined => {
  if (agency.kind === "external") return undefined;
  const { hours, level, citation, sop: rule } = profile.deadline;
  const sop = sopOf(directory, profile, agency.id);
  const set = sop?.deadlineHours;
  if (!sop || set === undefined || (set >= hours && !rule.mayLengthen)) return { hours, level, citation };
  return { hours: set, level: "sop", citation: `SOP ${sop.number}` };
};
