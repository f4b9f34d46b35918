import { signal } from "@preact/signals";
import { newEventId, type PersonEvent, Refused, tell } from "./api.js";
import type { Attached } from "./attaching.js";
import { load } from "./live.js";
import { connection } from "./state.js";

type Written = Extract<PersonEvent, { readonly text: string }>;

/** What a person wrote, on its way: shown at the end of its channel until the program has it or refuses it. */
export interface Outgoing {
  readonly event: Written & { readonly eventId: string };
  /** The files of the event as they were beside the text. */
  readonly files?: readonly Attached[];
  readonly state: "sending" | "waiting" | "refused";
  /** Why it was refused: a code of docs/simulator-api.md. */
  readonly code?: string;
}

/** Of all channels, in the order of writing. */
export const outgoing = signal<readonly Outgoing[]>([]);

const AGAIN_MS = 1_000;
const busy = new Set<string>();

const become = ({ event, files = [] }: Outgoing, state: Outgoing["state"], code?: string): void => {
  const next = { event, files, state, ...(code === undefined ? {} : { code }) };
  outgoing.value = outgoing.value.map((one) => (one.event.eventId === event.eventId ? next : one));
};

/** Takes it off the screen. */
export const discard = ({ event }: Outgoing): void => {
  outgoing.value = outgoing.value.filter((one) => one.event.eventId !== event.eventId);
};

const nextIn = (channel: string): Outgoing | undefined =>
  outgoing.value.find(({ event, state }) => event.channel === channel && state !== "refused");

const attempt = async (item: Outgoing): Promise<void> => {
  try {
    await tell(item.event, () => become(item, "waiting"));
    // Without the stream it would be nowhere for a while.
    if (connection.value !== "live") await load(item.event.channel);
    discard(item);
  } catch (error) {
    const code = error instanceof Refused ? error.code : "";
    if (code !== "unavailable") return become(item, "refused", code);
    become(item, "waiting");
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
};

const work = async (channel: string): Promise<void> => {
  if (busy.has(channel)) return;
  busy.add(channel);
  try {
    for (let item = nextIn(channel); item; item = nextIn(channel)) await attempt(item);
  } finally {
    busy.delete(channel);
  }
};

/** Sends what is written, in order, one at a time in a channel; under the same id until the program answers. */
export const sendAll = (): void => {
  for (const channel of new Set(outgoing.value.map(({ event }) => event.channel))) work(channel).catch(() => undefined);
};

/** Takes what a person wrote and sends it. */
export const put = (event: Written, files: readonly Attached[] = []): void => {
  outgoing.value = [...outgoing.value, { event: { ...event, eventId: newEventId() }, files, state: "sending" }];
  sendAll();
};
