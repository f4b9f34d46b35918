import { SUSPECT_AFTER_DEATHS } from "../../src/infra/inbox/claim.js";
import { nextDueInMemory } from "../../src/infra/memory/memory-sweep.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import { createPeople } from "./people.js";
import { createProcess, type Process } from "./process.js";
import { createRandom } from "./random.js";
import { createWorld, GOVERNMENTS, type Sabotage, type World } from "./world.js";

/** What a run consisted of. */
export interface Figures {
  readonly days: number;
  readonly steps: number;
  readonly events: number;
  readonly duplicates: number;
  readonly cases: number;
  readonly messages: number;
  readonly doubled: number;
  readonly crashes: number;
  readonly faults: number;
  readonly away: number;
  readonly pings: number;
  /** How often an event was handled alone, as it was in hand at three deaths. */
  readonly alone: number;
  readonly sealed: number;
  readonly published: number;
  readonly proposals: number;
  /** How often content was posted on an account. */
  readonly contents: number;
}

export interface RunOptions {
  readonly seed: number;
  readonly days: number;
  readonly sabotage?: Sabotage;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** A run that does not come to rest in so many steps hangs. */
const MAX_REST_STEPS = 60_000;
const MAX_FRUITLESS = 6;

/** After everything that could go on did, whatever it led to has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class Run {
  private readonly world: World;
  private readonly people;
  private processes: Process[] = [];
  private started = 0;
  /** Events the platform has not been told are safe, or delivers once more. */
  private readonly inbound: ChatEvent[] = [];
  private readonly said: ChatEvent[] = [];
  private steps = 0;
  private events = 0;
  private duplicates = 0;
  private crashes = 0;
  /** How often in a row those who looked for work found none. */
  private fruitless = 0;

  constructor(private readonly options: RunOptions) {
    this.world = createWorld(createRandom(options.seed), options.sabotage);
    this.people = createPeople(this.world);
    this.processes = [this.start(), this.start()];
  }

  private start(): Process {
    this.started += 1;
    return createProcess(this.world, this.started);
  }

  async run(): Promise<Figures> {
    const { clock, random } = this.world;
    const endMs = clock.caseMs() + this.options.days * DAY_MS;
    while (clock.caseMs() < endMs) {
      const dayEndMs = Math.min(endMs, clock.caseMs() + DAY_MS);
      while (clock.caseMs() < dayEndMs) {
        await this.bustle();
        if (random.chance(0.5)) await this.rest(false);
        this.sleep(dayEndMs);
      }
      await this.rest(true);
    }
    return this.figures();
  }

  /** Some people act, and the processes do some of the work, in the weather of the hour. */
  private async bustle(): Promise<void> {
    const { random } = this.world;
    this.blow();
    for (let acts = random.between(1, 4); acts > 0; acts -= 1) {
      const event = this.people.act(random.pick(GOVERNMENTS) ?? "kobar");
      if (event) {
        this.inbound.push(event);
        this.said.push(event);
        this.events += 1;
      }
      for (let left = random.between(5, 60); left > 0; left -= 1) await this.step();
    }
    if (random.chance(0.2)) {
      const old = random.pick(this.said);
      if (old) this.inbound.push(old);
      this.duplicates += 1;
    }
  }

  private blow(): void {
    const { random, weather } = this.world;
    const roughness = random.weighted([
      [4, 0],
      [4, 1],
      [2, 4],
    ] as const);
    weather.faultRate = 0.05 * (roughness ?? 0);
    weather.awayRate = 0.004 * (roughness ?? 0);
    weather.crashRate = 0.004 * (roughness ?? 0);
  }

  private async step(): Promise<void> {
    const { random, gates, weather, clock, watch } = this.world;
    this.steps += 1;
    const process = random.pick(this.processes);
    if (!process) return;
    if (random.chance(weather.crashRate)) this.crash(process);
    else
      random.weighted<() => void>([
        [gates.waiting() > 0 ? 14 : 0, () => this.release()],
        [this.inbound.length > 0 ? 4 : 0, () => this.deliver(process)],
        [2, () => process.work()],
        [2, () => process.relay()],
        [0.5, () => process.tick()],
        [1, () => clock.advance(random.between(1, 900))],
        [0.1, () => clock.advance(random.between(1_000, 40_000))],
        [process.refused() ? 0.5 : 0, () => process.restart()],
      ])?.();
    await settled();
    this.world.invariants.history.sealed();
    watch.check();
  }

  private release(): void {
    const released = this.world.gates.release();
    if (!released) return;
    if (!released.label.includes(" claim")) this.fruitless = 0;
    this.world.watch.trace(`${released.process}: ${released.label}`);
  }

  private deliver(process: Process): void {
    const { random, watch, invariants } = this.world;
    const index = random.below(Math.min(3, this.inbound.length));
    const [event] = this.inbound.splice(index, 1);
    if (!event) return;
    watch.trace(`${process.id}: hears ${event.type} ${event.eventId}`);
    if (random.chance(0.05)) this.again(event);
    const lost = this.redeliverIfLost(process, event);
    process.accept(event).then(
      () => {
        lost.done = true;
        invariants.acknowledged("simulator", event.eventId);
      },
      () => {
        lost.done = true;
        this.inbound.push(event);
      },
    );
  }

  private again(event: ChatEvent): void {
    this.duplicates += 1;
    this.inbound.push(event);
  }

  private readonly open = new Map<number, { readonly event: ChatEvent; done: boolean }[]>();

  /** What a process that died had not acknowledged is delivered to another. */
  private redeliverIfLost(process: Process, event: ChatEvent): { done: boolean } {
    const entry = { event, done: false };
    this.open.set(process.id, [...(this.open.get(process.id) ?? []).filter(({ done }) => !done), entry]);
    return entry;
  }

  private crash(process: Process): void {
    this.crashes += 1;
    this.blame();
    this.world.watch.trace(`${process.id}: dies`);
    this.world.gates.kill(process.id);
    for (const { event, done } of this.open.get(process.id) ?? []) if (!done) this.inbound.push(event);
    this.open.delete(process.id);
    this.processes = this.processes.map((each) => (each === process ? this.start() : each));
  }

  /** Now and then it is not the first death with an event in hand, be it given back since: it is to be handled alone. */
  private blame(): void {
    const { random, store } = this.world;
    for (const [id, row] of store.tables.inbox)
      if ((row.state === "running" || row.state === "pending") && random.chance(0.5))
        store.tables.inbox.set(id, { ...row, deaths: Math.max(row.deaths, SUSPECT_AFTER_DEATHS) });
  }

  /** Time passes: to the next instant a ping is due, or beyond it, as after a standstill. */
  private sleep(endMs: number): void {
    const { random, clock, store } = this.world;
    const gapMs = random.between(1, 240) * MINUTE_MS;
    const dueMs = nextDueInMemory(store.tables, "all")?.getTime() ?? Number.POSITIVE_INFINITY;
    const until = Math.min(endMs, clock.caseMs() + gapMs, random.chance(0.9) ? dueMs : Number.POSITIVE_INFINITY);
    const ms = Math.max(0, until - clock.caseMs());
    if (random.chance(0.1)) clock.moveCaseTime(ms);
    else clock.advance(ms);
  }

  /** Works everything off. `whole`: in fair weather, to the end, and then everything has to be right. */
  private async rest(whole: boolean): Promise<void> {
    const { weather, watch, invariants } = this.world;
    if (whole) Object.assign(weather, { faultRate: 0, awayRate: 0, crashRate: 0 });
    for (let steps = 0; ; steps += 1) {
      if (steps > MAX_REST_STEPS) watch.demand(false, `the program does not come to rest: ${this.leftovers()}`);
      watch.check();
      if (!(await this.busy())) break;
    }
    if (!whole || weather.faultRate > 0) return;
    invariants.quiet();
    watch.check();
  }

  /** One step of working off; false when there is nothing left to do. */
  private async busy(): Promise<boolean> {
    const { gates, clock } = this.world;
    const nextAt = gates.nextAt();
    if (nextAt !== undefined && nextAt <= clock.nowMs()) {
      await this.work(() => this.release());
      return true;
    }
    if (this.inbound.length > 0) {
      await this.work(() => this.deliver(this.anyProcess()));
      return true;
    }
    for (const process of this.processes) if (process.refused()) process.restart();
    return this.wakeUp(nextAt);
  }

  /** Nobody is at work: whoever has something to do begins, or time passes until somebody has. */
  private async wakeUp(nextAt: number | undefined): Promise<boolean> {
    const { clock, store } = this.world;
    const { tables } = store;
    const nowMs = clock.nowMs();
    const times = [
      ...[...tables.inbox.values()].flatMap(({ state, notBefore, leaseUntil }) =>
        state === "pending" ? [notBefore.getTime()] : state === "running" ? [(leaseUntil?.getTime() ?? 0) + 1] : [],
      ),
      ...tables.outbox.flatMap(({ state, notBefore, leaseUntil }) =>
        state === "pending" || state === "sending"
          ? [Math.max(state === "pending" ? notBefore.getTime() : 0, (leaseUntil?.getTime() ?? -1) + 1)]
          : [],
      ),
    ];
    const due = tables.pings.some(
      ({ takenAt, dueAt, governmentId }) => !takenAt && dueAt <= clock.caseNow(governmentId),
    );
    const unsealed = tables.history.some(({ sealNo }) => sealNo === undefined);
    if (due || unsealed) await this.work(() => this.anyProcess().tick());
    else if (times.length === 0 && nextAt === undefined) return false;
    else if (times.some((at) => at <= nowMs) && this.fruitless < MAX_FRUITLESS) {
      this.fruitless += 1;
      await this.work(() => this.anyProcess().work());
      await this.work(() => this.anyProcess().relay());
    } else {
      this.fruitless = 0;
      const future = [...times, nextAt ?? Number.POSITIVE_INFINITY].filter((at) => at > nowMs);
      clock.advance(Math.min(...future, nowMs + MINUTE_MS) - nowMs);
    }
    return true;
  }

  private leftovers(): string {
    const { tables } = this.world.store;
    const events = [...tables.inbox].filter(([, { state }]) => state === "pending" || state === "running");
    const rows = tables.outbox.filter(({ state }) => state === "pending" || state === "sending");
    return JSON.stringify({
      faults: this.world.weather,
      now: this.world.clock.machineNow(),
      waiting: this.world.gates.waiting(),
      events,
      rows,
    });
  }

  private anyProcess(): Process {
    const process = this.world.random.pick(this.processes);
    if (!process) throw new Error("no process");
    return process;
  }

  private async work(what: () => void): Promise<void> {
    this.steps += 1;
    what();
    await settled();
    this.world.invariants.history.sealed();
  }

  private figures(): Figures {
    const { platform, store, invariants } = this.world;
    const { tables } = store;
    return {
      days: this.options.days,
      steps: this.steps,
      events: this.events,
      duplicates: this.duplicates,
      cases: tables.cases.size,
      messages: invariants.deliveries.messages(),
      doubled: invariants.deliveries.doubled(),
      crashes: this.crashes,
      faults: [...platform.faults.values()].reduce((sum, count) => sum + count, 0),
      away: this.world.gates.failed(),
      pings: invariants.pings.told(),
      alone: invariants.hands.alone(),
      sealed: tables.history.length,
      proposals: tables.proposals.size,
      contents: [...tables.proposals.values()].reduce((sum, { proposal }) => sum + proposal.publications.length, 0),
      published: [...tables.cases.values()].reduce((sum, { inquiry }) => sum + inquiry.publications.length, 0),
    };
  }
}

/** Lives through the days the seed decides. Throws the first violation. */
export const simulate = (options: RunOptions): Promise<Figures> => new Run(options).run();
