import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";
import { createClient } from "../../src/infra/db/client.js";
import { newAdmin, removeTrial, renewCodes, type Surroundings, setUp } from "../../src/setup/set-up.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { planOfContoh } from "../support/founding-plan.js";
import { silentLogger } from "../support/silent-logger.js";

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase("empty");
  folder = mkdtempSync(join(tmpdir(), "tanggap-set-up-"));
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const surroundings = (stopped = new AbortController().signal): Surroundings => ({
  config: readConfig({ DATABASE_URL: database.url }, folder),
  logger: silentLogger,
  stopped,
});

const targetOf = (name: string, write: () => string = () => "codes\n") => ({ path: join(folder, name), write });

const governments = async (): Promise<number> => {
  const prisma = createClient(database.url, { poolSize: 1 });
  const count = await prisma.government.count();
  await prisma.$disconnect();
  return count;
};

it("a setup that is stopped saves nothing and leaves no file of codes", async () => {
  const target = targetOf("stopped.txt");
  expect(await setUp(surroundings(AbortSignal.abort()), planOfContoh(), target)).toEqual({ kind: "interrupted" });
  expect(existsSync(target.path)).toBe(false);
  expect(await governments()).toBe(0);
});

it("codes that cannot be written are codes nobody has: nothing is saved", async () => {
  const target = targetOf("full.txt", () => {
    throw new Error("no space left on device");
  });
  await expect(setUp(surroundings(), planOfContoh(), target)).rejects.toThrow("no space left");
  expect(existsSync(target.path)).toBe(false);
  expect(await governments()).toBe(0);
});

it("a file that is there stays as it is, and nothing is saved", async () => {
  const target = targetOf("there.txt");
  writeFileSync(target.path, "mine");
  expect(await setUp(surroundings(), planOfContoh(), target)).toEqual({ kind: "codesTaken", path: target.path });
  expect(readFileSync(target.path, "utf8")).toBe("mine");
  expect(await governments()).toBe(0);
});

it("the codes are on the disk before the government is there; new ones replace those nobody used", async () => {
  const target = targetOf("codes.txt");
  const outcome = await setUp(surroundings(), planOfContoh(), target);
  expect(outcome).toMatchObject({ kind: "founded" });
  expect(readFileSync(target.path, "utf8")).toBe("codes\n");
  const prisma = createClient(database.url, { poolSize: 1 });
  const [used, ...others] = await prisma.invitation.findMany({ orderBy: { id: "asc" } });
  await prisma.invitation.update({
    where: { id: used?.id ?? "" },
    data: { used: { at: "2026-01-01T00:00:00Z", by: "x" } },
  });
  await prisma.invitation.update({ where: { id: others[0]?.id ?? "" }, data: { expiresAt: new Date(0) } });
  const renewed = await renewCodes(surroundings(), "CONTOH", undefined);
  expect(renewed).toMatchObject({ kind: "renewed" });
  const known = [used, ...others].map((each) => each?.hash);
  const after = await prisma.invitation.findMany({ orderBy: { id: "asc" } });
  const fresh = after.filter(({ hash }) => !known.includes(hash));
  expect(fresh).toHaveLength(others.length);
  expect(fresh.every(({ expiresAt, used }) => used === null && expiresAt.getTime() > Date.now())).toBe(true);
  const replaced = after.filter(({ hash }) => known.includes(hash) && hash !== used?.hash);
  // Whoever types an old one is told that another took its place.
  expect(replaced.map((each) => each.used)).toEqual(
    others.map(() => expect.objectContaining({ recalled: true, by: expect.any(String) })),
  );
  expect(after.find(({ hash }) => hash === used?.hash)?.used).not.toHaveProperty("recalled");
  expect(renewed.kind === "renewed" && renewed.given.codes).toHaveLength(others.length);
  expect(await prisma.history.count({ where: { kind: "invitationRenewed" } })).toBe(others.length);
  await prisma.$disconnect();
  expect(await renewCodes(surroundings(), "LAIN", undefined)).toEqual({ kind: "unknownGovernment", code: "LAIN" });
});

it("an operator gives out a code for an admin at Diskominfo, which a running program knows at once", async () => {
  const prisma = createClient(database.url, { poolSize: 1 });
  const before = await prisma.government.findUniqueOrThrow({ where: { code: "CONTOH" } });
  const target = targetOf("admin.txt");
  const outcome = await newAdmin(surroundings(), "CONTOH", target);
  expect(outcome).toMatchObject({
    kind: "adminInvited",
    given: { codes: [{ agency: "diskominfo", gives: { kind: "role", role: "admin", name: "" } }] },
  });
  expect(readFileSync(target.path, "utf8")).toBe("codes\n");
  const code = outcome.kind === "adminInvited" ? (outcome.given.codes[0]?.code ?? "") : "";
  const hash = createHash("sha256").update(code, "utf8").digest("hex");
  const [given, ...others] = await prisma.invitation.findMany({ where: { hash } });
  expect(others).toEqual([]);
  expect(given).toMatchObject({ createdBy: null, used: null, gives: { appointment: { role: "admin" } } });
  expect(await prisma.history.count({ where: { kind: "invited", subjectId: given?.id ?? "" } })).toBe(1);
  const after = await prisma.government.findUniqueOrThrow({ where: { code: "CONTOH" } });
  expect(after.registryVersion).toBeGreaterThan(before.registryVersion);
  await prisma.$disconnect();
  expect(await newAdmin(surroundings(), "LAIN", undefined)).toEqual({ kind: "unknownGovernment", code: "LAIN" });
});

it("an operator's second code for an admin takes the place of the first, which no renewal revives", async () => {
  const prisma = createClient(database.url, { poolSize: 1 });
  const hashOf = (outcome: Awaited<ReturnType<typeof newAdmin>>): string =>
    createHash("sha256")
      .update(outcome.kind === "adminInvited" ? (outcome.given.codes[0]?.code ?? "") : "", "utf8")
      .digest("hex");
  const first = hashOf(await newAdmin(surroundings(), "CONTOH", undefined));
  const second = hashOf(await newAdmin(surroundings(), "CONTOH", undefined));
  const fresh = await prisma.invitation.findFirstOrThrow({ where: { hash: second } });
  expect(fresh.used).toBeNull();
  const replaced = await prisma.invitation.findFirstOrThrow({ where: { hash: first } });
  expect(replaced.used).toMatchObject({ by: fresh.id, recalled: true });
  await renewCodes(surroundings(), "CONTOH", undefined);
  expect(await prisma.invitation.findUnique({ where: { id: replaced.id } })).toEqual(replaced);
  expect((await prisma.invitation.findUnique({ where: { id: fresh.id } }))?.used).toMatchObject({ recalled: true });
  await prisma.$disconnect();
});

it("a trial is removed with every row of it, and nothing of anybody else's; a real government never", async () => {
  const prisma = createClient(database.url, { poolSize: 1 });
  const { government } = planOfContoh();
  const trial = { ...government, code: "UJI", name: "Kabupaten Uji", example: true };
  const tables = async () => {
    const found = await prisma.$queryRaw<readonly { readonly name: string; readonly count: bigint }[]>`
      select table_name::text as name, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', table_name),
        false, true, '')))[1]::text::bigint as count
      from information_schema.tables where table_schema = 'public' order by table_name`;
    return Object.fromEntries(found.map(({ name, count }) => [name, Number(count)]));
  };
  const before = await tables();
  await setUp(surroundings(), planOfContoh({ government: trial }), undefined);
  const { id } = await prisma.government.findUniqueOrThrow({ where: { code: "UJI" } });
  const said = await prisma.simulatorMessage.create({
    data: { governmentId: id, channel: "c", author: "a", at: new Date(), text: "x" },
  });
  await prisma.simulatorReaction.create({ data: { messageId: said.id, emoji: "👍", author: "a" } });
  await prisma.inboxEvent.create({ data: { governmentId: id, platform: "simulator", eventId: "e", lane: "l" } });
  await prisma.lease.create({ data: { name: "x", holder: "program", until: new Date(Date.now() + 60_000) } });
  expect(await removeTrial(surroundings(), "UJI")).toEqual({ kind: "isRunning", code: "UJI" });
  await prisma.lease.deleteMany();
  expect(await removeTrial(surroundings(), "UJI")).toEqual({
    ...{ kind: "removed", code: "UJI" },
    removed: { name: "Kabupaten Uji", agencies: 3, people: 0, chats: 0, cases: 0, posts: 0 },
  });
  expect(await tables()).toEqual(before);
  expect(await removeTrial(surroundings(), "UJI")).toEqual({ kind: "unknownGovernment", code: "UJI" });
  expect(await removeTrial(surroundings(), "CONTOH")).toEqual({ kind: "isReal", code: "CONTOH" });
  expect(await tables()).toEqual(before);
  await prisma.$disconnect();
});
