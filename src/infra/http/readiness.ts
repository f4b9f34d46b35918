import { sharedAnswer } from "./shared-answer.js";

/** What readiness asks of a running program. */
export interface ReadinessParts {
  /** Whether all migrations of this release are applied. Rejects when the database is away. */
  isMigrated(): Promise<boolean>;
  /** Whether the inbox is worked on. */
  workerRuns(): boolean;
  /** Whether what falls due by the clock is looked for. */
  tickRuns(): boolean;
}

/** Why the program is not ready, as `/readyz` names it. */
export type Unready = "starting" | "stopping" | "database" | "migrations" | "worker" | "tick";

/** Whether this process should be sent work. */
export interface Readiness {
  /** `GET /readyz`: 200, or 503 with what is not ready. Never rejects. */
  handle(): Promise<Response>;
  /** Everything has begun: from here on these are asked. */
  running(parts: ReadinessParts): void;
  /** Not ready from here on. */
  stopping(): void;
}

/** The database has to answer within this time, and is asked at most once in as long, in milliseconds. */
const DATABASE_MS = 1_000;

type State = "starting" | "stopping" | (() => Promise<readonly Unready[]>);

const asking = ({ isMigrated, workerRuns, tickRuns }: ReadinessParts): State => {
  const migrated = sharedAnswer(isMigrated, { keptMs: DATABASE_MS, patienceMs: DATABASE_MS });
  const databaseOf = (answer: boolean | undefined): readonly Unready[] => {
    if (answer === undefined) return ["database"];
    return answer ? [] : ["migrations"];
  };
  return async () => [
    ...databaseOf(await migrated()),
    ...(workerRuns() ? [] : (["worker"] as const)),
    ...(tickRuns() ? [] : (["tick"] as const)),
  ];
};

const respond = (not: readonly Unready[]): Response =>
  Response.json(not.length === 0 ? { ready: true } : { ready: false, not }, {
    status: not.length === 0 ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });

/** Readiness of a program that is starting. */
export const createReadiness = (): Readiness => {
  let state: State = "starting";
  return {
    async handle() {
      const not = typeof state === "string" ? [state] : await state();
      // It may have been told to stop while the database was asked.
      return respond(state === "stopping" ? ["stopping"] : not);
    },
    running: (parts) => {
      if (state === "starting") state = asking(parts);
    },
    stopping: () => {
      state = "stopping";
    },
  };
};
