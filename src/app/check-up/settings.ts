import type { Directory } from "../../domain/registry/model.js";
import { type Finding, warning, well } from "../../ports/finding.js";
import { profileOf } from "../../regulations/profiles.js";
import { type AccessFault, accessFaults } from "../settings/access-faults.js";

const sentence = (fault: AccessFault): string => {
  if (fault.kind === "unknownRight") return `There is no right called ${fault.action}.`;
  const { action, role, set, allowed, citations } = fault;
  const because = citations.length === 0 ? "" : ` (${citations.join("; ")})`;
  return `${action} of ${role} cannot be ${set}${because}: it can be ${allowed.join(" or ")}.`;
};

/** Whether everything one government set in its access table counts. */
export const settingFindings = ({ government }: Directory): readonly Finding[] => {
  const faults = accessFaults(profileOf(government.profile), government.settings.access);
  const found = faults.map((fault) =>
    warning(
      `${government.code}: ${sentence(fault)} The default holds.`,
      "Set it with /access: docs/settings.md, “Access”.",
    ),
  );
  return found.length > 0 ? found : [well(`${government.code}: every right it set counts`)];
};
