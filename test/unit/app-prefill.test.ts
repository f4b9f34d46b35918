import { describe, expect, it } from "vitest";
import { createPrefill } from "../../src/app/prefill.js";
import type { Account } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";

const [INSTAGRAM, X] = ["account-jabar-dukcapil-instagram", "account-jabar-dukcapil-x"];
const LINE = '/propose Kantor libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran" sasaran=pelajar';

const proposed = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar");
  await bench.type(bench.seat("dukcapil"), LINE);
  return bench;
};

/** What the form to change the proposal opens with. */
const opened = async (bench: ChatBench, { place, userId }: Seat = bench.seat("dukcapil")) => {
  const { code } = await bench.proposal();
  bench.store.putAction("jabar", "opener", { command: "propose", values: { code } });
  const { platform, workspace } = place;
  return createPrefill(bench.store)("propose", "opener", place, { platform, workspace, id: userId });
};

const changing = (bench: ChatBench, id: string, change: (account: Account) => Partial<Account>): void =>
  bench.register((directory) => ({
    ...directory,
    accounts: directory.accounts.map((each) => (each.id === id ? { ...each, ...change(each) } : each)),
  }));

describe("the form that changes a proposal", () => {
  it("opens with what it has", async () => {
    const bench = await proposed();
    expect(await opened(bench)).toEqual({
      theme: "Libur",
      text: "Kantor libur 5 Maret.",
      hashtags: "#Libur",
      source: "Surat edaran",
      audience: "pelajar",
      accounts: "instagram:dukcapil.contoh x:dukcapil.contoh",
    });
    expect(await opened(bench, bench.seat("dlh"))).toEqual({});
  });

  it.each([
    ["given up", () => ({ until: new Date("2026-03-01T00:00:00Z") })],
    ["taken over by another agency", () => ({ agencyId: "jabar-dlh" })],
  ])("names no account that was %s: what it opens with is taken as it is", async (_, change) => {
    const bench = await proposed();
    changing(bench, INSTAGRAM, change);
    const values = await opened(bench);
    expect(values.accounts).toBe("x:dukcapil.contoh");
    const { code } = await bench.proposal();
    const opener = { command: "propose", values: { code } };
    await bench.submit(bench.seat("dukcapil"), "propose", { ...values, text: "Kantor libur 6 Maret." }, opener);
    expect((await bench.proposal()).draft?.content).toMatchObject({ body: "Kantor libur 6 Maret.", accountIds: [X] });
  });
});
