import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foundingOf } from "../../src/app/founding/founding-of.js";
import type { FoundingPlan } from "../../src/app/founding/plan.js";
import { createClient } from "../../src/infra/db/client.js";
import { createFoundations } from "../../src/infra/db/foundations.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createStore } from "../../src/infra/db/repositories/store.js";
import { seedExamples } from "../../src/infra/db/seed.js";
import { sealHistory } from "../../src/infra/history/sealer.js";
import { verifyHistory } from "../../src/infra/history/verify.js";
import { systemIds } from "../../src/infra/system.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { planOfContoh } from "../support/founding-plan.js";

describe("a government is founded", () => {
  let database: TestDatabase;
  let prisma: PrismaClient;

  beforeAll(async () => {
    database = await createTestDatabase();
    prisma = createClient(database.url, { poolSize: 6 });
  });

  afterAll(async () => {
    await prisma.$disconnect();
    await database.drop();
  });

  const found = (plan: FoundingPlan) =>
    createFoundations(prisma).found(plan.government, (now) => foundingOf(plan, systemIds, now).founding);

  const withCode = (code: string, change: Partial<FoundingPlan["government"]> = {}): FoundingPlan => {
    const plan = planOfContoh();
    return { ...plan, government: { ...plan.government, code, ...change } };
  };

  const rows = async (): Promise<object> => ({
    governments: await prisma.government.count(),
    agencies: await prisma.agency.count(),
    accounts: await prisma.account.count(),
    sops: await prisma.sop.count(),
    invitations: await prisma.invitation.count(),
    history: await prisma.history.count(),
  });

  it("with all that was planned, at the time it is", async () => {
    const plan = planOfContoh();
    let founded: ReturnType<typeof foundingOf> | undefined;
    const done = await createFoundations(prisma).found(plan.government, (now) => {
      founded = foundingOf(plan, systemIds, now);
      return founded.founding;
    });
    expect(done).toBe(true);
    const { directory, now } = await createStore(prisma).sceneOfGovernment(founded?.founding.government.id ?? "");
    expect(Math.abs(now.getTime() - Date.now())).toBeLessThan(60_000);
    const { government, agencies, sops, accounts, invitations, people, channels } = directory;
    expect(government).toMatchObject({ ...plan.government, settings: { quiet: { from: "20:00", to: "05:00" } } });
    const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
      [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(agencies).toEqual(byId(founded?.founding.agencies ?? []));
    expect(sops).toEqual(founded?.founding.sops);
    expect(accounts).toEqual(founded?.founding.accounts);
    expect(invitations).toEqual(byId(founded?.founding.invitations ?? []));
    expect(invitations).toHaveLength(7);
    expect([people, channels]).toEqual([[], []]);
    expect(await createFoundations(prisma).codes()).toEqual(["CONTOH"]);
  });

  it("keeps no code, and tells each once", async () => {
    const { founding, codes } = foundingOf(planOfContoh(), systemIds, new Date());
    expect(new Set(codes.map(({ code }) => code)).size).toBe(7);
    for (const { code } of codes) {
      expect(code).toMatch(/^CONTOH-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
      expect(JSON.stringify(founding)).not.toContain(code);
      expect(founding.invitations.map(({ hash }) => hash)).toContain(systemIds.hashOf(code));
    }
  });

  it("with a history that begins the chain, and tells each agency what was registered of it", async () => {
    await sealHistory(prisma);
    expect(await verifyHistory(prisma)).toMatchObject({ broken: 0, unsealed: 0 });
    const history = await prisma.history.findMany({ orderBy: { id: "asc" } });
    expect(history[0]).toMatchObject({ kind: "founded", actor: null });
    const pupr = await prisma.agency.findFirst({ where: { code: "pupr" } });
    const lines = await createStore(prisma).registryHistory(pupr?.governmentId ?? "", pupr?.id ?? "", 0, 10);
    expect(lines.items.map(({ kind }) => kind).sort()).toEqual([
      ...["accountRegistered", "agencyAdded", "invited", "invited", "invited"],
    ]);
  });

  it("once: nothing changes where its letters are taken", async () => {
    const before = await rows();
    expect(await found(withCode("CONTOH", { example: true, name: "Lain" }))).toBe(false);
    expect(await rows()).toEqual(before);
  });

  it("once, also when several try at the same time", async () => {
    const done = await Promise.all(Array.from({ length: 4 }, () => found(withCode("BERSAMA"))));
    expect(done.filter((did) => did)).toHaveLength(1);
    expect(await prisma.government.count({ where: { code: "BERSAMA" } })).toBe(1);
  });

  it.each(["agency", "account", "sop", "invitation", "history", "government"])(
    "whole or not at all: a failure at table %s leaves nothing",
    async (table) => {
      const before = await rows();
      await prisma.$executeRawUnsafe(
        `create function fail_here() returns trigger language plpgsql as $$ begin raise 'broken'; end $$`,
      );
      await prisma.$executeRawUnsafe(
        `create trigger fail_here after insert on ${table} for each row execute function fail_here()`,
      );
      await expect(found(withCode("GAGAL"))).rejects.toThrow("broken");
      await prisma.$executeRawUnsafe("drop function fail_here cascade");
      expect(await rows()).toEqual(before);
    },
  );

  it("with a thousand agencies and all their codes within seconds", async () => {
    const agencies = Array.from({ length: 1_000 }, (_, index) => ({
      code: `opd${index}`,
      name: `Instansi ${index}`,
      kind: "internal" as const,
    }));
    const plan: FoundingPlan = {
      ...withCode("BESAR"),
      agencies: [...planOfContoh().agencies, ...agencies],
      chats: agencies.map(({ code }) => ({ agency: code, purposes: ["work", "approval"] })),
    };
    const began = performance.now();
    expect(await found(plan)).toBe(true);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("and the examples do not come beside it; a trial has their clock where they are there", async () => {
    expect(await seedExamples(prisma)).toBe(false);
    const other = await createTestDatabase();
    const client = createClient(other.url, { poolSize: 2 });
    await seedExamples(client, 60);
    const site = withCode("COBA", { example: true });
    await createFoundations(client).found(site.government, (now) => foundingOf(site, systemIds, now).founding);
    const real = withCode("NYATA");
    await createFoundations(client).found(real.government, (now) => foundingOf(real, systemIds, now).founding);
    const offsets = await client.government.findMany({ orderBy: { code: "asc" } });
    const offsetOf = (code: string) => offsets.find((each) => each.code === code)?.clockOffsetMs;
    expect(offsetOf("COBA")).toBe(offsetOf("KOBAR"));
    expect(offsetOf("NYATA")).toBe(0n);
    await client.$disconnect();
    await other.drop();
  });
});
