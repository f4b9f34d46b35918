import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedServer } from "../../src/infra/db/embedded-server.js";
import { applyMigrations, migrationsFolder } from "../../src/infra/db/migrate.js";
import { silentLogger } from "./silent-logger.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Port on the loopback that answers every connection with a `TestServer` in JSON. */
    testServerPort: number;
  }
}

/** The database server of a test run. */
export type TestServer = Readonly<{ adminUrl: string; template: string }>;

/**
 * One database server for the whole run, started when the first test asks for a database: runs without such a test do
 * not pay for it. `TEST_DATABASE_URL` names another server, whose user must be allowed to create databases.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: ReturnType<typeof startServer> | undefined;
  const door = createServer((socket) => {
    socket.on("error", () => {});
    starting ??= startServer();
    starting.then(
      ({ server }) => socket.end(JSON.stringify(server)),
      (error: unknown) => socket.end(JSON.stringify({ error: String(error) })),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const address = door.address();
  if (typeof address !== "object" || address === null) throw new Error("no port for the test server");
  project.provide("testServerPort", address.port);
  return async () => {
    door.close();
    await starting?.then(({ stop }) => stop());
  };
}

async function startServer(): Promise<Readonly<{ server: TestServer; stop(): Promise<void> }>> {
  const given = process.env.TEST_DATABASE_URL;
  const own = given ? undefined : await startOwn();
  const adminUrl = given ?? own?.url ?? "";
  const template = `tanggap_template_${process.pid}`;
  await runSql(adminUrl, `create database ${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  await applyMigrations(url.href, migrationsFolder());
  return {
    server: { adminUrl, template },
    async stop() {
      await runSql(adminUrl, `drop database if exists ${template} with (force)`);
      await own?.stop();
    },
  };
}

async function startOwn() {
  const dataDir = mkdtempSync(join(tmpdir(), "tanggap-test-"));
  const { url, stop } = await startEmbeddedServer({ dataDir, explicit: true, logger: silentLogger });
  return {
    url,
    async stop() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function runSql(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
