import { describe, expect, it } from "vitest";
import { officerGraceMs } from "../../src/app/access.js";
import { adminFindings } from "../../src/app/check-up/admins.js";
import { agencyFindings } from "../../src/app/check-up/agencies.js";
import { appointmentFindings } from "../../src/app/check-up/appointments.js";
import { governmentFindings } from "../../src/app/check-up/governments.js";
import { settingFindings } from "../../src/app/check-up/settings.js";
import { staffingFindings } from "../../src/app/check-up/staffing.js";
import { asOfTrial } from "../../src/app/check-up/trial.js";
import { draftingOfficial } from "../../src/app/registry/drafting-official.js";
import type { AccessChanges, Appointment, Directory, Invitation } from "../../src/domain/registry/model.js";
import type { Finding } from "../../src/ports/finding.js";
import { appointmentOf, exampleDirectory, personOf } from "../support/example-directory.js";

const NOW = new Date("2026-03-02T05:00:00.000Z");
const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(NOW.getTime() + days * DAY_MS);

const without = (drop: (each: Appointment) => boolean) =>
  exampleDirectory("jabar", (directory) => ({
    ...directory,
    appointments: directory.appointments.filter((each) => !drop(each)),
  }));
const withAppointments = (...added: readonly Appointment[]) =>
  exampleDirectory("jabar", (directory) => ({ ...directory, appointments: [...directory.appointments, ...added] }));
/** Dinkes's appointment to this role ends then. */
const ending = (role: Appointment["role"], validUntil: Date, ...added: readonly Appointment[]) =>
  exampleDirectory("jabar", (directory) => ({
    ...directory,
    appointments: [
      ...directory.appointments.map((each) =>
        each.agencyId === "jabar-dinkes" && each.role === role ? { ...each, validUntil } : each,
      ),
      ...added,
    ],
  }));

const said = (findings: readonly Finding[]) => findings.map(({ level, what }) => `${level}: ${what}`);
const expectToHelp = (findings: readonly Finding[]) => {
  for (const finding of findings) if (finding.level !== "ok") expect(finding.fix).toMatch(/\w/);
};

describe("the check-up of governments", () => {
  const real = { code: "KOTA", profile: "kobar-2017", example: false };
  const example = { ...real, code: "UJI", example: true };
  const check = (...parameters: Parameters<typeof governmentFindings>) => {
    const findings = governmentFindings(...parameters);
    expectToHelp(findings);
    return said(findings);
  };

  it("says that real ones cannot be reached while no chat platform is connected", () => {
    expect(check([real, example], true)).toEqual([expect.stringMatching(/^ok: 2 set up/)]);
    expect(check([real, example], false)[0]).toBe("warning: no chat platform is connected, so nobody reaches KOTA");
    expect(check([example], false)).toEqual([expect.stringMatching(/^ok/)]);
  });

  it("names regulations this release does not know, and that there is no government", () => {
    expect(check([{ ...real, profile: "kobar-2031" }], true)[0]).toMatch(/^error: KOTA: .*"kobar-2031"$/);
    expect(check([], true)).toEqual(["warning: no government is set up"]);
  });
});

describe("the check-up of a trial", () => {
  it("says that it is one, warns at most, and says how it is removed", () => {
    const directory = exampleDirectory("jabar", (all) => ({ ...all, appointments: [] }));
    const found = adminFindings(directory, NOW);
    expect(found).toMatchObject([{ level: "error" }]);
    expect(asOfTrial({ ...directory.government, example: false }, found)).toEqual(found);
    const told = asOfTrial(directory.government, found);
    expect(said(told)).toEqual(["warning: trial JABAR: no admin can act: nobody can name one in chat"]);
    expect(told[0]).toMatchObject({ fix: expect.stringContaining("npm run setup -- --remove-trial JABAR") });
    const fine = agencyFindings(exampleDirectory("jabar"), NOW);
    expect(said(asOfTrial(directory.government, fine))).toEqual([expect.stringMatching(/^ok: trial JABAR: /)]);
  });
});

describe("the check-up of agencies", () => {
  const check = (directory: Directory) => {
    const findings = agencyFindings(directory, NOW);
    expectToHelp(findings);
    return said(findings);
  };

  it("finds nothing to say of the examples", () => {
    expect(check(exampleDirectory("jabar"))).toEqual(["ok: JABAR: 9 agencies, each with its chats and officers"]);
  });

  it("names agencies without a work chat, those outside the government too", () => {
    const directory = exampleDirectory("jabar", (all) => ({
      ...all,
      channels: all.channels.filter(({ id }) => !["jabar-pln-work", "jabar-dinkes-work"].includes(id)),
    }));
    expect(check(directory)).toEqual([
      "warning: JABAR: 2 agencies have no work chat, so that no question reaches it: dinkes, pln",
    ]);
  });

  it("says by which commands chats are bound and people invited", () => {
    const bare = exampleDirectory("jabar", (all) => ({ ...all, channels: [], appointments: [] }));
    const fixes = agencyFindings(bare, NOW).map((each) => (each.level === "ok" ? "" : each.fix));
    expect(fixes).toHaveLength(4);
    expect(fixes.slice(0, 2).every((fix) => fix.includes("/channel (/grup)"))).toBe(true);
    expect(fixes.slice(2).every((fix) => fix.includes("/member (/anggota)"))).toBe(true);
  });

  it("names them by their codes, in order", () => {
    const directory = exampleDirectory("jabar", (all) => ({
      ...all,
      agencies: all.agencies.toReversed(),
      channels: [],
    }));
    const [work = ""] = check(directory);
    const named = work.split(": ").at(-1)?.split(", ") ?? [];
    expect(named).toHaveLength(9);
    expect(named).toEqual(named.toSorted());
  });

  it("names agencies of the government without an approval chat", () => {
    const directory = exampleDirectory("jabar", (all) => ({
      ...all,
      channels: all.channels.filter(({ id }) => !["jabar-pln-approval", "jabar-dinkes-approval"].includes(id)),
    }));
    expect(check(directory)).toEqual(["warning: JABAR: 1 agency has no approval chat: dinkes"]);
  });

  it("names agencies without an officer, days of grace counted as one", () => {
    expect(check(ending("officer", inDays(-59)))).toEqual([expect.stringMatching(/^ok/)]);
    expect(check(ending("officer", inDays(-60)))).toEqual(["warning: JABAR: 1 agency has no officer: dinkes"]);
  });

  it("says when nobody holds the communications office", () => {
    expect(check(without(({ role }) => role === "communications"))).toEqual([
      "warning: JABAR: nobody holds the communications office: alarms reach no one",
    ]);
  });

  it("names ten agencies at most", () => {
    const directory = exampleDirectory("jabar", (all) => ({
      ...all,
      agencies: Array.from({ length: 12 }, (_, n) => ({
        id: `a${n}`,
        code: `a${n}`,
        name: "",
        kind: "external" as const,
      })),
      channels: [],
    }));
    expect(check(directory)[0]).toMatch(/^warning: JABAR: 12 agencies have no work chat.*: a0, .*a9 and 2 more$/);
  });

  describe("whose only official also drafts", () => {
    const both = appointmentOf("jabar-dinkes-official", "jabar-dinkes", "officer");

    it("says who decides instead", () => {
      expect(check(withAppointments(both))).toEqual([
        "warning: JABAR: 1 agency has an only official who also drafts, so that their head decides what that official wrote: dinkes",
      ]);
      const headless = exampleDirectory("jabar", (all) => ({
        ...all,
        appointments: [...all.appointments.filter(({ id }) => id !== "appointment-jabar-dinkes-head-head"), both],
      }));
      expect(check(headless)).toEqual([expect.stringContaining("the communications office decides")]);
      expect(draftingOfficial(headless, "jabar-dinkes", NOW)).toMatchObject({ instead: "communications" });
    });

    it("is no finding where there is a second one, unless it is a shared phone", () => {
      const second = appointmentOf("u-second", "jabar-dinkes", "official");
      const withSecond = (shared: boolean) =>
        exampleDirectory("jabar", (all) => ({
          ...all,
          people: [...all.people, personOf("jabar", "u-second", { shared })],
          appointments: [...all.appointments, both, second],
        }));
      expect(draftingOfficial(withSecond(false), "jabar-dinkes", NOW)).toBeUndefined();
      expect(draftingOfficial(withSecond(true), "jabar-dinkes", NOW)).toBeDefined();
    });

    it("is no finding of an appointment that has ended", () => {
      expect(check(withAppointments({ ...both, validUntil: inDays(-61) }))).toEqual([expect.stringMatching(/^ok/)]);
    });
  });

  it("names no person", () => {
    const all = [check(without(() => true)), said(appointmentFindings(ending("head", inDays(3)), NOW))];
    expect(all.flat().join()).not.toMatch(/Nama|-officer|-head\b/);
  });
});

describe("the check-up of admins and the setup's codes", () => {
  const check = (directory: Directory) => {
    const findings = adminFindings(directory, NOW);
    expectToHelp(findings);
    return findings;
  };
  const fine = [{ level: "ok" }];
  const fixOf = (findings: readonly Finding[]) => findings.map((each) => (each.level === "ok" ? "" : each.fix));
  const adminless = (...invitations: readonly Invitation[]): Directory => ({
    ...without(({ role }) => role === "admin"),
    invitations,
  });
  const codeFor = (role: Appointment["role"], expiresAt: Date, change: Partial<Invitation> = {}): Invitation => {
    const { id, personId: _, ...appointment } = appointmentOf("u-new", "jabar-dinkes", role);
    return { id: `code-${id}`, hash: id, gives: { kind: "role", name: "Rina", appointment }, expiresAt, ...change };
  };
  const chat = (agencyId: string, expiresAt: Date): Invitation => ({
    ...{ id: `chat-${agencyId}`, hash: agencyId, expiresAt },
    gives: { kind: "chat", agencyId, purpose: "work" },
  });

  it("finds nothing to say of the examples", () => {
    expect(check(exampleDirectory("jabar"))).toMatchObject(fine);
  });

  it.each([
    ["has ended", { validUntil: inDays(0) }, {}],
    ["has not begun", { validFrom: inDays(1) }, {}],
    ["has no account", {}, { identities: [] }],
    ["is a shared phone", {}, { shared: true }],
  ])("is an error where the only admin %s, with the command that gives a new code", (_, appointment, person) => {
    const found = check(
      exampleDirectory("jabar", (all) => ({
        ...all,
        appointments: all.appointments.map((each) => (each.role === "admin" ? { ...each, ...appointment } : each)),
        people: all.people.map((each) => (each.id === "jabar-admin" ? { ...each, ...person } : each)),
      })),
    );
    expect(found).toMatchObject([{ level: "error", what: "JABAR: no admin can act: nobody can name one in chat" }]);
    expect(fixOf(found)[0]).toContain("npm run setup -- --admin JABAR");
  });

  it("waits for the first admin while their code works, and then names the command that renews it", () => {
    expect(check(adminless(codeFor("admin", inDays(5))))).toMatchObject([
      { level: "warning", what: "JABAR: no admin has joined yet", fix: expect.stringContaining("2026-03-07") },
    ]);
    const late = check(adminless(codeFor("admin", inDays(-1))));
    expect(said(late)).toEqual([
      "error: JABAR: no admin can act, and the first admin's code has ended",
      "warning: JABAR: 1 code of the setup is unused and ended on 2026-03-01",
    ]);
    for (const fix of fixOf(late)) expect(fix).toContain("npm run setup -- --renew JABAR");
    expect(said(check(adminless(codeFor("admin", inDays(5), { createdBy: "jabar-admin" }))))[0]).toMatch(/^error/);
  });

  it("names the setup's unused codes that ended or end within two days, but for what is there by now", () => {
    const withCodes = (...invitations: readonly Invitation[]) =>
      exampleDirectory("jabar", (all) => ({
        ...all,
        channels: all.channels.filter(({ id }) => !["jabar-pln-work", "jabar-dinkes-work"].includes(id)),
        invitations,
      }));
    const codes = [chat("jabar-pln", inDays(-3)), chat("jabar-dinkes", inDays(1)), codeFor("officer", inDays(2))];
    expect(said(check(withCodes(...codes)))).toEqual([
      "warning: JABAR: 1 code of the setup is unused and ended on 2026-02-27",
      "warning: JABAR: 2 codes of the setup are unused and will end on 2026-03-03",
    ]);
    const moot = [
      chat("jabar-dishub", inDays(-3)),
      codeFor("officer", inDays(2.1)),
      codeFor("officer", inDays(-1), { createdBy: "jabar-admin" }),
      codeFor("officer", inDays(-1), { used: { at: NOW, by: "u-new" } }),
    ];
    expect(check(withCodes(...moot))).toMatchObject(fine);
  });
});

describe("the check-up of functions", () => {
  const real = (id: "jabar" | "kobar", change: (each: Appointment) => Appointment = (each) => each) =>
    exampleDirectory(id, (all) => ({
      ...all,
      government: { ...all.government, example: false },
      agencies: all.agencies.filter(({ code }) => ["dinkes", "dlh", "pln"].includes(code)),
      appointments: [
        ...all.appointments,
        ...["graphic-design", "creative-team"].map((staffFunction) => ({
          ...appointmentOf(`u-${staffFunction}`, `${id}-dinkes`, "officer"),
          staffFunction,
        })),
      ].map(change),
    }));

  it("names agencies of jabar where one is lacking, as /member does (Pasal 6 ayat (4))", () => {
    expect(said(staffingFindings(real("jabar"), NOW))).toEqual([
      "warning: JABAR: 2 agencies have nobody for a function the regulation names (Pasal 6 ayat (4)): dinkes, dlh",
    ]);
    const staffed = real("jabar", (each) =>
      each.id === "appointment-jabar-dinkes-officer-officer" ? { ...each, staffFunction: "admin" } : each,
    );
    expect(said(staffingFindings(staffed, NOW))).toEqual([
      "warning: JABAR: 1 agency has nobody for a function the regulation names (Pasal 6 ayat (4)): dlh",
    ]);
  });

  it("says nothing where the regulation names none, and nothing of examples", () => {
    expect(staffingFindings(real("kobar"), NOW)).toEqual([]);
    expect(staffingFindings(exampleDirectory("jabar"), NOW)).toEqual([]);
  });
});

describe("the check-up of appointments", () => {
  const check = (directory: Directory) => {
    const findings = appointmentFindings(directory, NOW);
    expectToHelp(findings);
    return said(findings);
  };
  const fine = ["ok: JABAR: no appointment ends within 30 days"];

  it("finds nothing to say of what has no end, or one far away", () => {
    expect(check(exampleDirectory("jabar"))).toEqual(fine);
    expect(check(ending("official", inDays(30.5)))).toEqual(fine);
  });

  it("names what ends within 30 days, and how soon it is within 7, by the government's calendar", () => {
    expect(check(ending("official", inDays(29)))).toEqual([
      "warning: JABAR/dinkes: an appointment as official ends on 2026-03-31",
    ]);
    expect(check(ending("official", new Date("2026-03-08T17:00:00.000Z")))).toEqual([
      "warning: JABAR/dinkes: an appointment as official ends on 2026-03-08, in 7 days",
    ]);
    expect(check(ending("official", inDays(0.5)))[0]).toMatch(/, in a day$/);
  });

  it("names an officer's that ended, until the grace is over and then as long as nobody followed", () => {
    expect(check(ending("officer", inDays(-1)))).toEqual([
      "warning: JABAR/dinkes: an appointment as officer ended on 2026-03-01; it is honoured until 2026-04-30",
    ]);
    const long = inDays(-officerGraceMs / DAY_MS);
    expect(check(ending("officer", long))).toEqual([
      "warning: JABAR/dinkes: an appointment as officer ended on 2026-01-01, and nobody else holds it there",
    ]);
    expect(check(ending("officer", long, appointmentOf("u-next", "jabar-dinkes", "officer")))).toEqual(fine);
  });

  it("names an official's that ended only where nobody followed", () => {
    expect(check(ending("official", inDays(-400)))).toEqual([expect.stringContaining("nobody else holds it there")]);
    const next = appointmentOf("u-next", "jabar-dinkes", "official");
    expect(check(ending("official", inDays(-400), next))).toEqual(fine);
  });

  it("is content with a renewal, in whatever order they stand", () => {
    const renewed = appointmentOf("jabar-dinkes-official", "jabar-dinkes", "official", { id: "renewed" });
    expect(check(ending("official", inDays(3), renewed))).toEqual(fine);
    expect(check(ending("official", inDays(3), { ...renewed, validUntil: inDays(2) }))[0]).toContain("in 3 days");
  });

  it("lets acting officials end", () => {
    const acting = appointmentOf("u-acting", "jabar-dinkes", "official", {
      validUntil: inDays(2),
      acting: { kind: "plh", insteadOf: "jabar-dinkes-official" },
    });
    expect(check(withAppointments(acting))).toEqual(fine);
  });
});

describe("the check of what a government set", () => {
  const set = (access: AccessChanges) =>
    exampleDirectory("jabar", (directory) => ({
      ...directory,
      government: { ...directory.government, settings: { ...directory.government.settings, access } },
    }));

  it("names each right that counts for nothing, and what to do", () => {
    expect(settingFindings(set({ "case.close": { head: "own" } }))).toMatchObject([{ level: "ok" }]);
    expect(settingFindings(set({ "answer.decide": { admin: "any" } }))).toMatchObject([
      {
        level: "warning",
        what: "JABAR: answer.decide of admin cannot be any (Lamp. C angka 2): it can be none. The default holds.",
        fix: expect.stringContaining("/access"),
      },
    ]);
    expect(settingFindings(set({ "case.open": { head: "own" } }))).toMatchObject([
      { level: "warning", what: "JABAR: There is no right called case.open. The default holds." },
    ]);
  });

  it("knows that nobody decides what an only official wrote, where the rights leave nobody", () => {
    const directory = set({ "answer.decide": { head: "none", communications: "none" } });
    const also = {
      ...directory,
      appointments: [...directory.appointments, appointmentOf("jabar-dlh-official", "jabar-dlh", "officer")],
    };
    const found = draftingOfficial(also, "jabar-dlh", NOW);
    expect(found).toMatchObject({ official: { id: "jabar-dlh-official" } });
    expect(found).not.toHaveProperty("instead");
  });
});
