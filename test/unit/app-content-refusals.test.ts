import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { expectRefused } from "../support/step-notices.js";

const LINE = '/propose Kantor libur 5 Maret. tema="Libur" sumber="Surat edaran"';
const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const nameOf = (bench: ChatBench, personId: string) =>
  bench.directory().people.find(({ id }) => id === personId)?.name ?? "";

/** Before the officials. */
const submitted = async (change?: (directory: Directory) => Directory): Promise<ChatBench> => {
  const bench = createChatBench("jabar", change ? { change } : {});
  await bench.type(officer(bench), LINE);
  await bench.press(officer(bench), { command: "submit", values: { code: "1" } });
  return bench;
};

/** What the card's buttons carry. */
const button = async (bench: ChatBench, command: "approve" | "reject") => {
  const { code, versions } = await bench.proposal();
  return { command, values: { code, answer: versions.at(-1)?.id ?? "" } };
};

const history = async (bench: ChatBench): Promise<string> =>
  (await composed(bench, await bench.type(officer(bench), "/history 1"))).text;

const withoutOfficial = (directory: Directory): Directory => ({
  ...directory,
  appointments: directory.appointments.filter(
    ({ role, agencyId }) => role !== "official" || agencyId !== "jabar-dukcapil",
  ),
});
const withoutHead = (directory: Directory): Directory => ({
  ...withoutOfficial(directory),
  appointments: withoutOfficial(directory).appointments.filter(
    ({ role, agencyId }) => role !== "head" || agencyId !== "jabar-dukcapil",
  ),
});
const withSecond = (directory: Directory): Directory => ({
  ...directory,
  people: [...directory.people, personOf("jabar", "kedua")],
  appointments: [...directory.appointments, appointmentOf("kedua", "jabar-dukcapil", "official")],
});

describe("who may not decide is told who may", () => {
  it.each(["approve", "reject"] as const)("by the button: %s", async (command) => {
    const bench = await submitted();
    const step = await bench.press(officer(bench), await button(bench, command));
    expectRefused(step, "onlyRole", officer(bench));
    const { text } = await composed(bench, step);
    const who = nameOf(bench, "jabar-dukcapil-official");
    expect(text).toContain(`hanya pejabat Dinas Kependudukan dan Pencatatan Sipil (${who}) yang dapat menyetujui.`);
    expect(text).not.toMatch(/kepala|Diskominfo/);
  });

  it.each([
    ["two officials", withSecond, "jabar-dukcapil-official", /pejabat .* \(.*, .*\) yang dapat menyetujui/],
    ["its head, where it has no official", withoutOfficial, "jabar-dukcapil-head", /hanya kepala .* \(.*\) yang/],
    [
      "the office, where it has neither",
      withoutHead,
      "jabar-diskominfo-communications",
      /hanya Diskominfo \(.*\) yang/,
    ],
  ] as const)("%s", async (_name, change, personId, words) => {
    const bench = await submitted(change);
    const { text } = await composed(bench, await bench.type(officer(bench), "/setuju 1"));
    expect(text).toMatch(words);
    expect(text).toContain(nameOf(bench, personId));
  });

  it("of an answer likewise", async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Kapan buka?");
    await bench.type(officer(bench), "/answer 1 Besok.");
    const { text } = await composed(bench, await bench.type(officer(bench), "/setuju 1"));
    expect(text).toContain(`(${nameOf(bench, "jabar-dukcapil-official")}) yang dapat menyetujui.`);
  });

  it("but nothing of a text they may not read", async () => {
    const bench = await submitted();
    const { text } = await composed(bench, await bench.type(bench.seat("dinkes"), "/setuju 1"));
    expect(text).not.toContain(nameOf(bench, "jabar-dukcapil-official"));
  });
});

describe("the history of content", () => {
  it("has every refused decision, with what was tried and why not", async () => {
    const bench = await submitted();
    await bench.press(officer(bench), await button(bench, "approve"));
    await bench.type(bench.seat("dinkes", "official"), "/perbaiki 1 Belum tepat.");
    const who = `(${nameOf(bench, "jabar-dukcapil-official")})`;
    const said = await history(bench);
    expect(said).toContain(
      `${nameOf(bench, "jabar-dukcapil-officer")}: mencoba menyetujui, tetapi ditolak: Mohon maaf, hanya pejabat Dinas Kependudukan dan Pencatatan Sipil ${who} yang dapat menyetujui\n`,
    );
    expect(said).toContain(
      "mencoba mengembalikan usulan, tetapi ditolak: Mohon maaf, JABAR-26-0001 ditangani Dinas Kependudukan dan Pencatatan Sipil. Mohon hubungi instansi tersebut",
    );
  });

  it("has what was refused for its state, in the words of then", async () => {
    const bench = await submitted();
    await bench.type(officer(bench), "/tayang 1 https://x.com/dukcapil.contoh/status/1");
    await bench.type(bench.seat("dukcapil", "official"), "/setuju 1");
    expect(await history(bench)).toContain(
      "mencoba mencatat tayang, tetapi ditolak: JABAR-26-0001 belum siap ditayangkan (sekarang: ",
    );
  });
});

describe("a day that is none", () => {
  it("is answered with days to come", async () => {
    const bench = createChatBench("jabar");
    bench.advance(60 * 24 * 30);
    const { text } = await composed(bench, await bench.type(officer(bench), `${LINE} tanggal=kapan-kapan`));
    expect(text).toBe('"kapan-kapan" bukan tanggal. Mohon tulis misalnya besok, Senin, 8/4 atau 8 April 2026.');
  });
});
