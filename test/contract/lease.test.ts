import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createLease, type Lease } from "../../src/infra/lease/lease.js";
import { createOwnership } from "../../src/infra/lease/ownership.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { silentLogger } from "../support/silent-logger.js";

const TTL_MS = 15_000;

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

beforeEach(async () => {
  await prisma.lease.deleteMany();
});

const expire = () => prisma.$executeRaw`update lease set until = now() - interval '1 s'`;

describe("a lease", () => {
  it("has one holder, whoever asks at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_each, number) => createLease(prisma, "platform", `p${number}`).acquire()),
    );
    expect(answers.filter((answer) => answer === "held")).toHaveLength(1);
  });

  it("says how long another's term still runs", async () => {
    await createLease(prisma, "platform", "a", TTL_MS).acquire();
    const answer = await createLease(prisma, "platform", "b", TTL_MS).acquire();
    if (answer === "held") throw new Error("held twice");
    expect(answer.freeInMs).toBeGreaterThan(0);
    expect(answer.freeInMs).toBeLessThanOrEqual(TTL_MS);
  });

  it("is kept by renewing, changes hands after its term, and is then lost to the first", async () => {
    const a = createLease(prisma, "platform", "a");
    const b = createLease(prisma, "platform", "b");
    expect(await a.acquire()).toBe("held");
    expect(await a.acquire()).toBe("held");
    expect(await a.renew()).toBe(true);
    await expire();
    expect(await b.acquire()).toBe("held");
    expect(await a.renew()).toBe(false);
    expect(await a.acquire()).not.toBe("held");
  });

  it("is free at once when released, and only its holder releases it", async () => {
    const a = createLease(prisma, "platform", "a");
    const b = createLease(prisma, "platform", "b");
    await a.acquire();
    await b.release();
    expect(await b.acquire()).not.toBe("held");
    await a.release();
    expect(await b.acquire()).toBe("held");
  });

  it("is one of its name", async () => {
    expect(await createLease(prisma, "telegram", "a").acquire()).toBe("held");
    expect(await createLease(prisma, "slack", "b").acquire()).toBe("held");
  });
});

describe("ownership", () => {
  const owned = (lease: Lease, clock: { ms: number } = { ms: 0 }) => {
    const happened: string[] = [];
    const ownership = createOwnership({
      lease,
      ttlMs: TTL_MS,
      onGained: async () => void happened.push("gained"),
      onLost: async () => void happened.push("lost"),
      logger: silentLogger,
      nowMs: () => clock.ms,
    });
    return { happened, ownership };
  };

  it("begins when the lease is taken and ends when somebody else has it", async () => {
    const { happened, ownership } = owned(createLease(prisma, "platform", "a", TTL_MS));
    await ownership.step();
    await ownership.step();
    expect(happened).toEqual(["gained"]);
    await expire();
    await createLease(prisma, "platform", "b", TTL_MS).acquire();
    await ownership.step();
    expect(happened).toEqual(["gained", "lost"]);
    expect(ownership.isOwner()).toBe(false);
  });

  it("asks again when the owner's term may end, so that the hand-over takes one term at most", async () => {
    await createLease(prisma, "platform", "dead", 1_000).acquire();
    const { ownership } = owned(createLease(prisma, "platform", "a", TTL_MS));
    const waitMs = await ownership.step();
    expect(waitMs).toBeLessThanOrEqual(1_020);
    await prisma.lease.deleteMany();
    await ownership.step();
    expect(ownership.isOwner()).toBe(true);
  });

  it("ends by the process's own clock when the database is away, before the term does", async () => {
    const lease = createLease(prisma, "platform", "a", TTL_MS);
    let away = false;
    const clock = { ms: 0 };
    const renew = async () => {
      if (away) throw new Error("away");
      return lease.renew();
    };
    const { happened, ownership } = owned({ ...lease, renew }, clock);
    await ownership.step();
    away = true;
    clock.ms = 6_000;
    await ownership.step();
    expect(happened).toEqual(["gained"]);
    clock.ms = 13_000;
    await ownership.step();
    expect(happened).toEqual(["gained", "lost"]);
  });

  it("gives the lease back when what it is for cannot be begun, and tries again", async () => {
    let failures = 1;
    const ownership = createOwnership({
      lease: createLease(prisma, "platform", "a", TTL_MS),
      ttlMs: TTL_MS,
      onGained: async () => {
        failures -= 1;
        if (failures >= 0) throw new Error("cannot begin");
      },
      onLost: async () => {},
      logger: silentLogger,
    });
    await ownership.step();
    expect(ownership.isOwner()).toBe(false);
    expect(await prisma.lease.count()).toBe(0);
    await ownership.step();
    expect(ownership.isOwner()).toBe(true);
  });

  it("hands over at once when stopped", async () => {
    const { happened, ownership } = owned(createLease(prisma, "platform", "a", TTL_MS));
    await ownership.step();
    await ownership.stop();
    await ownership.stop();
    expect(happened).toEqual(["gained", "lost"]);
    expect(await createLease(prisma, "platform", "b").acquire()).toBe("held");
  });
});
