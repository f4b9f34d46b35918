import { createHash } from "node:crypto";
import { createHandler } from "../../src/app/handle.js";
import type { Case } from "../../src/domain/inquiry/model.js";
import type { Proposal } from "../../src/domain/proposal/model.js";
import type { ChannelPurpose, Directory } from "../../src/domain/registry/model.js";
import { SECRET_CHARS } from "../../src/domain/registry/one-time-code.js";
import { createMemoryStore, type MemoryStore } from "../../src/infra/memory/memory-store.js";
import { sweepMemoryPings } from "../../src/infra/memory/memory-sweep.js";
import { freshEvent, type MemoryHistoryRow, type MemoryOutboxRow } from "../../src/infra/memory/memory-tables.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import type { ReactionKind } from "../../src/ports/chat/reactions.js";
import type { ConversationRef, MessageRef } from "../../src/ports/chat/refs.js";
import type { FetchedFile } from "../../src/ports/files.js";
import type { InboxPayload } from "../../src/ports/protocol.js";
import type { Duty, StoredAction } from "../../src/ports/store.js";
import { exampleDirectory, type GovernmentId } from "./example-directory.js";
import { silentLogger } from "./silent-logger.js";

/** What one event did. */
export interface Step {
  readonly outcome: "committed" | "nothing";
  readonly rows: readonly MemoryOutboxRow[];
  readonly history: readonly MemoryHistoryRow[];
}

/** Somebody in a chat. */
export interface Seat {
  readonly userId: string;
  readonly place: ConversationRef;
}

/** The whole core on a store in memory, driven as adapters, relay and worker would drive it. */
export interface ChatBench {
  readonly governmentId: GovernmentId;
  readonly store: MemoryStore;
  readonly directory: () => Directory;
  register(change: (directory: Directory) => Directory): void;
  now(): Date;
  advance(minutes: number): void;
  place(agency: string, purpose?: ChannelPurpose): ConversationRef;
  /** The person who has the role in the agency, in that agency's chat: officers at work, all others where approvals go. */
  seat(agency: string, role?: string, purpose?: ChannelPurpose): Seat;
  /** The files of the next event, as they were fetched. */
  attach(...files: readonly FetchedFile[]): void;
  /** Handles any event. */
  send(event: ChatEvent): Promise<Step>;
  type(seat: Seat, line: string, replied?: Replied): Promise<Step>;
  named(seat: Seat, command: string, values: Readonly<Record<string, string>>): Promise<Step>;
  press(seat: Seat, action: StoredAction): Promise<Step>;
  /** Sends a form; `opener` is what the button that opened it stands for. */
  submit(seat: Seat, form: string, values: Readonly<Record<string, string>>, opener?: StoredAction): Promise<Step>;
  /** Writes words, in reply to something. The message's id comes back with the step. */
  write(seat: Seat, text: string, replied?: Replied): Promise<Step & { readonly message: MessageRef }>;
  edit(seat: Seat, message: MessageRef, text: string): Promise<Step>;
  react(seat: Seat, message: MessageRef, reaction: ReactionKind | null, change?: "added" | "removed"): Promise<Step>;
  /** Sends everything that waits, and tells the core what was delivered, until nothing waits. */
  relay(): Promise<readonly Step[]>;
  /** Takes the pings that are due, does what follows from that, and sends everything that waits. */
  remind(): Promise<void>;
  /** Sends everything that waits and tells nobody: the delivered events are still on their way. */
  sendOnly(): readonly Duty[];
  delivered(duties: readonly Duty[]): Promise<Step>;
  undeliverable(duties: readonly Duty[]): Promise<Step>;
  /** Tells the core that a deadline of the case passed. */
  due(inquiryId: string): Promise<Step>;
  /** Handles what the program itself put into the inbox. */
  handle(payload: InboxPayload): Promise<Step>;
  /** The case with this number; throws when there is none. */
  inquiry(number?: number): Promise<Case>;
  /** The proposal with this number; throws when there is none. */
  proposal(number?: number): Promise<Proposal>;
  /** The message a card is. Throws while it was not sent. */
  cardMessage(key: string): MessageRef;
  /** The message an outbox row became. Throws while it was not sent. */
  messageOf(row: MemoryOutboxRow): MessageRef;
}

/** What a message answers: one of the bot's, or somebody's words. */
type Replied = MessageRef | { readonly text: string };

interface Options {
  readonly change?: (directory: Directory) => Directory;
  /** Case time at the start. */
  readonly at?: Date;
  /** Other governments on the same store. */
  readonly others?: readonly Directory[];
}

/** 09.00 in Jakarta and Pontianak, a Monday. */
export const MORNING = new Date("2026-03-02T02:00:00.000Z");

/** Makes a bench with one example government. */
export const createChatBench = (governmentId: GovernmentId, options: Options = {}): ChatBench => {
  let clock = options.at ?? MORNING;
  let count = 0;
  let attached: readonly FetchedFile[] = [];
  const store = createMemoryStore({
    directories: [exampleDirectory(governmentId, options.change), ...(options.others ?? [])],
    now: () => clock,
  });
  let current = exampleDirectory(governmentId, options.change);
  const fresh = (prefix: string): string => `${prefix}-${++count}`;
  const handle = createHandler({
    store,
    ids: {
      newId: () => fresh("id"),
      newSecret: () => String(++count).padStart(SECRET_CHARS, "0"),
      hashOf: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
    },
    logger: silentLogger,
  });

  const work = async (payload: InboxPayload, id = String(store.tables.inbox.size + 1)): Promise<Step> => {
    const leaseToken = fresh("lease");
    const held = store.tables.inbox.get(id) ?? { platform: "simulator", eventId: id, lane: "bench", payload };
    store.tables.inbox.set(id, { ...freshEvent(held, clock), leaseToken, state: "running" });
    const before = { rows: store.tables.outbox.length, history: store.tables.history.length };
    const files = attached.length > 0 ? { files: attached } : {};
    attached = [];
    const outcome = await handle({ id, payload: structuredClone(payload), leaseToken, ...files });
    return {
      outcome,
      rows: store.tables.outbox.slice(before.rows),
      history: store.tables.history.slice(before.history),
    };
  };
  const send = (event: ChatEvent): Promise<Step> => work({ type: "chat", event });

  const inboundOf = ({ userId, place }: Seat, replied?: Replied) => ({
    eventId: fresh("event"),
    occurredAt: clock.toISOString(),
    conversation: place,
    actor: {
      user: { platform: place.platform, workspace: place.workspace, id: userId },
      displayName: userId,
      isBot: false,
    },
    ...(replied
      ? { inReplyTo: "id" in replied ? { message: replied } : { message: freshMessage(place), ...replied } }
      : {}),
  });
  const freshMessage = ({ platform, workspace, channel }: ConversationRef): MessageRef => ({
    platform,
    workspace,
    channel,
    id: fresh("message"),
  });
  const place = (agency: string, purpose: ChannelPurpose = "work"): ConversationRef => ({
    platform: "simulator",
    workspace: governmentId,
    channel: `${governmentId}-${agency}-${purpose}`,
  });
  const putToken = (action: StoredAction): string => {
    const token = fresh("token");
    store.putAction(governmentId, token, action);
    return token;
  };

  const messageOf = (row: MemoryOutboxRow): MessageRef => {
    const id = store.tables.outbox[row.id - 1]?.messageId;
    if (id === undefined) throw new Error(`outbox row ${row.id} (${row.causeKey}) was not sent`);
    const { platform, workspace, channel } = row.to;
    return { platform, workspace, channel, id };
  };
  const messageIdFor = (row: MemoryOutboxRow): string => {
    const shown = store.tables.outbox.find((each) => row.card && each.card?.key === row.card.key && each.messageId);
    return shown?.messageId ?? fresh("posted");
  };
  const settleAll = (): readonly (readonly Duty[])[] => {
    const waiting = store.tables.outbox.filter((row) => row.state === "pending").sort((a, b) => a.seq - b.seq);
    for (const row of waiting) store.amendOutbox(row.id, { state: "sent", attempts: 1, messageId: messageIdFor(row) });
    return waiting.map((row) => row.duties).filter((duties) => duties.length > 0);
  };
  const relay = async (): Promise<readonly Step[]> => {
    const steps: Step[] = [];
    for (let waiting = settleAll(); waiting.length > 0; waiting = settleAll())
      for (const duties of waiting) steps.push(await delivered(duties));
    return steps;
  };
  const delivered = (duties: readonly Duty[]): Promise<Step> =>
    work({ type: "delivered", governmentId, duties, at: clock.toISOString() });

  return {
    governmentId,
    store,
    directory: () => current,
    register(change) {
      current = change(current);
      store.register(current);
    },
    now: () => clock,
    advance: (minutes) => {
      clock = new Date(clock.getTime() + minutes * 60_000);
    },
    place,
    seat: (agency, role = "officer", purpose = role === "officer" ? "work" : "approval") => ({
      userId: role === "admin" || role === "auditor" ? `${governmentId}-${role}` : `${governmentId}-${agency}-${role}`,
      place: place(agency, purpose),
    }),
    attach: (...files) => {
      attached = files;
    },
    send,
    type: (seat, line, replied) => {
      const [, command = "", text = ""] = /^\/(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
      return send({
        ...inboundOf(seat, replied),
        type: "command",
        command,
        input: { kind: "text", text },
        message: freshMessage(seat.place),
      });
    },
    named: (seat, command, values) =>
      send({ ...inboundOf(seat), type: "command", command, input: { kind: "named", values } }),
    press: (seat, action) => send({ ...inboundOf(seat), type: "action", token: putToken(action) }),
    submit: (seat, form, values, opener) =>
      send({ ...inboundOf(seat), type: "form", form, context: opener ? putToken(opener) : "", values }),
    async write(seat, text, replied) {
      const message = freshMessage(seat.place);
      return {
        ...(await send({ ...inboundOf(seat, replied), type: "message", message, text, addressed: true })),
        message,
      };
    },
    edit: (seat, message, text) => send({ ...inboundOf(seat), type: "edited", message, text }),
    react: (seat, message, reaction, change = "added") =>
      send({ ...inboundOf(seat), type: "reaction", message, change, reaction, native: "👍" }),
    relay,
    async remind() {
      sweepMemoryPings(store.tables, { machineNow: () => clock, caseNow: () => clock });
      for (const [id, { payload, state }] of [...store.tables.inbox])
        if (state === "pending" && (payload?.type === "reminded" || payload?.type === "due")) await work(payload, id);
      await relay();
    },
    sendOnly: () => settleAll().flat(),
    delivered,
    undeliverable: (duties) => work({ type: "undeliverable", governmentId, duties, reason: "not-a-member" }),
    handle: work,
    due: (inquiryId) => work({ type: "due", governmentId, inquiryId }),
    async proposal(number = 1) {
      const found = await store.proposalByNumber(governmentId, number);
      if (!found) throw new Error(`no proposal ${number}`);
      return found;
    },
    async inquiry(number = 1) {
      const found = await store.caseByNumber(governmentId, number);
      if (!found) throw new Error(`no case ${number}`);
      return found;
    },
    cardMessage(key) {
      const row = store.tables.outbox.findLast((each) => each.card?.key === key && each.messageId !== undefined);
      if (!row) throw new Error(`the card ${key} was not sent`);
      return messageOf(row);
    },
    messageOf,
  };
};
