import { randomUUID } from "node:crypto";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createStore } from "../../src/infra/db/repositories/store.js";
import type { Changes, Store } from "../../src/ports/store.js";
import { bothDirectories, twoGovernments, type Written } from "./two-governments.js";

const claim = async (prisma: PrismaClient): Promise<Changes["cause"]> => {
  const leaseToken = randomUUID();
  const data = {
    platform: "simulator",
    eventId: randomUUID(),
    lane: "lane",
    payload: {},
    state: "running",
    leaseToken,
  };
  const { id } = await prisma.inboxEvent.create({ data });
  return { inboxId: String(id), leaseToken };
};

const nothing = { history: [], outbox: [], pings: [], cancelPingsOf: [] } as const;

const plantRegistries = async (prisma: PrismaClient, store: Store): Promise<void> => {
  for (const { government, version: _, ...registered } of bothDirectories()) {
    const { id, code, name, profile, zone, example } = government;
    await prisma.government.create({ data: { id, code, name, profile, zone, example } });
    const { version } = (await store.sceneOfGovernment(id)).directory;
    const cause = await claim(prisma);
    await store.commit({ governmentId: id, cause, registry: { ...registered, version }, ...nothing });
  }
};

/** Writes it once more, and says which cause it has here. */
const writeAgain = async (
  prisma: PrismaClient,
  store: Store,
  { changes, last }: Written,
): Promise<[string, string]> => {
  const { governmentId, registry } = changes;
  const { version } = (await store.sceneOfGovernment(governmentId)).directory;
  const next = last + 1;
  await prisma.caseCounter.upsert({
    where: { governmentId_year: { governmentId, year: 2026 } },
    create: { governmentId, year: 2026, next },
    update: { next },
  });
  const cause = await claim(prisma);
  await store.commit({ ...changes, cause, ...(registry ? { registry: { ...registry, version } } : {}) });
  return [changes.cause.inboxId, cause.inboxId];
};

/** The world of `twoGovernments` in a database: what was written there is written here, with the same ids. */
export const plantTwoGovernments = async (prisma: PrismaClient): Promise<Store> => {
  const store = createStore(prisma);
  await plantRegistries(prisma, store);
  const all: Written[] = [];
  const { bench } = await twoGovernments((written) => all.push(written));
  const causes = new Map<string, string>();
  for (const written of all) causes.set(...(await writeAgain(prisma, store, written)));
  for (const { causeKey, messageId } of bench.store.tables.outbox) {
    const [inboxId = "", step = ""] = causeKey.split(/:(.*)/s);
    const here = `${causes.get(inboxId)}:${step}`;
    if (messageId !== undefined)
      await prisma.outboxMessage.updateMany({ where: { causeKey: here }, data: { state: "sent", messageId } });
  }
  for (const [key, action] of bench.store.tables.actions) {
    const [governmentId = "", token = ""] = JSON.parse(key) as readonly string[];
    await prisma.actionToken.create({ data: { governmentId, token, action: { ...action } } });
  }
  return store;
};
