import { ConfigError, loadConfig, secretsOf } from "./config.js";
import { visitDatabase } from "./infra/db/database.js";
import { type Verification, verifyHistory } from "./infra/history/verify.js";
import { createLogger } from "./infra/logging.js";

const MEANING = {
  number: "a row is missing before it, or was put in",
  seal: "it, or the row before it, was changed",
  content: "what it says is not what was sealed",
} as const;

/** The finding as lines for the operator. */
const report = ({ governments, sealed, unsealed, breaks, broken }: Verification): string => {
  const scope = `${sealed} sealed rows of ${governments} governments`;
  const young = unsealed === 0 ? "" : ` ${unsealed} rows are not sealed yet: a running program seals within seconds.`;
  if (broken === 0) return `The history is whole: ${scope}.${young}\n`;
  const lines = breaks.map(
    ({ governmentId, sealNo, kind }) => `  government ${governmentId}, row ${sealNo}: ${MEANING[kind]}`,
  );
  const rest = broken > breaks.length ? [`  and ${broken - breaks.length} more`] : [];
  return [`The history is broken in ${broken} places (${scope}).${young}`, ...lines, ...rest, ""].join("\n");
};

/** Recomputes the history's chains. The exit code is 0 when they hold, 1 when not, and 78 for a wrong configuration. */
const verify = async (): Promise<void> => {
  const config = loadConfig();
  const database = await visitDatabase(config, createLogger(config.logLevel, secretsOf(config)));
  try {
    const found = await verifyHistory(database.prisma);
    process.stdout.write(report(found));
    process.exitCode = found.broken === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
};

verify().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof ConfigError ? error.exitCode : 1;
});
