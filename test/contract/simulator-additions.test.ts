import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createSimulatorAdditions, type SimulatorAdditions } from "../../src/infra/simulator/additions.js";
import { createSimulatorMessages } from "../../src/infra/simulator/messages.js";
import { createSimulatorWorld } from "../../src/infra/simulator/world.js";
import {
  maxAddedPerGovernment,
  type SimulatorAddition,
  type SimulatorMessages,
  type SimulatorWorld,
} from "../../src/ports/simulator-host.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { createMemorySimulatorHost, memoryWorld } from "../support/memory-simulator-host.js";
import { channelRow, identityRow, plantMemoryWorld } from "../support/planted-world.js";

interface Platform extends SimulatorAdditions {
  readonly messages: SimulatorMessages;
  world(): Promise<SimulatorWorld>;
  worldVersion(): Promise<string>;
  /** How often it said that something changed. */
  notified(): number;
}

let own: TestDatabase;
let prisma: PrismaClient;

beforeAll(async () => {
  own = await createTestDatabase();
  prisma = createClient(own.url, { poolSize: 5 });
  await plantMemoryWorld(prisma);
});

afterAll(async () => {
  await prisma.$disconnect();
  await own.drop();
});

const planted = [...memoryWorld.people.map(({ id }) => id), "rina"];

const inMemory = async (): Promise<Platform> => {
  const host = createMemorySimulatorHost();
  let count = 0;
  host.onChange(() => {
    count += 1;
  });
  return { ...host, notified: () => count };
};

const inDatabase = async (): Promise<Platform> => {
  for (const table of ["simulator_message", "simulator_chat", "simulator_user"])
    await prisma.$executeRawUnsafe(`delete from ${table}`);
  await prisma.channel.deleteMany({ where: { id: { startsWith: "row-bound" } } });
  await prisma.identity.deleteMany({ where: { userId: { notIn: planted } } });
  let count = 0;
  const notify = (): void => {
    count += 1;
  };
  const world = createSimulatorWorld(prisma);
  return {
    ...createSimulatorAdditions(prisma, notify),
    messages: createSimulatorMessages(prisma, notify),
    world: () => world.world(),
    worldVersion: () => world.version(),
    notified: () => count,
  };
};

const idOf = (addition: SimulatorAddition): string => {
  if (typeof addition === "string") throw new Error(`not added: ${addition}`);
  return addition.id;
};

const hello = (channel: string, from: string) => ({
  ...{ channel, from, text: "halo", blocks: [], buttons: [] },
  ...{ replyTo: null, visibleTo: null, expectsReplyFrom: null, idempotencyKey: null },
});

describe.each([
  ["memory", inMemory],
  ["database", inDatabase],
])("what is added to the simulated platform: %s", (_name, make) => {
  let platform: Platform;
  beforeEach(async () => {
    platform = await make();
  });

  it("is a chat nobody has bound, in which messages are kept", async () => {
    const id = idOf(await platform.addChannel("gov-kobar", "Grup Dishub"));
    expect((await platform.world()).channels.filter(({ bound }) => !bound)).toEqual([
      {
        ...{ id, name: "Grup Dishub", platformName: "Grup Dishub", government: "gov-kobar" },
        ...{ bound: false, agency: null, purpose: null },
      },
    ]);
    expect(platform.notified()).toBe(1);
    expect(await platform.messages.list(id, undefined)).toEqual([]);
    const posted = await platform.messages.post(hello(id, "bot"));
    expect(posted).toMatchObject({ channel: id, governmentId: "gov-kobar" });
    expect(await platform.messages.list(id, undefined)).toEqual([posted]);
  });

  it("is somebody nobody has registered", async () => {
    const id = idOf(await platform.addPerson("gov-jabar", "Wati"));
    expect((await platform.world()).people.filter(({ registered }) => !registered)).toEqual([
      { id, name: "Wati", platformName: "Wati", government: "gov-jabar", registered: false, roles: [] },
    ]);
    expect(platform.notified()).toBe(1);
  });

  it("is one under one name, in each government", async () => {
    for (const add of [platform.addChannel, platform.addPerson]) {
      const added = await Promise.all(["A", "A", "A", "B"].map((name) => add("gov-kobar", name)));
      expect(added.filter((one) => typeof one !== "string" && one.isNew)).toHaveLength(2);
      expect(new Set(added.map(idOf)).size).toBe(2);
      expect(await add("gov-jabar", "A")).toMatchObject({ isNew: true });
    }
    expect(platform.notified()).toBe(6);
  });

  it("is refused where there is no such government", async () => {
    expect(await platform.addChannel("gov-lain", "Grup")).toBe("unknown");
    expect(await platform.addPerson("gov-lain", "Wati")).toBe("unknown");
  });

  it("has a limit in each government, also when all come at once", async () => {
    const names = Array.from({ length: maxAddedPerGovernment + 5 }, (_, index) => `Nama ${index}`);
    for (const add of [platform.addChannel, platform.addPerson]) {
      const added = await Promise.all(names.map((name) => add("gov-kobar", name)));
      expect(added.filter((one) => one === "full")).toHaveLength(5);
      const [known] = names.filter((_, index) => added[index] !== "full");
      expect(await add("gov-kobar", known ?? "")).toMatchObject({ isNew: false });
      expect(await add("gov-jabar", "Nama")).toMatchObject({ isNew: true });
    }
  });

  it("makes another version of the world", async () => {
    const versions = new Set([await platform.worldVersion()]);
    for (const add of [platform.addChannel, platform.addPerson]) {
      await add("gov-kobar", "A");
      versions.add(await platform.worldVersion());
      await add("gov-kobar", "A");
      versions.add(await platform.worldVersion());
    }
    expect(versions.size).toBe(3);
  });
});

describe("the platform beside the registry", () => {
  let platform: Platform;
  beforeEach(async () => {
    platform = await inDatabase();
  });
  const added = async (government = "gov-kobar") => {
    const [chat, user] = await Promise.all([
      platform.addChannel(government, "Grup baru"),
      platform.addPerson(government, "Wati"),
    ]);
    return { chat: idOf(chat), user: idOf(user) };
  };
  const found = async <T extends { readonly id: string }>(id: string, pick: (world: SimulatorWorld) => readonly T[]) =>
    pick(await platform.world()).filter((one) => one.id === id);
  const bind = (chat: string, workspace: string, governmentId: string) =>
    prisma.channel.create({
      data: { ...channelRow(chat, { name: "KOMINFO · Rekap" }, workspace, governmentId), id: `row-bound-${chat}` },
    });

  it("shows a bound chat once, as the registry names it and as it was called", async () => {
    const { chat } = await added();
    const before = await platform.worldVersion();
    await bind(chat, "gov-kobar", "gov-kobar");
    expect(await found(chat, ({ channels }) => channels)).toEqual([
      {
        ...{ id: chat, name: "KOMINFO · Rekap", platformName: "Grup baru", government: "gov-kobar" },
        ...{ bound: true, agency: "a-kominfo", purpose: "work" },
      },
    ]);
    expect(await platform.worldVersion()).not.toBe(before);
    expect(await platform.messages.post(hello(chat, "bot"))).toMatchObject({ governmentId: "gov-kobar" });
  });

  it("shows who joined once, under the registry's name and with the roles held there", async () => {
    const { user } = await added();
    await prisma.person.upsert({
      where: { id: "p-wati" },
      create: { id: "p-wati", name: "Wati Lestari", governmentId: "gov-kobar" },
      update: {},
    });
    const appointment = { id: "ap-wati", personId: "p-wati", agencyId: "a-kominfo", role: "officer" };
    const letter = { position: "-", instrument: "-", number: "1", validFrom: new Date("2020-01-01T00:00:00Z") };
    await prisma.appointment.create({ data: { ...appointment, ...letter, governmentId: "gov-kobar" } });
    await prisma.identity.create({ data: identityRow(user, "p-wati", "gov-kobar") });
    expect(await found(user, ({ people }) => people)).toEqual([
      {
        ...{ id: user, name: "Wati Lestari", platformName: "Wati", government: "gov-kobar" },
        ...{ registered: true, roles: [{ role: "officer", agency: "a-kominfo" }] },
      },
    ]);
    expect(await found("p-wati", ({ people }) => people)).toEqual([]);
  });

  it("shows what another example government registered where it is at home", async () => {
    const { chat, user } = await added();
    await bind(chat, "gov-kobar", "gov-jabar");
    await prisma.identity.create({ data: identityRow(user, "tono", "gov-kobar", "gov-jabar") });
    expect(await found(chat, ({ channels }) => channels)).toMatchObject([{ bound: true, government: "gov-kobar" }]);
    expect(await found(user, ({ people }) => people)).toMatchObject([{ registered: false, government: "gov-kobar" }]);
    expect(await platform.messages.post(hello(chat, "bot"))).toMatchObject({ governmentId: "gov-kobar" });
  });

  it("adds nothing to a real government, and shows nothing of one", async () => {
    expect(await platform.addChannel("gov-real", "Grup")).toBe("unknown");
    expect(await platform.addPerson("gov-real", "Wati")).toBe("unknown");
    await prisma.simulatorChat.create({ data: { id: "chat-real", governmentId: "gov-real", name: "Grup" } });
    await prisma.simulatorUser.create({ data: { id: "user-real", governmentId: "gov-real", name: "Wati" } });
    const { channels, people } = await platform.world();
    expect(channels).toHaveLength(memoryWorld.channels.length);
    expect(people).toHaveLength(memoryWorld.people.length);
    expect(await platform.messages.post(hello("chat-real", "bot"))).toBeUndefined();
    expect(await platform.messages.list("chat-real", undefined)).toBeUndefined();
  });

  it("lets go of a chat that a real government bound", async () => {
    const { chat } = await added();
    await bind(chat, "gov-kobar", "gov-real");
    expect(await found(chat, ({ channels }) => channels)).toEqual([]);
    expect(await platform.messages.post(hello(chat, "bot"))).toBeUndefined();
    expect(await platform.messages.list(chat, undefined)).toBeUndefined();
  });
});
