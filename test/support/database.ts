import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { Client } from "pg";
import { inject } from "vitest";
import type { TestServer } from "./global-setup.js";

/** A database of one test file, or of one test. */
export type TestDatabase = Readonly<{ url: string; drop(): Promise<void> }>;

/** A new database with all migrations applied (or with nothing in it), on the server of the test run. */
export async function createTestDatabase(content: "migrated" | "empty" = "migrated"): Promise<TestDatabase> {
  const { adminUrl, template } = await askForServer();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await runSql(adminUrl, `create database ${name} template ${content === "empty" ? "template0" : template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runSql(adminUrl, `drop database if exists ${name} with (force)`) };
}

let asking: Promise<TestServer> | undefined;

function askForServer(): Promise<TestServer> {
  asking ??= (async () => {
    const answer = JSON.parse(await text(connect(inject("testServerPort"), "127.0.0.1")));
    if ("error" in answer) throw new Error(`The test server did not start: ${answer.error}`);
    return answer;
  })();
  return asking;
}

async function runSql(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
