import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import { startEmbeddedServer } from "../../src/infra/db/embedded-server.js";
import { PrismaClient } from "../../src/infra/db/generated/client.js";
import { isRetryableDatabaseError } from "../../src/infra/db/retryable.js";
import { loggedError } from "../../src/infra/logged-error.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { silentLogger } from "../support/silent-logger.js";

let database: TestDatabase;
let prisma: PrismaClient;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 2 });
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const failureOf = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => Promise.reject(new Error("it did not fail")),
    (error: unknown) => error,
  );

const raise = (state: string) =>
  prisma.$executeRawUnsafe(`do $$ begin raise exception using errcode = '${state}'; end $$`);

/** Resolves once so many statements wait for a lock. */
const untilWaiting = async (admin: Client, count: number): Promise<void> => {
  const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock'";
  while ((await admin.query(waiting)).rowCount !== count);
};

/** Kills the connections that wait for the lock, once there is one. */
const killWaiting = async (admin: Client): Promise<void> => {
  for (;;) {
    const killed = await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
    );
    if ((killed.rowCount ?? 0) > 0) return;
  }
};

describe("retryable database errors", () => {
  it.each(["40001", "40P01", "53100", "53300", "57014", "57P01", "57P03", "08000", "08006", "58030", "25006", "55P03"])(
    "state %s",
    async (state) => {
      expect(isRetryableDatabaseError(await failureOf(raise(state)))).toBe(true);
    },
  );

  it.each(["23505", "22P02", "22P05", "42601", "P0001", "TG001", "XX000"])("not state %s", async (state) => {
    expect(isRetryableDatabaseError(await failureOf(raise(state)))).toBe(false);
  });

  it("a backend killed in a statement and in a transaction", async () => {
    const admin = new Client({ connectionString: database.url });
    await admin.connect();
    await admin.query("select pg_advisory_lock(1)");
    const plain = failureOf(prisma.$executeRaw`select pg_advisory_lock(1)`);
    await killWaiting(admin);
    expect(isRetryableDatabaseError(await plain)).toBe(true);
    const within = failureOf(
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`select pg_advisory_xact_lock(1)`;
      }),
    );
    await killWaiting(admin);
    expect(isRetryableDatabaseError(await within)).toBe(true);
    await admin.end();
    expect(await prisma.$queryRaw`select 1 as one`).toEqual([{ one: 1 }]);
  });

  it("a server that hangs up and one that is not there", async () => {
    const door = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
    const address = door.address();
    if (typeof address !== "object" || address === null) throw new Error("no port");
    const away = createClient(`postgres://u:p@127.0.0.1:${address.port}/d`, { poolSize: 1 });
    expect(isRetryableDatabaseError(await failureOf(away.$queryRaw`select 1`))).toBe(true);
    await new Promise((resolve) => door.close(resolve));
    expect(isRetryableDatabaseError(await failureOf(away.$queryRaw`select 1`))).toBe(true);
    expect(isRetryableDatabaseError(await failureOf(away.government.findMany()))).toBe(true);
    expect(isRetryableDatabaseError(await failureOf(away.$transaction(async () => {})))).toBe(true);
    await away.$disconnect();
  });

  it("a server that is stopped while it works", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "tanggap-stopped-"));
    const server = await startEmbeddedServer({ dataDir, explicit: true, logger: silentLogger });
    const client = createClient(server.url, { poolSize: 4 });
    const holder = new Client({ connectionString: server.url });
    holder.on("error", () => {});
    await holder.connect();
    await holder.query("select pg_advisory_lock(1)");
    const waiting = [
      failureOf(client.$executeRaw`select pg_advisory_lock(1)`),
      failureOf(client.$transaction((tx) => tx.$executeRaw`select pg_advisory_xact_lock(1)`)),
    ];
    await untilWaiting(holder, waiting.length);
    await server.stop();
    for (const failure of waiting) expect(isRetryableDatabaseError(await failure)).toBe(true);
    expect(isRetryableDatabaseError(await failureOf(client.$queryRaw`select 1`))).toBe(true);
    await client.$disconnect();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("a pool with no connection left, one that was closed, and a transaction out of time", async () => {
    const factory = new PrismaPg({ connectionString: database.url, max: 1, connectionTimeoutMillis: 1_000 });
    const small = new PrismaClient({ adapter: factory });
    await small.$transaction(async (tx) => {
      await tx.$executeRaw`select 1`;
      expect(isRetryableDatabaseError(await failureOf(small.$queryRaw`select 1`))).toBe(true);
      const starved = small.$transaction(async () => {}, { maxWait: 1 });
      expect(isRetryableDatabaseError(await failureOf(starved))).toBe(true);
    });
    const endless = async (tx: { $executeRaw: PrismaClient["$executeRaw"] }) => {
      for (;;) await tx.$executeRaw`select 1`;
    };
    expect(isRetryableDatabaseError(await failureOf(small.$transaction(endless, { timeout: 1 })))).toBe(true);
    await small.$disconnect();
    const closed = await factory.connect();
    await closed.dispose();
    const query = { sql: "select 1", args: [], argTypes: [] };
    expect(isRetryableDatabaseError(await failureOf(closed.queryRaw(query)))).toBe(true);
  });

  it("nothing else", async () => {
    for (const error of [
      new Error("boom"),
      new TypeError("x is undefined"),
      "Connection terminated",
      undefined,
      null,
    ]) {
      expect(isRetryableDatabaseError(error)).toBe(false);
    }
    const missing = failureOf(prisma.government.findUniqueOrThrow({ where: { id: "none" } }));
    expect(isRetryableDatabaseError(await missing)).toBe(false);
    expect(isRetryableDatabaseError(new Error("wrapped", { cause: await failureOf(raise("40001")) }))).toBe(true);
  });
});

describe("the log of a database error", () => {
  const words = "kata-kata seorang warga";
  const planted = { id: "logged", code: "LOGGED", name: words, profile: "x", zone: "y" };

  it("names what happened and no value, whoever threw it", async () => {
    await prisma.government.create({ data: planted });
    const failures = [
      await failureOf(prisma.government.create({ data: { ...planted, id: words } })),
      await failureOf(
        prisma.$executeRaw`insert into government (id, code, name, profile, zone) values (${words}, 'LOGGED', '', '', '')`,
      ),
      await failureOf(prisma.$queryRaw`select ${words}::text::int`),
      await failureOf(prisma.$queryRawUnsafe(`select 1 from "${words}"`)),
      await failureOf(prisma.government.create({ data: { ...planted, clockOffsetMs: words } as never })),
    ];
    const client = new Client({ connectionString: database.url });
    await client.connect();
    failures.push(await failureOf(client.query("select $1::text::int", [words])));
    await client.end();
    for (const failure of failures) {
      const logged = JSON.stringify(loggedError(new Error("outer", { cause: failure })));
      expect(logged).not.toContain("kata-kata");
      expect(logged).toContain("the database refused: ");
    }
    expect(loggedError(failures[1])).toMatchObject({ message: expect.stringMatching(/23505.*, constraint /) });
    expect(loggedError(failures[2])).toMatchObject({ message: expect.stringContaining("22P02") });
  });
});
