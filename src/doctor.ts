import { parseArgs } from "node:util";
import { createTelegramAdapter } from "../adapters/telegram/index.js";
import { adminFindings } from "./app/check-up/admins.js";
import { agencyFindings } from "./app/check-up/agencies.js";
import { appointmentFindings } from "./app/check-up/appointments.js";
import { governmentFindings } from "./app/check-up/governments.js";
import { settingFindings } from "./app/check-up/settings.js";
import { staffingFindings } from "./app/check-up/staffing.js";
import { asOfTrial } from "./app/check-up/trial.js";
import { conversationOf } from "./app/context.js";
import { type Config, ConfigError, ignoredConfig, loadConfig, secretsOf, simulatorWanted } from "./config.js";
import { hasDatabase, visitDatabase } from "./infra/db/database.js";
import type { PrismaClient } from "./infra/db/generated/client.js";
import { createScenes } from "./infra/db/repositories/scene.js";
import { checkDataFolder } from "./infra/doctor/data-folder.js";
import { checkClock, checkMigrations, checkVersion } from "./infra/doctor/database.js";
import { type CheckedPlatform, checkPlatforms } from "./infra/doctor/platforms.js";
import { checkAmbiguous, checkDeadLetters, checkParked, checkUnsealed } from "./infra/doctor/queues.js";
import { asJson, asText, type Group, isSound } from "./infra/doctor/report.js";
import { describeError } from "./infra/inbox/describe-error.js";
import { createLogger } from "./infra/logging.js";
import { broken, type Finding, warning, well } from "./ports/finding.js";
import type { Scene } from "./ports/store.js";

const USAGE = `npm run doctor            checks the installation and says what to do
npm run doctor -- --json  the same as one JSON document

It changes nothing and may be run beside the program. The exit code is 0 without errors (warnings are allowed), 1 with
errors, 78 for a wrong configuration.
`;

type Check = () => Promise<readonly Finding[]> | readonly Finding[];

/** What fails is a finding too, and keeps none of the other checks. */
const group = async (title: string, ...checks: readonly Check[]): Promise<Group> => {
  const findings: Finding[] = [];
  for (const check of checks) {
    try {
      findings.push(...(await check()));
    } catch (error) {
      findings.push(broken(`it could not be checked: ${describeError(error)}`, "Report this with the log."));
    }
  }
  return { title, findings };
};

const checkConfiguration = (config: Config): readonly Finding[] => {
  const isLocal = /^(127\..*|::1|localhost)$/.test(config.host);
  const ignored = ignoredConfig().map((what) =>
    warning(what, "Correct it or take it out: docs/admin.md, “Configuration”."),
  );
  if (isLocal || !simulatorWanted(config)) return ignored.length > 0 ? ignored : [well("every key is right")];
  return [
    ...ignored,
    warning(
      `HOST=${config.host} is open to the network while the simulator is on: whoever reaches it acts as anybody there`,
      "Set SIMULATOR=off, or keep HOST=127.0.0.1 behind a proxy that asks for a password.",
    ),
  ];
};

/** The accounts that are configured; the simulator has none that could be checked. */
const platformsOf = (config: Config): readonly CheckedPlatform[] => [
  ...(simulatorWanted(config) ? [{ platform: "simulator" } as const] : []),
  ...(config.telegram === undefined ? [] : [createTelegramAdapter(config.telegram)]),
];

const SET_AGAIN = "Set it again with /settings: docs/settings.md, “Settings”.";

/** The governments, and which of their stored settings count for nothing. */
const loadScenes = async (prisma: PrismaClient) => {
  const governments = await prisma.government.findMany({ select: { id: true }, orderBy: { code: "asc" } });
  const unsettled: Finding[] = [];
  const { sceneOfGovernment } = createScenes(prisma, ({ government, setting, problem }) =>
    unsettled.push(warning(`${government}: the stored ${setting} counts for nothing. ${problem}`, SET_AGAIN)),
  );
  const scenes: Scene[] = [];
  for (const { id } of governments) scenes.push(await sceneOfGovernment(id));
  return { scenes, unsettled };
};

/** What lies in a database that is as this release wants it. */
const checkContents = async (config: Config, prisma: PrismaClient): Promise<readonly Group[]> => {
  const { scenes, unsettled } = await loadScenes(prisma);
  const governments = scenes.map(({ directory }) => directory.government);
  const each = (check: (directory: Scene["directory"], now: Date) => readonly Finding[]): Check => {
    return () => scenes.flatMap(({ directory, now }) => asOfTrial(directory.government, check(directory, now)));
  };
  const chats = scenes
    .flatMap(({ directory }) => directory.channels)
    .map((channel) => ({ conversation: conversationOf(channel), name: channel.name }));
  return [
    await group("Platforms", () => checkPlatforms(platformsOf(config), chats)),
    await group(
      "Governments",
      () => governmentFindings(governments, config.realPlatformConfigured),
      each(agencyFindings),
      each(adminFindings),
      each(staffingFindings),
    ),
    await group("Appointments", each(appointmentFindings)),
    await group("Settings", () => unsettled, each(settingFindings)),
    await group(
      "Messages and history",
      () => checkParked(prisma),
      () => checkDeadLetters(prisma),
      () => checkAmbiguous(prisma),
      () => checkUnsealed(prisma),
    ),
  ];
};

const unchecked = async (error: unknown): Promise<readonly Group[]> => [
  await group("Governments", () => Promise.reject(error)),
];

const checkDatabase = async (config: Config): Promise<readonly Group[]> => {
  if (!hasDatabase(config))
    return [await group("Database", () => [well("there is none yet: the first start makes it")])];
  const opened = await visitDatabase(config, createLogger(config.logLevel, secretsOf(config))).catch(
    (error: unknown) => (error instanceof Error ? error : new Error("unknown")),
  );
  if (opened instanceof Error)
    return [await group("Database", () => [broken(opened.message, "Do what it says, then run npm run doctor again.")])];
  try {
    const { prisma } = opened;
    const migrations = await group("Database", () => checkMigrations(prisma));
    const database = await group(
      "Database",
      () => checkVersion(prisma),
      () => migrations.findings,
      () => checkClock(prisma),
    );
    const usable = migrations.findings.every(({ level }) => level === "ok");
    const contents = usable ? await checkContents(config, prisma).catch(unchecked) : [];
    return [database, ...contents];
  } finally {
    await opened.stop();
  }
};

const checkAll = async (config: Config): Promise<readonly Group[]> => [
  await group("Configuration", () => checkConfiguration(config)),
  await group("Data folder", () => checkDataFolder(config)),
  ...(await checkDatabase(config)),
];

const wrongConfiguration = ({ problems }: ConfigError): Promise<Group> =>
  group("Configuration", () =>
    problems.map((problem) =>
      broken(problem, "Correct it in the environment or in .env: docs/admin.md, “Configuration”."),
    ),
  );

const options = { json: { type: "boolean" }, help: { type: "boolean" } } as const;

/** Checks the installation and prints what was found, and what to do. */
const doctor = async (): Promise<void> => {
  const { values } = parseArgs({ options });
  if (values.help) return void process.stdout.write(USAGE);
  const write = (groups: readonly Group[]): void => {
    process.stdout.write(values.json ? asJson(groups) : asText(groups));
    process.exitCode = isSound(groups) ? 0 : 1;
  };
  try {
    write(await checkAll(loadConfig()));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    write([await wrongConfiguration(error)]);
    process.exitCode = error.exitCode;
  }
};

doctor().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
