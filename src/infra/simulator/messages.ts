import type { SimulatorMessage, SimulatorMessages } from "../../ports/simulator-host.js";
import * as sql from "./sql.js";

type Rows = readonly SimulatorMessage[];

/** Ids and revisions are bigints; anything else names no message and must not reach the cast. */
const NUMBER = /^\d{1,18}$/;

/**
 * The simulator's messages in the database, for channels of example governments only. Each change is one statement and
 * gets the next revision; `notify` is called after it is committed. Every method rejects when the database is down.
 */
export const createSimulatorMessages = (db: sql.SqlClient, notify: () => void): SimulatorMessages => {
  const read = (statement: string, ...values: unknown[]): Promise<Rows> => db.$queryRawUnsafe(statement, ...values);

  const message = async (channel: string, id: string): Promise<SimulatorMessage | undefined> =>
    NUMBER.test(id) ? (await read(sql.MESSAGE_BY_ID, channel, id))[0] : undefined;

  return {
    async post({ channel, from, text, blocks, buttons, replyTo, visibleTo, expectsReplyFrom, idempotencyKey }) {
      const reply = replyTo !== null && NUMBER.test(replyTo) ? replyTo : null;
      const content = [text, JSON.stringify(blocks), JSON.stringify(buttons)];
      const rest = [reply, visibleTo, expectsReplyFrom, idempotencyKey];
      const [added] = await read(sql.INSERT_MESSAGE, channel, from, ...content, ...rest);
      if (added !== undefined) {
        notify();
        return added;
      }
      return idempotencyKey === null ? undefined : (await read(sql.MESSAGE_BY_KEY, idempotencyKey))[0];
    },

    async edit(channel, id, { text, blocks, buttons }) {
      if (!NUMBER.test(id)) return undefined;
      const content = [text, JSON.stringify(blocks), JSON.stringify(buttons)];
      const [edited] = await read(sql.UPDATE_MESSAGE, channel, id, ...content);
      if (edited === undefined) return message(channel, id);
      notify();
      return edited;
    },

    async remove(channel, id) {
      if (!NUMBER.test(id)) return false;
      const gone = await read(sql.DELETE_MESSAGE, channel, id);
      if (gone.length > 0) notify();
      return gone.length > 0;
    },

    async react(channel, id, emoji, by, present) {
      if (!NUMBER.test(id)) return false;
      const statement = present ? sql.ADD_REACTION : sql.REMOVE_REACTION;
      const [target] = await db.$queryRawUnsafe<{ changed: boolean }[]>(statement, channel, id, emoji, by);
      if (target?.changed === true) notify();
      return target !== undefined;
    },

    message,

    async list(channel, after) {
      const found = await read(sql.LIST_MESSAGES, channel, after !== undefined && NUMBER.test(after) ? after : "0");
      if (found.length > 0) return found;
      return (await read(sql.KNOWN_CHANNEL, channel)).length > 0 ? [] : undefined;
    },

    changedSince: (revision, limit) => read(sql.CHANGED_SINCE, NUMBER.test(revision) ? revision : "0", limit),

    async lastRevision() {
      return (await read(sql.LAST_REVISION))[0]?.revision ?? "0";
    },

    async waitingFor(channel, person) {
      return (await read(sql.WAITING_FOR, channel, person))[0];
    },
  };
};
