import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { communicationsAgencyId } from "../../src/app/context.js";
import type { Appointment, Directory, Invitation } from "../../src/domain/registry/model.js";
import { createChatBench, MORNING, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { appointmentOf, exampleDirectory, personOf } from "../support/example-directory.js";
import { codesOf, expectRefused } from "../support/step-notices.js";

const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(MORNING.getTime() + days * DAY_MS);

const stranger: Seat = {
  userId: "orang-baru",
  place: { platform: "simulator", workspace: "jabar", channel: "grup-baru" },
};

/** Somebody who is or was the communications office at PUPR, before the one of Diskominfo in the list. */
const atPupr = (change: Partial<Appointment>): Appointment =>
  appointmentOf("lain", "jabar-pupr", "communications", { id: "a-first", ...change });

const withOther =
  (change: Partial<Appointment>, ofOffice: Partial<Appointment> = {}) =>
  (directory: Directory): Directory => ({
    ...directory,
    people: [...directory.people, personOf("jabar", "lain")],
    appointments: [
      atPupr(change),
      ...directory.appointments.map((each) => (each.role === "communications" ? { ...each, ...ofOffice } : each)),
    ],
  });

describe("the communications office", () => {
  it.each([
    ["one that was ended elsewhere", { validUntil: inDays(-1), ended: true }, {}],
    ["one that was ended before it began", { validFrom: inDays(9), validUntil: inDays(9), ended: true }, {}],
    ["one that ran out earlier", { validUntil: inDays(-9) }, { validUntil: inDays(-1) }],
    ["one that began earlier", { validFrom: new Date("2020-01-06T00:00:00Z") }, {}],
  ] as const)("is not decided by %s, wherever it stands in the list", (_, other, ofOffice) => {
    const directory = exampleDirectory("jabar", withOther(other, ofOffice));
    const reversed = { ...directory, appointments: [...directory.appointments].reverse() };
    expect([directory, reversed].map(communicationsAgencyId)).toEqual(["jabar-diskominfo", "jabar-diskominfo"]);
  });

  it("stays where it was last held once nobody holds it", () => {
    const change = withOther({ validUntil: inDays(-1) }, { validUntil: inDays(-9), ended: true });
    expect(communicationsAgencyId(exampleDirectory("jabar", change))).toBe("jabar-pupr");
  });
});

describe("the role of the communications office", () => {
  const LINE = '/member "Rina Baru" role=communications agency=pupr number=1/2026';

  it("is given in one agency at a time", async () => {
    const bench = createChatBench("jabar");
    const admin = bench.seat("diskominfo", "admin");
    const step = await bench.type(admin, LINE);
    expectRefused(step, "officeElsewhere", admin);
    expect((await composed(bench, step)).text).toContain(
      "Diskominfo di sini adalah Dinas Komunikasi dan Informatika, dan hanya boleh satu.",
    );
  });

  it("moves to another once it was ended", async () => {
    const bench = createChatBench("jabar");
    const admin = bench.seat("diskominfo", "admin");
    const appointment = "appointment-jabar-diskominfo-official-communications";
    await bench.press(admin, { command: "endrole", values: { appointment, sure: "yes" } });
    expect((await bench.type(admin, LINE)).history).toMatchObject([{ kind: "invited" }]);
  });

  it("is not renewed where it ran out while another agency has it", async () => {
    const bench = createChatBench("jabar", { change: withOther({ validUntil: inDays(-1) }) });
    const admin = bench.seat("diskominfo", "admin");
    const values = { appointment: "a-first", number: "-", until: "-" };
    expectRefused(await bench.press(admin, { command: "renew", values }), "officeElsewhere", admin);
  });

  it("is not taken by a code that was given out before another agency had it", async () => {
    const code = "JABAR-R0000-00002";
    const { id: _, personId: __, ...appointment } = atPupr({ validFrom: MORNING });
    const invitation: Invitation = {
      id: "invitation",
      hash: createHash("sha256").update(code, "utf8").digest("hex"),
      gives: { kind: "role", appointment },
      expiresAt: inDays(7),
    };
    const bench = createChatBench("jabar", { change: (directory) => ({ ...directory, invitations: [invitation] }) });
    expect(codesOf(await bench.type(stranger, `/join ${code}`))).toEqual(["officeElsewhere"]);
    const { directory } = await bench.store.sceneOfGovernment("jabar");
    expect(directory.invitations).toEqual([invitation]);
    expect(directory.people).toHaveLength(bench.directory().people.length);
  });
});
