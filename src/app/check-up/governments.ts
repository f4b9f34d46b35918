import type { Government } from "../../domain/registry/model.js";
import { broken, type Finding, warning, well } from "../../ports/finding.js";
import { profiles } from "../../regulations/profiles.js";

type Kept = Pick<Government, "code" | "profile" | "example">;

const listed = (governments: readonly Kept[]): string => governments.map(({ code }) => code).join(", ");

/** The real ones, where no chat platform is configured: the simulator never shows them. */
const unreached = (governments: readonly Kept[], hasPlatform: boolean): readonly Finding[] => {
  const real = governments.filter(({ example }) => !example);
  if (hasPlatform || real.length === 0) return [];
  return [
    warning(
      `no chat platform is connected, so nobody reaches ${listed(real)}`,
      "Connect one: README.md, “Connect Telegram”. To try the program, set up a trial with npm run setup.",
    ),
  ];
};

/** Which governments there are, whether this release knows their regulations, and whether the real ones can be reached. */
export const governmentFindings = (governments: readonly Kept[], hasPlatform: boolean): readonly Finding[] => {
  if (governments.length === 0)
    return [warning("no government is set up", "Run npm run setup: docs/admin.md, “First run”.")];
  const unknown = governments.filter(({ profile }) => profiles.every(({ key }) => key !== profile));
  const examples = governments.filter(({ example }) => example).length;
  return [
    ...unknown.map(({ code, profile }) =>
      broken(`${code}: this release does not know its regulation "${profile}"`, "Update it."),
    ),
    ...unreached(governments, hasPlatform),
    well(`${governments.length} set up${examples === 0 ? "" : `, ${examples} of them trials or examples`}`),
  ];
};
