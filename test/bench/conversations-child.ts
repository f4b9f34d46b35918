import { setTimeout as sleep } from "node:timers/promises";
import { visitDatabase } from "../../src/infra/db/database.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import { silentLogger } from "../support/silent-logger.js";
import { memoryNow } from "./memory.js";
import { startWholeProgram } from "./whole-program.js";

/** Sends the memory before and after one event of each of so many conversations, and the most there was meanwhile. */
const CONVERSATIONS = Number(process.argv[2]);
const SIDE_BY_SIDE = 64;

const program = await startWholeProgram();
const database = await visitDatabase(program.config, silentLogger);
const { prisma } = database;
await prisma.$executeRaw`
  insert into channel (id, government_id, agency_id, purpose, name, platform, workspace, native_id)
  select 'zz' || i, g.id, g.id || '-dishub', 'digest', 'zz' || i, 'simulator', g.id, 'zz' || i
    from generate_series(1, ${CONVERSATIONS}::int) i
    join (select id, row_number() over (order by id) - 1 as n from government) g on g.n = i % 3`;
const places = await prisma.channel.findMany({ where: { purpose: "digest", id: { startsWith: "zz" } } });
const before = memoryNow();
let peakMb = before.rssMb;
const watch = setInterval(() => {
  peakMb = Math.max(peakMb, process.memoryUsage.rss() / 2 ** 20);
}, 100);

const helpIn = (government: string, channel: string): ChatEvent => ({
  type: "command",
  eventId: `help:${channel}`,
  occurredAt: new Date().toISOString(),
  conversation: { platform: "simulator", workspace: government, channel },
  actor: {
    user: { platform: "simulator", workspace: government, id: `${government}-dishub-officer` },
    displayName: "officer",
    isBot: false,
  },
  command: "help",
  input: { kind: "text", text: "" },
});
const feed = async (): Promise<void> => {
  for (let place = places.pop(); place !== undefined; place = places.pop())
    await program.inbox.accept(helpIn(place.workspace, place.nativeId));
};
const began = performance.now();
await Promise.all(Array.from({ length: SIDE_BY_SIDE }, feed));
const unfinished = () => prisma.inboxEvent.count({ where: { state: { in: ["pending", "running"] } } });
const unsent = () => prisma.outboxMessage.count({ where: { state: { in: ["pending", "sending"] } } });
while ((await unfinished()) + (await unsent()) > 0) await sleep(250);
const seconds = (performance.now() - began) / 1_000;
const messages = await prisma.outboxMessage.count({ where: { state: "sent" } });
clearInterval(watch);
await sleep(5_000);
process.send?.({ before, after: memoryNow(), peakMb, seconds, messages });
await database.stop();
await program.stop();
process.exit(0);
