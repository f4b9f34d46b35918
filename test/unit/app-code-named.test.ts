import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sameName } from "../../src/app/invitations/same-name.js";
import type { Directory, Invitation } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, MORNING, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { codesOf, expectRefused } from "../support/step-notices.js";

const CODE = "JABAR-R0000-00002";
const invitation: Invitation = {
  id: "invitation",
  hash: createHash("sha256").update(CODE, "utf8").digest("hex"),
  gives: {
    kind: "role",
    name: "Wati Contoh",
    appointment: {
      ...{ agencyId: "jabar-dukcapil", role: "officer", position: "Staf", instrument: "Surat Perintah", number: "1" },
      validFrom: MORNING,
    },
  },
  expiresAt: new Date(MORNING.getTime() + 7 * 86_400_000),
};

/** The admin is called Rudi, the officer of PUPR as the code says, with titles. */
const names: Readonly<Record<string, string>> = {
  "jabar-admin": "Rudi",
  "jabar-pupr-officer": "Dr. wati contoh, M.Si",
};
const bench = (change: (directory: Directory) => Directory = (directory) => directory): ChatBench =>
  createChatBench("jabar", {
    change: (directory) =>
      change({
        ...directory,
        invitations: [invitation],
        people: directory.people.map((each) => ({ ...each, name: names[each.id] ?? each.name })),
      }),
  });
const admin = (of: ChatBench): Seat => of.seat("diskominfo", "admin");
const LINE = `/gabung ${CODE}`;

const codeIn = async (of: ChatBench): Promise<Invitation | undefined> =>
  (await of.store.sceneOfGovernment("jabar")).directory.invitations[0];
const isWelcomed = (step: Step): boolean => step.rows.some(({ content }) => content.kind === "welcome");

describe("a code made for somebody, typed by somebody known under another name", () => {
  it("asks whether it is theirs, and is not used until they say so", async () => {
    const one = bench();
    const asked = await one.type(admin(one), LINE);
    expect(asked.rows).toMatchObject([{ whisperTo: { id: "jabar-admin" }, content: { kind: "confirm" } }]);
    expect(asked.history).toEqual([]);
    expect(await codeIn(one)).toEqual(invitation);
    const { text, actions, buttons } = await composed(one, asked);
    expect(text).toMatch(/^Kode itu dibuat untuk pengelola .+: Wati Contoh, sedangkan/);
    expect(text).toContain("Anda terdaftar sebagai Rudi. Pakai untuk Anda sendiri?");
    expect(buttons).toEqual(["Ya, untuk saya"]);
    const [press] = actions;
    if (!press) throw new Error("no button");
    expectRefused(await one.press(one.seat("dlh"), press), "stale", one.seat("dlh"));
    const taken = await one.press(admin(one), press);
    expect(isWelcomed(taken)).toBe(true);
    expect(taken.history).toMatchObject([{ kind: "joined", actor: "jabar-admin" }]);
    expect((await codeIn(one))?.used).toMatchObject({ by: "jabar-admin" });
    expectRefused(await one.press(admin(one), press), "stale", admin(one));
  });

  it("says what is to be read to the person alone, where a whisper is heard by everybody", async () => {
    const one = bench();
    const { userId, place } = admin(one);
    const { actions } = await composed(one, await one.type(admin(one), LINE));
    one.store.putAction("jabar", "pressed", actions[0] ?? { command: "", values: {} });
    const alone = { ...place, channel: userId };
    const { rows } = await one.send({
      ...{ type: "action", eventId: "pressed", occurredAt: one.now().toISOString(), conversation: place },
      ...{ token: "pressed", message: { ...place, id: "1" } },
      actor: { user: { ...place, id: userId }, displayName: "Rudi", isBot: false, alone },
    });
    const welcomes = rows.filter(({ content }) => content.kind === "welcome");
    expect(welcomes.map(({ to, content }) => [to.channel, "elsewhere" in content])).toEqual([
      [userId, false],
      [place.channel, true],
    ]);
  });

  it("is left for whom it is meant for, who takes it at once", async () => {
    const one = bench();
    await one.type(admin(one), LINE);
    const stranger = { userId: "orang-baru", place: { ...one.place("dukcapil"), channel: "grup-baru" } };
    expect(isWelcomed(await one.type(stranger, LINE))).toBe(true);
    const { directory } = await one.store.sceneOfGovernment("jabar");
    expect(directory.people.find(({ name }) => name === "Wati Contoh")?.identities).toMatchObject([
      { userId: "orang-baru" },
    ]);
  });

  it("is taken at once by who is called so, whatever the titles, and where no name was given", async () => {
    const one = bench();
    expect(isWelcomed(await one.type(one.seat("pupr"), LINE))).toBe(true);
    const { name: _, ...nameless } = invitation.gives as Extract<Invitation["gives"], { kind: "role" }>;
    const open = bench((directory) => ({ ...directory, invitations: [{ ...invitation, gives: nameless }] }));
    expect(isWelcomed(await open.type(admin(open), LINE))).toBe(true);
  });

  it("says how else where no button of theirs would be heard, and is not used", async () => {
    const one = bench();
    const unbound = { ...admin(one), place: { ...one.place("dukcapil"), channel: "grup-baru" } };
    const step = await one.type(unbound, LINE);
    expect(codesOf(step)).toEqual(["codeNamed"]);
    expect((await composed(one, step)).text).toContain("mohon minta admin membuat kode atas nama Anda");
    expect(await codeIn(one)).toEqual(invitation);
  });

  it("is not asked about where it would be refused anyway, and refused once it was taken back meanwhile", async () => {
    const one = bench();
    expect(codesOf(await one.type(one.seat("dukcapil"), LINE))).toEqual(["roleKnown"]);
    const [press] = (await composed(one, await one.type(admin(one), LINE))).actions;
    await one.press(admin(one), { command: "recall", values: { invitation: "invitation" } });
    if (press) expectRefused(await one.press(admin(one), press), "stale", admin(one));
  });
});

describe("two names", () => {
  it.each([
    ["Wati Contoh", "WATI  contoh", true],
    ["Hj. Wati Contoh, S.Sos., M.Si.", "Ibu Wati Contoh", true],
    ["Drs Budi S.Kom", "budi", true],
    ["Rudi", "Wati", false],
    ["Wati", "Wati Contoh", false],
    ["H.", "Dr.", false],
  ])("%s, %s: %s", (a, b, same) => {
    expect(sameName(a, b)).toBe(same);
  });
});
