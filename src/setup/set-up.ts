import { found, type GivenCodes, renew } from "../app/founding/found.js";
import { inviteAdmin } from "../app/founding/invite-admin.js";
import type { FoundingPlan } from "../app/founding/plan.js";
import type { Config } from "../config.js";
import { joinDatabase } from "../infra/db/database.js";
import { createFoundations } from "../infra/db/foundations.js";
import { systemIds } from "../infra/system.js";
import type { Foundations } from "../ports/founding.js";
import type { Logger } from "../ports/logger.js";
import { openCodesFile } from "./codes.js";
import type { Outcome } from "./outcome.js";

/** What a setup works with. */
export interface Surroundings {
  readonly config: Config;
  readonly logger: Logger;
  /** Aborted when the operator stops it: what is not saved by then is not. */
  readonly stopped: AbortSignal;
}

/** Where the codes go besides the screen: a new file, in the form `write` gives them. */
export interface CodesTarget {
  readonly path: string;
  readonly write: (given: GivenCodes) => string;
}

class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** Opens the database for as long as `use` takes, beside a running program where there is one. */
export const withFoundations = async <T>(
  { config, logger }: Surroundings,
  use: (foundations: Foundations) => Promise<T>,
): Promise<T> => {
  const database = await joinDatabase(config, logger);
  try {
    return await use(createFoundations(database.prisma));
  } finally {
    await database.stop();
  }
};

type Work = (
  foundations: Foundations,
  beforeCommit: (given: GivenCodes) => void,
) => Promise<Exclude<Outcome, { kind: "codesTaken" | "interrupted" }>>;

/** The file is made first and holds the codes before anything is saved: no code is lost, and none is left that is none. */
const withCodes = async (surroundings: Surroundings, target: CodesTarget | undefined, work: Work): Promise<Outcome> => {
  const file = target && openCodesFile(target.path);
  if (target && !file) return { kind: "codesTaken", path: target.path };
  let isSaved = false;
  try {
    const outcome = await withFoundations(surroundings, (foundations) =>
      work(foundations, (given) => {
        if (surroundings.stopped.aborted) throw new Interrupted();
        if (target) file?.write(target.write(given));
      }),
    );
    isSaved = "given" in outcome && outcome.given.codes.length > 0;
    return outcome;
  } catch (error) {
    if (error instanceof Interrupted) return { kind: "interrupted" };
    throw error;
  } finally {
    if (!isSaved) file?.remove();
  }
};

/** Founds the planned government in one transaction. Rejects where the database cannot be used; nothing is saved then. */
export const setUp = (
  surroundings: Surroundings,
  plan: FoundingPlan,
  target: CodesTarget | undefined,
): Promise<Outcome> =>
  withCodes(surroundings, target, async (foundations, beforeCommit) => {
    const given = await found(plan, { foundations, ids: systemIds, beforeCommit });
    return given ? { kind: "founded", plan, given } : { kind: "exists", code: plan.government.code };
  });

/** Gives out new codes for those of a government's setup that nobody has used. */
export const renewCodes = (
  surroundings: Surroundings,
  code: string,
  target: CodesTarget | undefined,
): Promise<Outcome> =>
  withCodes(surroundings, target, async (foundations, beforeCommit) => {
    const given = await renew(code, { foundations, ids: systemIds, beforeCommit });
    return given ? { kind: "renewed", given } : { kind: "unknownGovernment", code };
  });

/** Gives out a code for an admin of a government whose admins are gone. */
export const newAdmin = (surroundings: Surroundings, code: string, target: CodesTarget | undefined): Promise<Outcome> =>
  withCodes(surroundings, target, async (foundations, beforeCommit) => {
    const given = await inviteAdmin(code, { foundations, ids: systemIds, beforeCommit });
    return given ? { kind: "adminInvited", given } : { kind: "unknownGovernment", code };
  });

/** Removes a trial with all that belongs to it. */
export const removeTrial = async (surroundings: Surroundings, code: string): Promise<Outcome> => {
  const removed = await withFoundations(surroundings, (foundations) => foundations.remove(code));
  return typeof removed === "string" ? { kind: removed, code } : { kind: "removed", code, removed };
};
