import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Stand } from "./stand.js";

const TOKEN_CHARS = 22;

const readIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

/** Every run of so many characters a token could be. */
const runsIn = (text: string): ReadonlySet<string> => {
  const runs = new Set<string>();
  for (const [word] of text.matchAll(/[\w-]{22,}/g))
    for (let start = 0; start + TOKEN_CHARS <= word.length; start += 1)
      runs.add(word.slice(start, start + TOKEN_CHARS));
  return runs;
};

/** Looks for people's words, buttons' tokens and the database's password in the program's log and its server's. */
export async function secretsInLogs(stand: Stand, log: string, planted: readonly string[]): Promise<readonly string[]> {
  const password = readIfThere(join(stand.dataDir, "postgres", "tanggap.password")).trim();
  const tokens = await stand.database().rows<{ token: string }>("select token from action_token");
  return [log, join(stand.dataDir, "postgres", "postgres.log")].flatMap((path) => {
    const text = readIfThere(path);
    const runs = runsIn(text);
    const name = path === log ? "the log" : "the server's log";
    return [
      ...planted.filter((word) => text.includes(word)).map((word) => `${name} has what somebody said (${word})`),
      ...tokens.filter(({ token }) => runs.has(token)).map(({ token }) => `${name} has the token ${token}`),
      ...(password !== "" && text.includes(password) ? [`${name} has the password`] : []),
    ];
  });
}

/** How many lines the program's log has. */
export const linesIn = (log: string): number => readIfThere(log).split("\n").length - 1;
