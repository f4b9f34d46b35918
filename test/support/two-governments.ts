import { createHash } from "node:crypto";
import { surface } from "../../src/app/surface.js";
import { createCompose } from "../../src/app/views/compose.js";
import { mayUse } from "../../src/app/views/may-use.js";
import type { Directory, Role } from "../../src/domain/registry/model.js";
import { keyOf, type MemoryTables } from "../../src/infra/memory/memory-tables.js";
import type { MessageRef } from "../../src/ports/chat/refs.js";
import type { Changes, StoredAction } from "../../src/ports/store.js";
import { type ChatBench, createChatBench, MORNING, type Seat } from "./chat-bench.js";
import { appointmentOf, exampleDirectory, personOf } from "./example-directory.js";
import { roomy } from "./view-fixture.js";

/** Somebody with every right in their own government, and with every right in the other one too: only the chat tells which. */
export const EVERYBODY = "kobar-semua";
/** Stands in everything the other government wrote. */
const MARK = "RahasiaJabar";
const CODE = "JABAR-00000-00001";
/** Of a case only the other government has. */
const FOREIGN_NUMBER = 4711;

/** What nobody may read in a chat of the first government. */
export const foreignWords = /RahasiaJabar|Lainan|lain[.-]?\w*contoh|JABAR-|jabar-|Jawa Barat/i;

const ROLES: readonly Role[] = ["officer", "official", "head", "communications", "admin"];

const everywhere = (agencyIds: readonly string[], workspace: "kobar" | "jabar") => ({
  person: personOf(workspace, workspace === "kobar" ? EVERYBODY : "jabar-semua", {
    identities: [{ platform: "simulator", workspace: "kobar", userId: EVERYBODY }],
  }),
  appointments: agencyIds.flatMap((agencyId) =>
    ROLES.map((role) =>
      appointmentOf(workspace === "kobar" ? EVERYBODY : "jabar-semua", agencyId, role, {
        id: `semua-${agencyId}-${role}`,
      }),
    ),
  ),
});

const withEverybody =
  (workspace: "kobar" | "jabar") =>
  (directory: Directory): Directory => {
    const { person, appointments } = everywhere(
      directory.agencies.filter(({ kind }) => kind === "internal").map(({ id }) => id),
      workspace,
    );
    return {
      ...directory,
      people: [...directory.people, person],
      appointments: [...directory.appointments, ...appointments],
    };
  };

/** Nothing of it is called as anything of the first government. */
const foreign = (directory: Directory): Directory => {
  const changed = withEverybody("jabar")(directory);
  return {
    ...changed,
    agencies: changed.agencies.map((each) => ({ ...each, code: `lain${each.code}`, name: `Lainan ${each.name}` })),
    channels: changed.channels.map((each) => ({ ...each, name: `Lainan ${each.name}` })),
    accounts: changed.accounts.map((each) => ({
      ...each,
      handle: `lain.${each.handle}`,
      url: each.url.replace(/[^/]+$/, `lain.${each.handle}`),
    })),
    people: changed.people.map((each) => ({ ...each, name: `Lainan ${each.name}` })),
    sops: [
      {
        ...{ id: "jabar-sop", agencyId: "jabar-dishub", number: `${MARK}/1`, issuer: MARK },
        ...{ deadlineHours: 5, gates: {} },
      },
    ],
    invitations: [
      {
        id: "jabar-invitation",
        hash: createHash("sha256").update(CODE, "utf8").digest("hex"),
        gives: { kind: "identity", personId: "jabar-dlh-officer" },
        expiresAt: new Date(MORNING.getTime() + 7 * 86_400_000),
      },
    ],
  };
};

const homeRules = (directory: Directory): Directory => ({
  ...withEverybody("kobar")(directory),
  sops: [{ id: "kobar-sop", agencyId: "kobar-dishub", number: "1/2026", issuer: "Kepala", gates: {} }],
});

/** Both governments at work: cases in every state, content, replies, questions, acting officials. */
export interface TwoGovernments {
  readonly bench: ChatBench;
  /** Of the other government. */
  readonly ids: Readonly<Record<string, string>>;
  /** Messages of the other government: cards, approvals, questions, somebody's reply. */
  readonly messages: readonly MessageRef[];
  /** What buttons of both governments' messages stand for, each kind once; the codes in them are of their government. */
  readonly actions: readonly StoredAction[];
}

const seatOf =
  (government: "kobar" | "jabar") =>
  (agency: string, role = "officer", purpose = role === "officer" ? "work" : "approval"): Seat => ({
    userId: `${government}-${agency}-${role}`,
    place: { platform: "simulator", workspace: government, channel: `${government}-${agency}-${purpose}` },
  });

/**
 * A day's work in one of them. Its first case waits for the official (where the regulation asks for one), its second was
 * forwarded, its third is being closed, its fourth and fifth are content, its sixth was approved; one has a reply.
 */
const work = async (bench: ChatBench, government: "kobar" | "jabar", mark: string): Promise<MessageRef> => {
  const seat = seatOf(government);
  const letters = government.toUpperCase();
  const agency = (code: string) => (government === "jabar" ? `lain${code}` : code);
  const [officer, official] = [seat("dukcapil"), seat("dukcapil", "official")];
  const press = (by: Seat, command: string, values: Readonly<Record<string, string>>) => {
    const token = `${government}-${command}`;
    bench.store.putAction(government, token, { command, values });
    return pressToken(bench, by, token);
  };
  await bench.type(officer, `/inquiry ${mark} Kapan lampu? from=${mark}`);
  await bench.type(officer, `/answer 1 ${mark} besok.`);
  await bench.type(officer, `/inquiry ${mark} Kapan jalan?`);
  await bench.type(officer, `/forward 2 ${agency("dishub")}`);
  await bench.type(officer, `/inquiry ${mark} Kapan taman?`);
  await bench.type(
    officer,
    `/propose ${mark} libur. tema="${mark}" tagar=${mark} sumber="${mark}" category=activities`,
  );
  await bench.type(
    officer,
    `/propose ${mark} pameran. tema="${mark} dua" tagar=${mark} sumber="${mark}" category=activities`,
  );
  await press(officer, "submit", { code: `${letters}-26-0005` });
  await bench.type(official, `/acting ${government}-pupr-officer until=besok`);
  await bench.relay();
  const card = bench.store.tables.outbox.findLast(
    (row) => row.governmentId === government && row.content.kind === "case-card" && row.messageId !== undefined,
  );
  if (!card) throw new Error("no card was sent");
  await bench.type(officer, `/inquiry ${mark} Kapan pasar?`);
  await bench.type(officer, `/answer 6 ${mark} lusa.`);
  await bench.type(official, "/approve 6");
  if (government === "jabar") {
    bench.store.tables.counters.set(keyOf("jabar", 2026), FOREIGN_NUMBER - 1);
    await bench.type(officer, `/inquiry ${mark} Kapan sungai?`);
  }
  await bench.relay();
  const reply = await bench.write(officer, `${mark} siap`, bench.messageOf(card));
  await bench.type(officer, `/close ${letters}-26-0003`);
  await bench.relay();
  return reply.message;
};

/** Presses a button that is stored. */
export const pressToken = (bench: ChatBench, { userId, place }: Seat, token: string) =>
  bench.send({
    eventId: `press-${token}-${bench.store.tables.inbox.size}`,
    occurredAt: bench.now().toISOString(),
    conversation: place,
    actor: {
      user: { platform: place.platform, workspace: place.workspace, id: userId },
      displayName: userId,
      isBot: false,
    },
    type: "action",
    token,
  });

const messagesIn = ({ outbox }: MemoryTables, government: string): readonly MessageRef[] => {
  const kinds = new Map(
    outbox.flatMap((row) => {
      if (row.governmentId !== government || row.messageId === undefined) return [];
      const { platform, workspace, channel } = row.to;
      return [[row.content.kind, { platform, workspace, channel, id: row.messageId }] as const];
    }),
  );
  return [...kinds.values()];
};

const actionsIn = async (bench: ChatBench): Promise<readonly StoredAction[]> => {
  const compose = createCompose({ store: bench.store, surface, mayUse });
  const found = new Map<string, StoredAction>();
  for (const { governmentId, content, to } of bench.store.tables.outbox) {
    const made = await compose(governmentId, content, roomy, to);
    for (const { action } of made === "drop" ? [] : made.tokens)
      found.set(`${action.command} ${Object.keys(action.values).sort().join()}`, action);
  }
  return [...found.values()];
};

const first = <T>(list: readonly T[] | undefined, what: string): T => {
  const [found] = list ?? [];
  if (found === undefined) throw new Error(`no ${what}`);
  return found;
};

const idsIn = async ({ store }: ChatBench): Promise<Readonly<Record<string, string>>> => {
  const { tables } = store;
  const mine = { governmentId: "jabar" };
  const decided = await store.caseByNumber("jabar", 1);
  const forwarded = await store.caseByNumber("jabar", 2);
  const [draft, submitted] = [await store.proposalByNumber("jabar", 4), await store.proposalByNumber("jabar", 5)];
  const approved = await store.caseByNumber("jabar", 6);
  const { directory } = await store.sceneOfGovernment("jabar");
  const reply = [...tables.replies.values()].find((each) => each.governmentId === "jabar" && each.state === "offered");
  const message = first(messagesIn(tables, "jabar"), "message");
  if (!decided || !forwarded || !draft || !submitted || !reply)
    throw new Error(`not everything of ${mine.governmentId}`);
  return {
    ...{ caseCode: decided.code, caseId: decided.id },
    ...{ forward: first(forwarded.forwards, "forward").id, answer: first(decided.answers, "answer").id },
    ...{ proposalCode: draft.code, proposalId: draft.id, submittedCode: submitted.code },
    ...{ decision: first(approved?.decisions, "decision").id, bareNumber: String(FOREIGN_NUMBER) },
    ...{ version: first(submitted.versions, "version").id, reply: reply.id, message: message.id },
    ...{ account: "account-jabar-dukcapil-x", handle: "lain.dukcapil.contoh" },
    ...{
      appointment: first(
        directory.appointments.filter(({ acting }) => acting),
        "acting",
      ).id,
    },
    ...{ agency: "jabar-dukcapil", agencyCode: "laindukcapil", agencyName: first(directory.agencies, "agency").name },
    ...{ person: "jabar-dukcapil-officer", personName: first(directory.people, "person").name },
    ...{ channel: "jabar-dukcapil-work", invitation: "jabar-invitation", secret: CODE },
    ...{ sop: "jabar-sop", sopNumber: `${MARK}/1`, token: "jabar-submit", government: "jabar" },
  };
};

/** What was written, and the last number the year's cases and content had before. */
export interface Written {
  readonly changes: Changes;
  readonly last: number;
}

/** Both registries as they begin. */
export const bothDirectories = (): readonly Directory[] => [
  exampleDirectory("kobar", homeRules),
  exampleDirectory("jabar", foreign),
];

/**
 * A store with both, always the same: whoever makes it twice has the same ids twice. `written` is called with everything
 * that is committed, in its order.
 */
export const twoGovernments = async (written?: (what: Written) => void): Promise<TwoGovernments> => {
  const bench = createChatBench("kobar", { change: homeRules, others: [exampleDirectory("jabar", foreign)] });
  const { store } = bench;
  const { commit } = store;
  store.commit = async (changes) => {
    written?.({ changes, last: store.tables.counters.get(keyOf(changes.governmentId, 2026)) ?? 0 });
    await commit(changes);
  };
  await work(bench, "kobar", "Warga");
  const replied = await work(bench, "jabar", MARK);
  return {
    bench,
    ids: await idsIn(bench),
    messages: [...messagesIn(bench.store.tables, "jabar"), replied],
    actions: await actionsIn(bench),
  };
};
