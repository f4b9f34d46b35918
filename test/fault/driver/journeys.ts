import { randomUUID } from "node:crypto";
import { chatOf, command, officerOf, press, type Speaker } from "./events.js";
import type { Stand } from "./stand.js";
import { until } from "./until.js";

/** A case on its way, and how it must end. */
export interface Journey {
  readonly name: JourneyName;
  /** The citizen's words: no other case has them. */
  readonly text: string;
  readonly events: readonly string[];
}

export type JourneyName = "forwarded" | "approved" | "combined" | "asked" | "overdue" | "undelivered";

/** What somebody does in a journey: said until it is acknowledged, and done when all it caused is done. */
interface Guide {
  say(speaker: Speaker, line: string): Promise<void>;
  press(speaker: Speaker, label: string): Promise<void>;
  /** The case's code, once there is one. */
  code(): Promise<string>;
  inState(status: string): Promise<void>;
  /** The history has an entry of this kind. */
  told(kind: string): Promise<void>;
  /** Every forward was delivered, and its clock has started. */
  arrived(): Promise<void>;
  /** Moves case time on at once, past whatever falls due. */
  passTime(hours: number): Promise<void>;
}

/** A step waits for its effect through restarts. */
const STEP_MS = 240_000;

const createGuide = (stand: Stand, text: string, events: string[], manner: Manner): Guide => {
  const { calm = false, patienceMs = STEP_MS } = manner;
  const rest = (): Promise<void> => (calm ? stand.quiet() : Promise.resolve());
  const ask = async <T>(sql: string, ...values: readonly unknown[]) => stand.database().rows<T>(sql, ...values);
  const guide: Guide = {
    async say(speaker, line) {
      const eventId = randomUUID();
      events.push(eventId);
      await stand.platform.say(command(speaker, line, eventId));
      await until("the event to be done", patienceMs, async () => {
        const done = await ask(`select 1 from inbox where event_id = $1 and state in ('done', 'parked')`, eventId);
        return done.length > 0;
      });
      await rest();
    },
    async press(speaker, label) {
      const code = await guide.code();
      const found = await until(`the button ${label}`, patienceMs, async () => {
        const all = await stand.platform.shown(chatOf(speaker));
        const message = all.find((one) => one.text.includes(code) && one.buttons.some((each) => each.label === label));
        const button = message?.buttons.find((each) => each.label === label);
        return message && button && { message: message.id, token: button.token };
      });
      const event = press(speaker, found.message, found.token);
      events.push(event.eventId);
      await stand.platform.say(event);
      await rest();
    },
    code: () =>
      until("the case", patienceMs, async () => {
        const [row] = await ask<{ code: string }>("select code from inquiry where text = $1", text);
        return row?.code;
      }),
    async inState(status) {
      await until(`${status} of ${text}`, patienceMs, async () => {
        const [row] = await ask<{ status: string }>("select status from inquiry where text = $1", text);
        return row?.status === status;
      });
    },
    async told(kind) {
      await until(`"${kind}" in the history`, patienceMs, async () => {
        const sql = `select 1 from history h join inquiry i on i.id = h.subject_id where i.text = $1 and h.kind = $2`;
        return (await ask(sql, text, kind)).length > 0;
      });
    },
    async arrived() {
      await until("the forwards to be delivered", patienceMs, async () => {
        const sql = `select f.delivered_at as at from forward f join inquiry i on i.id = f.inquiry_id where i.text = $1`;
        const forwards = await ask<{ at: Date | null }>(sql, text);
        return forwards.length > 0 && forwards.every(({ at }) => at !== null);
      });
    },
    async passTime(hours) {
      if (manner.passTime) return manner.passTime(text, hours);
      const sql =
        "update government set clock_offset_ms = clock_offset_ms + $1::bigint where example returning 1 as one";
      await ask(sql, hours * 3_600_000);
      await stand.quiet();
    },
  };
  return guide;
};

const related = (government: string, agency: string) => officerOf(government, agency);
type Play = (guide: Guide, text: string) => Promise<void>;

const forwarded: Play = async (guide, text) => {
  const home = officerOf("kobar", "pupr");
  await guide.say(home, `/inquiry ${text}`);
  const code = await guide.code();
  await guide.say(home, `/forward ${code} dishub`);
  await guide.arrived();
  await guide.say(related("kobar", "dishub"), `/answer ${code} Sudah dijadwalkan.`);
  await guide.say(home, `/posted ${code} https://example.org/1`);
  await guide.inState("closed");
};

const approved: Play = async (guide, text) => {
  const home = officerOf("jabar", "dinkes");
  await guide.say(home, `/inquiry ${text}`);
  const code = await guide.code();
  await guide.say(home, `/answer ${code} Ya, gratis.`);
  await guide.press({ ...home, role: "official", purpose: "approval" }, "Setujui");
  await guide.inState("ready");
  await guide.say(home, `/posted ${code} dm`);
  await guide.inState("closed");
};

const combined: Play = async (guide, text) => {
  const home = officerOf("klaten", "disdik");
  await guide.say(home, `/inquiry ${text}`);
  const code = await guide.code();
  await guide.say(home, `/forward ${code} dishub dinkes`);
  await guide.arrived();
  await guide.say(related("klaten", "dishub"), `/answer ${code} Bus dari jam 6.`);
  await guide.say(related("klaten", "dinkes"), `/answer ${code} Pemeriksaan hari Senin.`);
  await guide.say(home, `/answer ${code} Mulai Senin jam 6.`);
  await guide.say(home, `/posted ${code} https://example.org/2`);
  await guide.inState("closed");
};

const asked: Play = async (guide, text) => {
  const agency = text.split(" ")[0] ?? "";
  await guide.say(officerOf("kobar", agency), `/inquiry ${text}`);
  await guide.code();
};

const overdue: Play = async (guide, text) => {
  const home = officerOf("kobar", "satpolpp");
  await guide.say(home, `/inquiry ${text}`);
  const code = await guide.code();
  await guide.say(home, `/forward ${code} dlh`);
  await guide.arrived();
  await guide.passTime(75);
  await guide.say(related("kobar", "dlh"), `/answer ${code} Terlambat, mohon maaf.`);
  await guide.say(home, `/posted ${code} dm`);
  await guide.inState("closed");
};

/** Forwarded to a chat that refuses it: the alarm is the end. */
const undelivered: Play = async (guide, text) => {
  const home = officerOf("kobar", "pupr");
  await guide.say(home, `/inquiry ${text}`);
  await guide.say(home, `/forward ${await guide.code()} dishub`);
  await guide.told("undeliverable");
};

const PLAYS: Readonly<Record<JourneyName, Play>> = { forwarded, approved, combined, asked, overdue, undelivered };

/** How a journey is played. */
export interface Manner {
  /** The agency of an "asked" one. */
  readonly where?: string;
  /** Everything a step caused is done before the next one: then nothing else is on its way when the process dies. */
  readonly calm?: boolean;
  /** How case time passes, instead of at once. */
  readonly passTime?: (text: string, hours: number) => Promise<void>;
  /** How long a step is waited for. */
  readonly patienceMs?: number;
}

/** Plays a journey to its end, however often the program dies meanwhile. */
export async function play(stand: Stand, name: JourneyName, manner: Manner = {}): Promise<Journey> {
  const text = `${manner.where ?? name} ${randomUUID()}?`;
  const events: string[] = [];
  await PLAYS[name](createGuide(stand, text, events, manner), text);
  return { name, text, events };
}
