import { describe, expect, it } from "vitest";
import { registryChanges } from "../../src/domain/registry/changes.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { exampleDirectory } from "../support/example-directory.js";
import { expectRefused } from "../support/step-notices.js";

const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");
const admin = (bench: ChatBench): Seat => bench.seat("diskominfo", "admin");
const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");

const codeIn = async (bench: ChatBench, step: Step): Promise<string> =>
  /JABAR-\w{5}-\w{5}/.exec((await composed(bench, step)).text)?.[0] ?? "none";

const pressing = (bench: ChatBench, seat: Seat, command: string, values: Readonly<Record<string, string>>) =>
  bench.press(seat, { command, values });

/** Does everything that is kept of the registry, once. */
const live = async (bench: ChatBench): Promise<void> => {
  await bench.type(office(bench), '/agency baru name="Dinas Baru"');
  const { agencies } = (await bench.store.sceneOfGovernment("jabar")).directory;
  const of = agencies.find(({ code }) => code === "baru")?.id ?? "";
  const outside = { of, name: "Dinas Paling Baru", kind: "external", sure: "yes" };
  await pressing(bench, office(bench), "editagency", outside);
  await bench.type(office(bench), '/member "Sari Baru" role=officer number=6/2026 agency=baru');
  const [open] = (await bench.store.sceneOfGovernment("jabar")).directory.invitations;
  await pressing(bench, office(bench), "recall", { invitation: open?.id ?? "" });
  const chat = await codeIn(bench, await bench.type(office(bench), "/channel baru purpose=work"));
  const place = { ...officer(bench).place, channel: "grup-baru" };
  await bench.type({ userId: "orang-baru", place }, `/setup ${chat}`);
  const line = '/member "Rina Baru" role=officer number=7/2026 agency=baru';
  await bench.type(
    { userId: "orang-baru", place },
    `/join ${await codeIn(bench, await bench.type(office(bench), line))}`,
  );
  const { appointments } = (await bench.store.sceneOfGovernment("jabar")).directory;
  const { id: appointment = "", personId: person = "" } = appointments.find(({ number }) => number === "7/2026") ?? {};
  const me: Seat = { userId: "orang-baru", place };
  await pressing(bench, me, "ethics", {});
  await bench.type(me, "/account @baru medium=x url=https://x.com/baru number=1 instrument=SK");
  await bench.type(me, "/account @baru medium=x number=2");
  bench.advance(1);
  await bench.type(me, "/account @baru until=today");
  const own = await codeIn(bench, await pressing(bench, me, "link", { person }));
  await bench.type({ userId: "ponsel-dua", place }, `/join ${own}`);
  const gone = { person, platform: "simulator", workspace: "jabar", user: "ponsel-dua", sure: "yes" };
  await pressing(bench, admin(bench), "unlink", gone);
  await bench.type(office(bench), '/member "Rina Baru" asn=ya');
  await pressing(bench, office(bench), "renew", { appointment, number: "8/2026", until: "31/12/2026" });
  const renewed = (await bench.store.sceneOfGovernment("jabar")).directory.appointments.find(
    ({ number }) => number === "8/2026",
  );
  await pressing(bench, office(bench), "endrole", { appointment: renewed?.id ?? "", sure: "yes" });
  const { channels } = (await bench.store.sceneOfGovernment("jabar")).directory;
  const channel = channels.find(({ nativeId }) => nativeId === "grup-baru")?.id ?? "";
  await pressing(bench, office(bench), "unbind", { channel, sure: "yes" });
};

/** All pages of an agency's history as people read them, without their times. */
const read = async (bench: ChatBench, agency: string): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (let page = 0; page < 4; page += 1) {
    const values = { agency, list: "history", page: String(page) };
    const { text } = await composed(bench, await pressing(bench, office(bench), "agency", values));
    lines.push(...text.split("\n").filter((line) => /^\w{3} \d/.test(line)));
  }
  return lines.map((line) => line.replace(/^.*?WIB · /, ""));
};

describe("the history of an agency", () => {
  it("tells in words what was registered of it, by whom", async () => {
    const bench = createChatBench("jabar");
    await live(bench);
    const [office_, rina, admin_] = ["Nama jabar-diskominfo-official", "Rina Baru", "Nama jabar-admin"];
    expect(await read(bench, "baru")).toEqual([
      `${office_}: menambah instansi ini dengan kode baru`,
      `${office_}: mengubah data instansi: Dinas Paling Baru, luar pemerintah daerah`,
      `${office_}: mengundang Sari Baru sebagai pengelola`,
      `${office_}: membatalkan kode untuk Sari Baru`,
      `${office_}: memberi kode untuk grup kerja`,
      "Tanggap: grup kerja disambungkan",
      `${office_}: mengundang Rina Baru sebagai pengelola`,
      `${rina}: bergabung sebagai pengelola`,
      `${rina}: menyatakan sudah membaca etika dan kewajiban (Pasal 9; Pasal 10)`,
      `${rina}: mendaftarkan akun resmi @baru · X (Twitter)`,
      `${rina}: mengubah data akun resmi @baru · X (Twitter)`,
      `${rina}: mengakhiri akun resmi @baru · X (Twitter)`,
      `${rina}: memberi kode akun lain untuk Rina Baru`,
      `${rina}: menambah akun simulator`,
      `${admin_}: menghapus akun simulator milik Rina Baru`,
      `${office_}: mengubah data Rina Baru`,
      `${office_}: memperpanjang Rina Baru sebagai pengelola dengan surat nomor 8/2026, sampai 31 Des 2026`,
      `${office_}: mengakhiri Rina Baru sebagai pengelola`,
      `${office_}: melepas grup kerja: BARU · Kerja`,
    ]);
  });

  it("tells who acted for whom", async () => {
    const bench = createChatBench("jabar");
    await bench.type(bench.seat("dukcapil", "official"), "/acting jabar-pupr-officer until=besok");
    const { directory } = await bench.store.sceneOfGovernment("jabar");
    const appointment = directory.appointments.find(({ acting }) => acting)?.id ?? "";
    await pressing(bench, bench.seat("dukcapil", "official"), "endacting", { appointment });
    const [official, acting] = ["Nama jabar-dukcapil-official", "Nama jabar-pupr-officer"];
    expect(await read(bench, "dukcapil")).toEqual([
      `${official}: menunjuk ${acting} menggantikan ${official} sampai 3 Mar 2026`,
      `${official}: mengakhiri ${acting} sebagai pengganti ${official}`,
    ]);
  });

  it("has a sentence for every kind there is, and every kind happens", async () => {
    const bench = createChatBench("jabar");
    await live(bench);
    await bench.type(bench.seat("dukcapil", "official"), "/acting jabar-pupr-officer until=besok");
    const { directory } = await bench.store.sceneOfGovernment("jabar");
    const appointment = directory.appointments.find(({ acting }) => acting)?.id ?? "";
    await pressing(bench, bench.seat("dukcapil", "official"), "endacting", { appointment });
    const place = bench.place("dukcapil");
    await bench.send({ type: "removed", eventId: "gone", occurredAt: bench.now().toISOString(), conversation: place });
    const to = { ...place, channel: "moved" };
    const moved = { type: "relocated", eventId: "moved", occurredAt: bench.now().toISOString() } as const;
    await bench.send({ ...moved, conversation: to, from: place });
    const kept = new Set(bench.store.tables.history.map(({ kind }) => kind));
    for (const kind of registryChanges) expect(kept).toContain(kind);
    for (const { kind, content } of bench.store.tables.history)
      if (registryChanges.some((each) => each === kind)) expect(content, kind).toHaveProperty("agencyId");
  });

  it("is reached by its button and typed, and is empty where nothing was registered", async () => {
    const bench = createChatBench("jabar");
    const { actions } = await composed(bench, await bench.type(officer(bench), "/channel"));
    expect(actions).toEqual([{ command: "agency", values: { agency: "dukcapil", list: "history" } }]);
    const step = await bench.type(officer(bench), "/instansi dukcapil daftar=riwayat");
    expect(step.rows).toMatchObject([{ whisperTo: { id: "jabar-dukcapil-officer" } }]);
    expect((await composed(bench, step)).text).toContain("Belum ada riwayat Dinas Kependudukan");
    expectRefused(await bench.type(officer(bench), "/agency dlh list=history"), "onlyRole", officer(bench));
  });

  it("of another government is unknown", async () => {
    const bench = createChatBench("jabar", { others: [exampleDirectory("kobar")] });
    expectRefused(
      await bench.type(office(bench), "/agency kobar-dukcapil list=history"),
      "unknownAgency",
      office(bench),
    );
  });
});
