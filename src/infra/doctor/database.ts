import { broken, type Finding, warning, well } from "../../ports/finding.js";
import type { PrismaClient } from "../db/generated/client.js";
import { migrationNames, migrationsFolder } from "../db/migrate.js";
import { migrationsApplied } from "../db/migrations-applied.js";
import { counted } from "./counted.js";

/** The oldest release its makers mend: 14 ended on 12 November 2026 (https://www.postgresql.org/support/versioning/). */
const OLDEST_MENDED_MAJOR = 15;
/** Between this machine's clock and the database's. */
const MOST_SKEW_MS = 60_000;

/** Which PostgreSQL answers. */
export const checkVersion = async (prisma: PrismaClient): Promise<readonly Finding[]> => {
  const rows = await prisma.$queryRaw<readonly { readonly number: number; readonly words: string }[]>`
    select current_setting('server_version_num')::int as number, split_part(current_setting('server_version'), ' ', 1) as words`;
  const { number = 0, words = "?" } = rows[0] ?? {};
  if (number >= OLDEST_MENDED_MAJOR * 10_000) return [well(`PostgreSQL ${words} answers`)];
  return [
    warning(
      `PostgreSQL ${words} answers, which its makers no longer mend`,
      `Move to version ${OLDEST_MENDED_MAJOR} or newer, with a dump: docs/admin.md, “Backup”.`,
    ),
  ];
};

const listed = (names: readonly string[]): string => names.join(", ");

/** Whether the database is as this release wants it; where it is not, nothing else in it can be checked. */
export const checkMigrations = async (
  prisma: PrismaClient,
  folder = migrationsFolder(),
): Promise<readonly Finding[]> => {
  const [wanted, applied] = await Promise.all([migrationNames(folder), migrationsApplied(prisma)]);
  const newer = applied.filter((name) => !wanted.includes(name));
  const missing = wanted.filter((name) => !applied.includes(name));
  if (newer.length > 0)
    return [
      broken(
        `a newer release has used the database: this one does not know ${listed(newer)}`,
        "Start that release, or restore the backup made before the update.",
      ),
    ];
  if (applied.length === 0)
    return [warning("the database is still empty", "Start the program: it makes its tables at the first start.")];
  if (missing.length > 0)
    return [
      warning(
        `${counted(missing.length, "migration is", "migrations are")} not applied: ${listed(missing)}`,
        "Start this release: it applies them.",
      ),
    ];
  return [well(`all ${wanted.length} migrations are applied`)];
};

/** Deadlines go by the database's clock, the log by this machine's. `nowMs` is this machine's; for tests. */
export const checkClock = async (prisma: PrismaClient, nowMs = () => Date.now()): Promise<readonly Finding[]> => {
  const before = nowMs();
  const rows = await prisma.$queryRaw<readonly { readonly ms: number }[]>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`;
  const here = (before + nowMs()) / 2;
  const skewMs = Math.abs((rows[0]?.ms ?? here) - here);
  const seconds = Math.round(skewMs / 1_000);
  if (skewMs <= MOST_SKEW_MS) return [well(`its clock agrees with this machine's (${seconds} s apart)`)];
  return [
    warning(
      `its clock and this machine's are ${seconds} s apart`,
      "Keep both by NTP (timedatectl set-ntp true): deadlines go by the database's clock.",
    ),
  ];
};
