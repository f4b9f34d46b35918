import { createCompose } from "../../src/app/views/compose.js";
import { plainTextOf } from "../../src/chatkit/blocks.js";
import type { Case } from "../../src/domain/inquiry/model.js";
import type { Outcome } from "../../src/domain/inquiry/outcome.js";
import { receive } from "../../src/domain/inquiry/receive.js";
import type { Proposal } from "../../src/domain/proposal/model.js";
import { isRefusal } from "../../src/domain/refusal.js";
import type { Appointment, Directory, Person, Role } from "../../src/domain/registry/model.js";
import { DEFAULT_SETTINGS } from "../../src/domain/registry/settings.js";
import type { Capabilities } from "../../src/ports/chat/capabilities.js";
import type { Block, Button } from "../../src/ports/chat/outbound.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import type { Surface } from "../../src/ports/chat/surface.js";
import type { ContentCounts, ContentLine, ContentSpan } from "../../src/ports/content-lists.js";
import type { MessageContent } from "../../src/ports/message-content.js";
import type { Composed } from "../../src/ports/protocol.js";
import type { HistoryLine, Page, Reader, Reply } from "../../src/ports/store.js";

/** Noon of 2 March 2026 in Pontianak (WIB), when everything in these tests begins. */
export const START = new Date("2026-03-02T05:00:00.000Z");

/** `minutes` after the start. */
export const atMinute = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);

/** Limits so wide that nothing is changed. */
export const roomy: Capabilities = {
  text: { maxChars: 40_000 },
  buttons: { perRow: 5, rows: 10, tokenBytes: 64 },
  fields: { max: 100 },
  forms: { style: "modal", maxInputs: 10, inputs: ["line", "paragraph", "choice", "suggest"], openWithinMs: 3000 },
  privateReply: "native",
  threads: "native",
  reactions: { send: [], perMessage: 1, observe: "always" },
  files: { maxBytes: 1_000_000, perMessage: 20 },
  dedupe: "none",
  pace: { perConversation: { messages: 1, perMs: 1 }, overall: { messages: 1, perMs: 1 } },
};

const agencies = [
  { id: "a-dishub", code: "DISHUB", name: "Dinas Perhubungan", kind: "internal" },
  { id: "a-pupr", code: "PUPR", name: "Dinas PUPR", kind: "internal" },
  { id: "a-pdam", code: "PDAM", name: "Perumdam", kind: "internal" },
  { id: "a-pln", code: "PLN", name: "PLN Cabang", kind: "external" },
  { id: "a-kominfo", code: "KOMINFO", name: "Dinas Kominfo", kind: "internal" },
] as const;

const held: readonly (readonly [agency: string, role: Role, position: string])[] = [
  ["a-dishub", "officer", "Pengelola Media Sosial"],
  ["a-dishub", "official", "Kepala Bidang Angkutan"],
  ["a-pupr", "officer", "Staf Humas"],
  ["a-pupr", "official", "Sekretaris"],
  ["a-pupr", "head", "Kepala Dinas PUPR"],
  ["a-kominfo", "communications", "Kepala Seksi Informasi"],
];

/** The id of who holds this role in these tests. */
export const holder = (agencyId: string, role: Role): string => `p-${agencyId}-${role}`;

const person = ([agencyId, role]: (typeof held)[number]): Person => ({
  id: holder(agencyId, role),
  name: `${role} ${agencyId}`,
  shared: false,
  identities: [{ platform: "simulator", workspace: "w", userId: `u-${agencyId}-${role}` }],
});

const appointment = ([agencyId, role, position]: (typeof held)[number]): Appointment => ({
  id: `ap-${agencyId}-${role}`,
  personId: holder(agencyId, role),
  agencyId,
  role,
  position,
  instrument: "Keputusan Kepala Instansi",
  number: "800/1",
  validFrom: new Date("2025-01-01T00:00:00Z"),
});

/** A government with five agencies, one of them outside it and one the communications office. */
export const directory = (change: Partial<Directory["government"]> = {}): Directory => ({
  government: {
    id: "g",
    code: "KOBAR",
    name: "Kabupaten Contoh",
    profile: "kobar-2017",
    zone: "Asia/Pontianak",
    locale: "id",
    example: true,
    settings: DEFAULT_SETTINGS,
    ...change,
  },
  agencies,
  channels: agencies.flatMap(({ id }) =>
    (["work", "approval"] as const).map((purpose) => ({
      id: `${id}-${purpose}`,
      agencyId: id,
      purpose,
      name: `${id} ${purpose}`,
      platform: "simulator",
      workspace: "w",
      nativeId: `${id}-${purpose}`,
    })),
  ),
  people: held.map(person),
  appointments: held.map(appointment),
  version: 1,
  sops: [],
  invitations: [],
  accounts: [],
});

/** One of the agencies' chats. */
export const chat = (agencyId: string, purpose: "work" | "approval" = "work"): ConversationRef => ({
  platform: "simulator",
  workspace: "w",
  channel: `${agencyId}-${purpose}`,
});

/** A stored case of Dishub's, before anything happened to it. */
export const logged = (change: Partial<Case> = {}): Case => ({
  ...receive({
    id: "i-1",
    agencyId: "a-dishub",
    text: "Kapan lampu jalan di depan pasar diperbaiki?",
    attachments: [],
    by: holder("a-dishub", "officer"),
    at: START,
  }).next,
  code: "KOBAR-26-0042",
  number: 42,
  version: 1,
  ...change,
});

/** The case after a step of the machine. Throws where the machine refuses: the test is wrong. */
export const stepped = (outcome: Outcome): Case => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`);
  return { ...outcome.next, version: outcome.next.version + 1 };
};

/** Everything a view may read. */
export interface World {
  readonly directory?: Directory;
  readonly now?: Date;
  readonly cases?: readonly Case[];
  readonly proposals?: readonly Proposal[];
  readonly replies?: readonly Reply[];
  readonly history?: readonly HistoryLine[];
  readonly lines?: Page<never> | Awaited<ReturnType<Reader["queue"]>>;
  readonly found?: Awaited<ReturnType<Reader["find"]>>;
  readonly contentLines?: (span: ContentSpan) => Page<ContentLine>;
  readonly contentCounts?: ContentCounts;
  readonly lastPosted?: ReadonlyMap<string, Date>;
  readonly surface?: Surface;
}

const unasked = (): never => {
  throw new Error("views do not ask for this");
};

const readerOf = (world: World): Reader => {
  const scene = { directory: world.directory ?? directory(), now: world.now ?? START };
  const lines = world.lines ?? { items: [], more: false, total: 0 };
  const items = world.history ?? [];
  return {
    sceneOfConversation: unasked,
    sceneOfUser: unasked,
    movedTo: unasked,
    sceneOfCode: unasked,
    sceneOfHost: unasked,
    sceneOfAction: unasked,
    sceneOfGovernment: async () => scene,
    caseById: async (governmentId, id) =>
      governmentId === scene.directory.government.id ? world.cases?.find((each) => each.id === id) : undefined,
    caseByCode: unasked,
    caseByNumber: unasked,
    proposalById: async (governmentId, id) =>
      governmentId === scene.directory.government.id ? world.proposals?.find((each) => each.id === id) : undefined,
    proposalByCode: unasked,
    proposalByNumber: unasked,
    proposalPostedAt: unasked,
    proposalsOfCase: async (_governmentId, id) => (world.proposals ?? []).filter(({ caseIds }) => caseIds.includes(id)),
    contentOfMessage: unasked,
    action: unasked,
    dialogue: unasked,
    replyById: async (_governmentId, id) => world.replies?.find((each) => each.id === id),
    replyByMessage: unasked,
    queue: async () => lines,
    find: async () => world.found ?? lines,
    contentLines: async (_governmentId, _agencyId, span) =>
      world.contentLines?.(span) ?? { items: [], more: false, total: 0 },
    lastPosted: async () => world.lastPosted ?? new Map(),
    contentCounts: async () => world.contentCounts ?? { waiting: 0, returned: 0, ready: 0 },
    history: async () => ({ items, more: false, total: items.length }),
    registryHistory: unasked,
  };
};

const noSurface: Surface = {
  greeting: { id: "", en: "" },
  needsAdmin: { id: "", en: "" },
  commands: [],
  forms: new Map(),
};

/** Composes content in a world, on a platform without limits unless others are given. */
export const composeIn = (
  world: World,
  content: MessageContent,
  to?: ConversationRef,
  capabilities: Capabilities = roomy,
): Promise<Composed | "drop"> =>
  createCompose({ store: readerOf(world), surface: world.surface ?? noSurface })("g", content, capabilities, to);

/** A composed message taken apart: its words, its buttons in order, its blocks. Throws where it was dropped. */
export interface Shown {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  readonly labels: readonly string[];
  readonly composed: Composed;
}

/** As `composeIn`, for messages that are to be sent. */
export const show = async (
  world: World,
  content: MessageContent,
  to?: ConversationRef,
  capabilities: Capabilities = roomy,
): Promise<Shown> => {
  const composed = await composeIn(world, content, to, capabilities);
  if (composed === "drop") throw new Error("the message was dropped");
  const { blocks } = composed.message;
  const buttons = blocks.flatMap((block) => (block.kind === "buttons" ? block.items : []));
  const labels = buttons.map((button) => button.label);
  return { text: plainTextOf(blocks), blocks, buttons, labels, composed };
};

/** The action behind a button, as it is stored with the message. */
export const actionOf = (shown: Shown, label: string) => {
  const button = shown.buttons.find((each) => each.label === label);
  if (!button || button.kind === "link") return undefined;
  return shown.composed.tokens.find(({ token }) => token === button.token)?.action;
};
