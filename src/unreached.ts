import type { Config } from "./config.js";
import type { PrismaClient } from "./infra/db/generated/client.js";

const MOST_NAMED = 3;

/**
 * One sentence on the real governments nobody can reach, as no chat platform is configured, and what to do about it;
 * undefined where there are none. The simulator never shows them.
 */
export const unreachedSentence = async (
  prisma: PrismaClient,
  { realPlatformConfigured }: Pick<Config, "realPlatformConfigured">,
): Promise<string | undefined> => {
  if (realPlatformConfigured) return undefined;
  const real = await prisma.government.findMany({ where: { example: false }, orderBy: { code: "asc" } });
  if (real.length === 0) return undefined;
  const more = real.length - MOST_NAMED;
  const named = real.slice(0, MOST_NAMED).map(({ code }) => code);
  const who = more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
  return (
    `No chat platform is connected, so ${who} cannot be reached yet: connect one (README.md), ` +
    "or set up a trial for the simulator with npm run setup."
  );
};
