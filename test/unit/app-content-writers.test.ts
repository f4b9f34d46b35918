import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { expectRefused } from "../support/step-notices.js";

const LINE = '/propose Kantor libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"';

/** The official drafts as well. */
const drafting = (directory: Directory): Directory => ({
  ...directory,
  appointments: [...directory.appointments, appointmentOf("jabar-dukcapil-official", "jabar-dukcapil", "officer")],
});

const withSecond = (directory: Directory): Directory => ({
  ...directory,
  people: [...directory.people, personOf("jabar", "kedua")],
  appointments: [...directory.appointments, appointmentOf("kedua", "jabar-dukcapil", "official")],
});

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");
/** The official at the officers' desk. */
const writing = (bench: ChatBench): Seat => ({ ...officer(bench), userId: official(bench).userId });

const rewrite = (bench: ChatBench, seat: Seat, text: string) =>
  bench.named(seat, "propose", { code: "1", theme: "Libur", text });
const submit = (bench: ChatBench) => bench.press(officer(bench), { command: "submit", values: { code: "1" } });

const handedIn = async (change = drafting): Promise<ChatBench> => {
  const bench = createChatBench("jabar", { change });
  await bench.type(writing(bench), LINE);
  await rewrite(bench, officer(bench), "Kantor libur 6 Maret.");
  await submit(bench);
  await bench.relay();
  return bench;
};

describe("whoever wrote on a text", () => {
  it("does not approve it when a colleague hands it in", async () => {
    const bench = await handedIn();
    expectRefused(await bench.type(official(bench), "/approve 1"), "ownText", official(bench));
    const card = bench.cardMessage(`selection:${(await bench.proposal()).versions[0]?.id}`);
    expectRefused(await bench.react(official(bench), card, "approve"), "ownText", official(bench));
    expect((await bench.proposal()).status).toBe("submitted");
  });

  it("leaves it to the head, where nobody else is an official", async () => {
    const bench = await handedIn();
    await bench.type(bench.seat("dukcapil", "head"), "/approve 1");
    expect((await bench.proposal()).status).toBe("ready");
  });

  it("leaves it to the other official, where there is one", async () => {
    const bench = await handedIn((directory) => withSecond(drafting(directory)));
    const { head, second } = { head: bench.seat("dukcapil", "head"), second: { ...official(bench), userId: "kedua" } };
    expectRefused(await bench.type(head, "/approve 1"), "onlyRole", head);
    await bench.type(second, "/approve 1");
    expect((await bench.proposal()).status).toBe("ready");
  });

  it("does not approve the version that goes on with their words, once it was returned", async () => {
    const bench = await handedIn();
    await bench.type(bench.seat("dukcapil", "head"), "/reject 1 Tanggalnya?");
    await rewrite(bench, officer(bench), "Kantor libur 7 Maret.");
    await submit(bench);
    const both = [officer(bench).userId, official(bench).userId];
    expect((await bench.proposal()).versions.map(({ writers }) => writers.toSorted())).toEqual([both, both]);
    expectRefused(await bench.type(official(bench), "/approve 1"), "ownText", official(bench));
  });

  it("approves what others made of it after somebody else selected it", async () => {
    const bench = await handedIn();
    await bench.type(bench.seat("dukcapil", "head"), "/approve 1");
    await rewrite(bench, officer(bench), "Kantor libur 7 Maret.");
    await submit(bench);
    expect((await bench.proposal()).versions.at(-1)?.writers).toEqual([officer(bench).userId]);
    await bench.type(official(bench), "/approve 1");
    expect((await bench.proposal()).status).toBe("ready");
  });
});

describe("whoever only gave the reason of a correction", () => {
  const corrected = async (): Promise<ChatBench> => {
    const bench = createChatBench("jabar", { change: drafting });
    await bench.type(officer(bench), LINE);
    await submit(bench);
    await bench.type(official(bench), "/approve 1");
    for (const url of ["https://x.com/a/status/1", "https://www.instagram.com/p/a"])
      await bench.type(officer(bench), `/posted 1 ${url}`);
    await bench.type(official(bench), "/reopen 1 Salah tanggal");
    return bench;
  };

  it("approves what others wrote", async () => {
    const bench = await corrected();
    await rewrite(bench, officer(bench), "Kantor libur 6 Maret.");
    await submit(bench);
    expect((await bench.proposal()).versions.at(-1)?.writers).toEqual([officer(bench).userId]);
    await bench.type(official(bench), "/approve 1");
    expect(await bench.proposal()).toMatchObject({ status: "ready", gate: { passed: true } });
  });

  it("does not approve it once they wrote on it too", async () => {
    const bench = await corrected();
    await rewrite(bench, writing(bench), "Kantor libur 6 Maret.");
    await submit(bench);
    expectRefused(await bench.type(official(bench), "/approve 1"), "ownText", official(bench));
  });
});
