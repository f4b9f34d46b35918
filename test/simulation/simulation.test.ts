import { randomInt } from "node:crypto";
import { expect, it } from "vitest";
import { FAILING_SEEDS } from "./failing-seeds.js";
import type { Figures } from "./run.js";
import { lived } from "./simulated.js";

const DAYS_A_RUN = 4;
/** SEED: this one alone. DAYS: of one run. SIMULATED_DAYS: so many in all, with fresh seeds. */
const { SEED, DAYS = String(DAYS_A_RUN), SIMULATED_DAYS } = process.env;
const FIXED_SEEDS = [1, 2, 3];

const sum = (a: Figures, b: Figures): Figures =>
  Object.fromEntries(
    Object.entries(a).map(([name, value]) => [name, value + b[name as keyof Figures]]),
  ) as unknown as Figures;

const tell = (seeds: string, seconds: number, figures: Figures): void =>
  console.log(`seeds ${seeds}, ${seconds.toFixed(1)} s: ${JSON.stringify(figures)}`);

const live = async (seeds: readonly number[], days: number): Promise<Figures> => {
  let total: Figures | undefined;
  for (const seed of seeds) {
    const figures = await lived({ seed, days });
    total = total ? sum(total, figures) : figures;
  }
  if (!total) throw new Error("no seeds");
  return total;
};

const timed = async (name: string, work: () => Promise<Figures>): Promise<Figures> => {
  const began = process.hrtime.bigint();
  const figures = await work();
  tell(name, Number(process.hrtime.bigint() - began) / 1e9, figures);
  return figures;
};

const one = (): void => {
  it(`lives through seed ${SEED}`, async () => {
    await timed(`${SEED}`, () => live([Number(SEED)], Number(DAYS)));
  });
};

const long = (): void => {
  it(`lives through ${SIMULATED_DAYS} days`, { timeout: 0 }, async () => {
    const first = randomInt(1_000_000_000);
    const runs = Math.ceil(Number(SIMULATED_DAYS) / Number(DAYS));
    const seeds = Array.from({ length: runs }, (_run, index) => first + index);
    await timed(`${first} to ${first + runs - 1}`, () => live(seeds, Number(DAYS)));
  });
};

const short = (): void => {
  it("holds for the fixed seeds, and every kind of thing happens in them", async () => {
    const figures = await timed(FIXED_SEEDS.join(", "), () => live(FIXED_SEEDS, DAYS_A_RUN));
    for (const [name, value] of Object.entries(figures)) expect(value, name).toBeGreaterThan(0);
  });

  it("holds for a fresh seed", async () => {
    const seed = randomInt(1_000_000_000);
    await timed(`${seed}`, () => live([seed], DAYS_A_RUN));
  });

  it("gives the same run for the same seed", async () => {
    expect(await live([77], 2)).toEqual(await live([77], 2));
  });

  it.each(FAILING_SEEDS)("holds for seed $seed, in which $found", async ({ seed, days }) => {
    await lived({ seed, days });
  });
};

if (SEED !== undefined) one();
else if (SIMULATED_DAYS !== undefined) long();
else short();
