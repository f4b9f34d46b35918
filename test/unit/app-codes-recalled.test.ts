import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Directory, Invitation } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, MORNING, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { codesOf, expectRefused } from "../support/step-notices.js";

const WEEK_MS = 7 * 86_400_000;
const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");
const admin = (bench: ChatBench): Seat => bench.seat("diskominfo", "admin");
const newcomer = (bench: ChatBench, userId = "orang-baru"): Seat => ({
  userId,
  place: { ...bench.place("dukcapil"), channel: "grup-baru" },
});

const codeIn = async (bench: ChatBench, step: Step): Promise<string> =>
  /JABAR-\w{5}-\w{5}/.exec((await composed(bench, step)).text)?.[0] ?? "none";
const invitations = async (bench: ChatBench): Promise<readonly Invitation[]> =>
  (await bench.store.sceneOfGovernment("jabar")).directory.invitations;

const RINA = '/member "Rina Baru" role=officer number=1/2026 agency=dukcapil';
const RINA_AS_ADMIN = '/member "Rina Baru" role=admin';

describe("a code that is given out", () => {
  it("stands as it is typed, ready to be sent on", async () => {
    const bench = createChatBench("jabar");
    const shown = async (step: Step) => (await composed(bench, step)).text;
    expect(await shown(await bench.type(office(bench), RINA))).toMatch(/^\/gabung JABAR-\w{5}-\w{5}$/m);
    const chat = await bench.type(office(bench), "/channel dukcapil purpose=digest");
    expect(await shown(chat)).toMatch(/^\/sambungkan JABAR-\w{5}-\w{5}$/m);
    const link = { command: "link", values: { person: "jabar-auditor" } };
    expect(await shown(await bench.press(admin(bench), link))).toMatch(/^\/gabung JABAR-\w{5}-\w{5}$/m);
  });
});

describe("a code for the same", () => {
  it.each([
    ["role of a person", office, RINA, RINA.replace("Rina Baru", "rina baru")],
    ["role of an admin", admin, RINA_AS_ADMIN, RINA_AS_ADMIN],
  ] as const)("%s takes the place of the one before, which is told as replaced", async (_, who, first, second) => {
    const bench = createChatBench("jabar");
    const old = await codeIn(bench, await bench.type(who(bench), first));
    const fresh = await codeIn(bench, await bench.type(who(bench), second));
    const step = await bench.type(newcomer(bench), `/join ${old}`);
    expect(codesOf(step)).toEqual(["codeRecalled"]);
    expect((await composed(bench, step)).text).toContain("sudah dibatalkan atau diganti kode baru");
    expect((await bench.type(newcomer(bench), `/join ${fresh}`)).rows).toMatchObject([
      { content: { kind: "welcome" } },
    ]);
  });

  it("chat, and for the same account, does too", async () => {
    const bench = createChatBench("jabar");
    const line = "/channel dukcapil purpose=digest";
    const old = await codeIn(bench, await bench.type(office(bench), line));
    const fresh = await codeIn(bench, await bench.type(office(bench), line));
    expect(codesOf(await bench.type(newcomer(bench), `/setup ${old}`))).toEqual(["codeRecalled"]);
    expect(codesOf(await bench.type(newcomer(bench), `/setup ${fresh}`))).toEqual(["chatBound"]);
    const link = { command: "link", values: { person: "jabar-auditor" } };
    const first = await codeIn(bench, await bench.press(admin(bench), link));
    await bench.press(admin(bench), link);
    expect(codesOf(await bench.type(newcomer(bench), `/join ${first}`))).toEqual(["codeRecalled"]);
  });

  it("leaves those of others and other roles as they are, and what was used", async () => {
    const bench = createChatBench("jabar");
    const used = await codeIn(bench, await bench.type(office(bench), RINA));
    await bench.type(newcomer(bench), `/join ${used}`);
    await bench.type(office(bench), RINA.replace("Rina", "Sari"));
    await bench.type(office(bench), RINA.replace("dukcapil", "dlh"));
    await bench.type(office(bench), RINA.replace("role=officer", "role=official position=Sekretaris"));
    const all = await invitations(bench);
    expect(all.filter(({ used: by }) => by?.recalled)).toEqual([]);
    expect(all.filter(({ used: by }) => by)).toHaveLength(1);
  });

  it("of the setup is not revived by its renewal: it is no open one, even after it expired", async () => {
    const ofSetup: Invitation = {
      id: "setup",
      hash: createHash("sha256").update("JABAR-R0000-00002", "utf8").digest("hex"),
      gives: {
        kind: "role",
        name: "Rina Baru",
        appointment: {
          ...{ agencyId: "jabar-dukcapil", role: "officer", position: "", instrument: "", number: "" },
          validFrom: MORNING,
        },
      },
      expiresAt: MORNING,
    };
    const bench = createChatBench("jabar", { change: (directory) => ({ ...directory, invitations: [ofSetup] }) });
    await bench.type(office(bench), RINA);
    const [fresh, setup] = [...(await invitations(bench))].sort((a) => (a.id === "setup" ? 1 : -1));
    expect(setup).toEqual({ ...ofSetup, used: { at: MORNING, by: fresh?.id, recalled: true } });
  });
});

describe("a code that nobody has used", () => {
  it("is listed where it belongs, with the button that takes it back", async () => {
    const bench = createChatBench("jabar");
    const code = await codeIn(bench, await bench.type(office(bench), RINA));
    await bench.type(office(bench), "/channel dukcapil purpose=digest");
    const { text, buttons, actions } = await composed(
      bench,
      await bench.type(office(bench), "/member agency=dukcapil"),
    );
    expect(text).toMatch(
      /Kode untuk pengelola Dinas Kependudukan[^:]*: Rina Baru belum dipakai, berlaku sampai 9 Mar 2026/,
    );
    expect(text).not.toContain("grup rekap");
    expect(buttons).toContain("Batalkan kode: Rina Baru");
    const chats = await composed(bench, await bench.type(office(bench), "/channel dukcapil"));
    expect(chats.text).toContain("Kode untuk grup rekap Dinas Kependudukan");
    expect(chats.buttons).toContain("Batalkan kode: grup rekap");
    const recall = actions.find(({ command }) => command === "recall");
    if (!recall) throw new Error("no button");
    const step = await bench.press(office(bench), recall);
    expect(codesOf(step)).toEqual(["invitationRecalled"]);
    expect(step.history).toMatchObject([
      { kind: "invitationRecalled", content: { agencyId: "jabar-dukcapil", role: "officer", name: "Rina Baru" } },
    ]);
    expect(codesOf(await bench.type(newcomer(bench), `/join ${code}`))).toEqual(["codeRecalled"]);
    expectRefused(await bench.press(office(bench), recall), "stale", office(bench));
    const after = await composed(bench, await bench.type(office(bench), "/member agency=dukcapil"));
    expect(after.text).not.toContain("belum dipakai");
  });

  it("of an admin is an admin's to take back, and that of an account is shown with the person", async () => {
    const bench = createChatBench("jabar");
    await bench.type(admin(bench), RINA_AS_ADMIN);
    await bench.press(admin(bench), { command: "link", values: { person: "jabar-auditor" } });
    const list = "/member agency=diskominfo";
    expect((await composed(bench, await bench.type(office(bench), list))).text).not.toContain("Rina Baru");
    expect((await composed(bench, await bench.type(admin(bench), list))).buttons).toContain("Batalkan kode: Rina Baru");
    const shown = await composed(bench, await bench.type(admin(bench), "/member jabar-auditor"));
    expect(shown.buttons).toContain("Batalkan kode: Nama jabar-auditor");
    for (const { id } of await invitations(bench)) {
      const press = { command: "recall", values: { invitation: id } };
      expectRefused(await bench.press(office(bench), press), "onlyRole", office(bench));
    }
  });

  it("is gone from the list with its last day, shown to nobody who may not take it back, and counted beyond five", async () => {
    const many = (directory: Directory): Directory => ({
      ...directory,
      invitations: [1, 2, 3, 4, 5, 6, 7].map((day) => ({
        ...{ id: `code-${day}`, hash: `hash-${day}`, expiresAt: new Date(MORNING.getTime() + (day * WEEK_MS) / 7) },
        gives: { kind: "chat", agencyId: "jabar-dukcapil", purpose: "digest" },
      })),
    });
    const bench = createChatBench("jabar", { change: many });
    const list = async (seat: Seat) => (await composed(bench, await bench.type(seat, "/channel dukcapil"))).text;
    expect((await list(office(bench))).match(/belum dipakai, berlaku/g)).toHaveLength(5);
    expect(await list(office(bench))).toContain("Masih ada 2 kode lain yang belum dipakai.");
    expect(await list(bench.seat("dukcapil"))).not.toContain("belum dipakai");
    bench.advance(1_440);
    expect(await list(office(bench))).toContain("Masih ada 1 kode lain");
  });
});
