import { type Call, createDoor, type Journalled } from "./telegram/door.js";
import { createFaults, type Faults } from "./telegram/faults.js";
import { createGroups, type Groups } from "./telegram/groups.js";
import type { CommandLists } from "./telegram/methods/account.js";
import type { Pressed } from "./telegram/methods/queries.js";
import type { User } from "./telegram/objects.js";
import { type Act, createHand, type Hand } from "./telegram/people.js";
import { type Shown, shownIn } from "./telegram/shown.js";
import { createUpdates, type Updates } from "./telegram/updates.js";
import { createWebhook } from "./telegram/webhook.js";
import { type BotStatus, createWorld, type Place, type World } from "./telegram/world.js";

/** What can be set about the stand-in. */
export interface TelegramServerOptions {
  readonly token?: string;
  readonly nowMs?: () => number;
  /** A call to the webhook that failed is made again so much later. */
  readonly webhookAgainMs?: number;
  readonly firstUpdateId?: number;
}

/**
 * A stand-in for Telegram: its Bot API over HTTP on loopback, and the people in its chats. As strict as Telegram is, as far as
 * its documentation says; what it does not play it refuses. Everything is in memory.
 */
export interface TelegramServer extends Groups {
  readonly apiRoot: string;
  readonly token: string;
  readonly bot: User;
  readonly faults: Faults;
  readonly updates: Updates;
  readonly world: World;
  /** Every call there was, in order. */
  readonly calls: readonly Call[];
  /** Every call that was accepted and changed something, when it was. */
  readonly journal: readonly Journalled[];
  /** Calls that do not fit the Bot API's description. Each was refused. */
  readonly violations: readonly string[];
  /** The lists of commands that were set, by scope and language. */
  readonly commands: ReadonlyMap<string, unknown>;
  addPerson(given: Partial<User> & { readonly first_name: string }): User;
  /** A group with these people, and the bot as it is said: a member where it is not. */
  addGroup(
    title: string,
    people: readonly User[],
    given?: { readonly kind?: "group" | "supergroup"; readonly isForum?: boolean; readonly bot?: BotStatus },
  ): Place;
  /** Somebody's hand in a chat; without one in their private chat with the bot, which opens with the first word. */
  hand(person: User, place?: Place): Hand;
  read(place: Place): readonly Shown[];
  /** Whether the bot took an update: it confirmed it, or it was asked for again, or its webhook did not take it. */
  taken(act: Act): Promise<boolean>;
  /** Resolves when no update waits any more. */
  drained(): Promise<void>;
  /** Resolves with the first call that fits, made or to come, of those after `from`. */
  called(fits: (call: Call) => boolean, from?: number): Promise<Call>;
  /** "gone": connections are refused. "half-open": they are accepted, and nothing is answered. */
  network(state: "up" | "gone" | "half-open"): Promise<void>;
  close(): Promise<void>;
}

const TOKEN = "7000000001:AAstandinstandinstandinstandinstand";

/** Starts one, on a port of its own. */
export const createTelegramServer = async (options: TelegramServerOptions = {}): Promise<TelegramServer> => {
  const { token = TOKEN, nowMs = Date.now, webhookAgainMs = 20, firstUpdateId = 870_000_001 } = options;
  const bot: User = { id: Number(token.split(":")[0]), is_bot: true, first_name: "Tanggap", username: "tanggap_bot" };
  const world = createWorld(bot, nowMs);
  const updates = createUpdates(firstUpdateId);
  const webhook = createWebhook(updates, webhookAgainMs, world.now);
  const queries = new Map<string, Pressed>();
  const commands: CommandLists = new Map();
  const faults = createFaults();
  const groups = createGroups(world, updates);
  const door = await createDoor({ token, nowMs, faults, ground: { world, updates, webhook, commands, queries } });

  const privatePlace = (person: User): Place =>
    world.places.get(person.id) ?? world.addPlace({ kind: "private", title: "", id: person.id, bot: "member" });

  return {
    ...{ apiRoot: door.apiRoot, token, bot, faults, updates, world, commands },
    ...{ calls: door.calls, journal: door.journal, violations: door.violations },
    addPerson(given) {
      const person: User = { id: 200_000_000 + world.next(), is_bot: false, language_code: "id", ...given };
      world.people.set(person.id, person);
      return person;
    },
    addGroup(title, people, { kind = "group", isForum = false, bot: status = "member" } = {}) {
      const place = world.addPlace({ kind, title, isForum, bot: status });
      for (const { id } of people) place.people.set(id, "member");
      return place;
    },
    hand: (person, place = privatePlace(person)) => createHand(world, updates, queries, person, place),
    ...groups,
    read: (place) => shownIn(world, place),
    async taken({ update }) {
      if (update === undefined) throw new Error("the bot was not told of it");
      if (!updates.waiting().some(({ update_id: id }) => id === update)) return true;
      return (await updates.outcome(update)) === "confirmed";
    },
    async drained() {
      for (;;) {
        const [first] = updates.waiting();
        if (first === undefined) return;
        await updates.outcome(first.update_id);
      }
    },
    ...{ called: door.called, network: door.network },
    async close() {
      await webhook.close();
      await door.close();
    },
  };
};
