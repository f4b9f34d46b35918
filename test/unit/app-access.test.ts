import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type AccessAction, accessTable, actionFor, actionsOf } from "../../src/app/access.js";
import { boundsOf, roles } from "../../src/app/access-bounds.js";
import { buttonActions, commandNamed, typedCommands } from "../../src/app/commands.js";
import type { AccessChanges, GrantedScope, InvitationGift, Role } from "../../src/domain/registry/model.js";
import { profileOf } from "../../src/regulations/profiles.js";
import { type ChatBench, createChatBench, MORNING, type Seat, type Step } from "../support/chat-bench.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { noticesOf } from "../support/step-notices.js";

const CODE = "JABAR-26-0001";
const URL = "https://contoh.invalid/p/1";

/** Who may do something: to cases of their own agency, to any case, or (undefined) not at all. */
type Granted = Readonly<Partial<Record<Role, "own" | "any">>>;

interface Act {
  readonly granted: Granted;
  /** The right it needs, where that is not the one its command or button declares. */
  readonly right?: AccessAction;
  /** Who may do it as far as the right's row says, where that is not simply the row. */
  readonly of?: (row: Granted, rowOf: (action: AccessAction) => Granted) => Granted;
  /** Brings the case to where the act makes sense. Its holder is Dukcapil unless `related`. */
  readonly prepare?: (bench: ChatBench, seat: Seat) => Promise<unknown>;
  /** The act is a related agency's: Dishub holds the case and forwarded it to Dukcapil. */
  readonly related?: true;
  /** It makes a case of the chat's own agency, so that chat decides whose officer one must be. */
  readonly makesCase?: true;
  run(bench: ChatBench, seat: Seat): Promise<Step>;
}

const everybody: Granted = {
  officer: "any",
  official: "any",
  head: "any",
  communications: "any",
  admin: "any",
  auditor: "any",
};
const readers: Granted = {
  officer: "own",
  official: "own",
  head: "own",
  communications: "any",
  admin: "any",
  auditor: "any",
};
const officers: Granted = { officer: "own" };
const namers: Granted = { official: "own", head: "own", admin: "any" };
const keepers: Granted = { officer: "own", communications: "any", admin: "any" };
/** Content is its agency's business; the communications office has its own. */
const holders: Granted = { officer: "own", official: "own", communications: "own" };
/** Who looks after the registry. */
const registrars: Granted = { communications: "any", admin: "any" };
const admins: Granted = { admin: "any" };
const officials: Granted = { official: "own" };

/** What everybody with the right may ask, wherever: they are shown their own. */
const ofOwn = (row: Granted): Granted => Object.fromEntries(Object.keys(row).map((role) => [role, "any"]));
/** Who has two rights, as far as either goes. */
const both = (one: Granted, other: Granted): Granted =>
  Object.fromEntries(
    Object.entries(one).flatMap(([role, scope]) => {
      const second = other[role as Role];
      return second === undefined ? [] : [[role, scope === "own" ? scope : second]];
    }),
  );
/** Whose command asks for another right first, wherever they have it. */
const gated = (row: Granted, gate: Granted): Granted =>
  Object.fromEntries(Object.entries(row).filter(([role]) => gate[role as Role] !== undefined));
/** There is an official, who decides and nobody instead. */
const ofOfficials = ({ official }: Granted): Granted => (official ? { official } : {});
/** Officials end only what was named in their own place. */
const notOfOfficials = ({ official: _, ...row }: Granted): Granted => row;

const typed = (line: string) => (bench: ChatBench, seat: Seat) => bench.type(seat, line);
const pressed =
  (command: string, more: (bench: ChatBench) => Promise<Readonly<Record<string, string>>> = async () => ({})) =>
  async (bench: ChatBench, seat: Seat) =>
    bench.press(seat, { command, values: { code: CODE, ...(await more(bench)) } });

const ownAnswer = (bench: ChatBench) => bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
const report = async (bench: ChatBench) => {
  await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
  await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
  await bench.relay();
};
const reply = async (bench: ChatBench) => {
  await bench.relay();
  const card = bench.cardMessage(`case:${(await bench.inquiry()).id}`);
  await bench.write(bench.seat("dukcapil"), "Besok.", card);
};
const replyId = async (bench: ChatBench) => {
  const offer = bench.store.tables.outbox.findLast(({ content }) => content.kind === "offer");
  return { reply: offer?.content.kind === "offer" ? offer.content.replyId : "" };
};
const decision = async (bench: ChatBench) => ({ decision: (await bench.inquiry()).decisions.at(-1)?.id ?? "" });

const CONTENT = "JABAR-26-0002";

const proposal = (bench: ChatBench) =>
  bench.type(bench.seat("dukcapil"), '/propose Kantor libur. tema=Libur sumber="Surat edaran"');

const selected = async (bench: ChatBench) => {
  await proposal(bench);
  await bench.press(bench.seat("dukcapil"), { command: "submit", values: { code: CONTENT } });
  await bench.type(bench.seat("dukcapil", "official"), "/approve 2");
};

const SECRET = "JABAR-00000-00001";
const newOfficer: InvitationGift = {
  kind: "role",
  appointment: {
    ...{ agencyId: "jabar-dinkes", role: "officer", position: "", instrument: "", number: "" },
    validFrom: MORNING,
  },
};

const givenOut = (gives: InvitationGift) => async (bench: ChatBench) => {
  const hash = createHash("sha256").update(SECRET, "utf8").digest("hex");
  const invitation = { id: "invitation", hash, gives, expiresAt: new Date(MORNING.getTime() + 86_400_000) };
  bench.register((directory) => ({ ...directory, invitations: [invitation] }));
};

/** What the roles are granted, by command or button. */
const acts: Readonly<Record<string, Act>> = {
  inquiry: { granted: officers, makesCase: true, run: typed("/inquiry Kapan?") },
  forward: { granted: { officer: "own", communications: "any" }, run: typed("/forward 1 pupr") },
  answer: { granted: officers, run: typed("/answer 1 Besok.") },
  posted: {
    granted: officers,
    prepare: async (bench) => {
      await ownAnswer(bench);
      await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
    },
    run: typed(`/posted 1 ${URL}`),
  },
  propose: { granted: officers, makesCase: true, run: typed("/propose Kantor libur. tema=Libur") },
  submit: { granted: officers, prepare: proposal, run: pressed("submit", async () => ({ code: CONTENT })) },
  discard: {
    granted: officers,
    prepare: async (bench) => {
      await selected(bench);
      await bench.named(bench.seat("dukcapil"), "propose", {
        code: CONTENT,
        text: "Kantor libur besok.",
        theme: "Libur",
      });
    },
    run: pressed("discard", async () => ({ code: CONTENT })),
  },
  enough: {
    granted: officers,
    prepare: async (bench) => {
      await selected(bench);
      await bench.type(bench.seat("dukcapil"), "/posted 2 https://x.com/dukcapil.contoh/1");
    },
    run: pressed("enough", async () => ({ code: CONTENT })),
  },
  return: { granted: officers, related: true, run: typed("/return 1 Bukan kami") },
  approve: { of: ofOfficials, granted: officials, prepare: ownAnswer, run: typed("/approve 1") },
  reject: { of: ofOfficials, granted: officials, prepare: ownAnswer, run: typed("/reject 1 Perbaiki") },
  close: { granted: { officer: "own", communications: "any" }, run: typed("/close 1 noted") },
  reopen: {
    granted: { officer: "own", official: "own", communications: "any" },
    prepare: (bench) => bench.type(bench.seat("dukcapil"), "/close 1 noted"),
    run: typed("/reopen 1 Bertanya lagi"),
  },
  status: { granted: readers, run: typed("/status 1") },
  history: { granted: readers, run: typed("/history 1") },
  queue: { of: ofOwn, granted: everybody, run: typed("/queue") },
  find: { of: ofOwn, granted: everybody, run: typed("/find lampu") },
  rules: { of: ofOwn, granted: everybody, run: typed("/rules") },
  help: { of: ofOwn, granted: everybody, run: typed("/help") },
  setup: {
    of: ofOwn,
    granted: everybody,
    prepare: givenOut({ kind: "chat", agencyId: "jabar-dukcapil", purpose: "digest" }),
    run: (bench, seat) => bench.type({ ...seat, place: { ...seat.place, channel: "grup-baru" } }, `/setup ${SECRET}`),
  },
  join: { of: ofOwn, granted: everybody, prepare: givenOut(newOfficer), run: typed(`/join ${SECRET}`) },
  ethics: { of: ofOwn, granted: everybody, run: pressed("ethics", async () => ({})) },
  cancel: {
    of: ofOwn,
    granted: everybody,
    prepare: (bench, seat) => bench.type(seat, "/status"),
    run: typed("/cancel"),
  },
  draft: { granted: officers, run: pressed("draft") },
  take: { granted: officers, related: true, run: pressed("take") },
  aware: { of: ofOfficials, granted: officials, prepare: report, run: pressed("aware") },
  hold: { of: ofOfficials, granted: officials, prepare: report, run: pressed("hold") },
  undo: {
    of: ofOfficials,
    granted: officials,
    prepare: async (bench, seat) => {
      await ownAnswer(bench);
      await bench.type(seat, "/approve 1");
    },
    run: pressed("undo", decision),
  },
  use: { granted: officers, prepare: reply, run: pressed("use", replyId) },
  keep: { granted: officers, prepare: reply, run: pressed("keep", replyId) },
  copy: { granted: readers, prepare: ownAnswer, run: pressed("copy") },
  account: {
    right: "account.keep",
    granted: keepers,
    run: typed("/account @baru medium=x url=https://x.com/baru number=1 agency=dukcapil"),
  },
  endaccount: {
    granted: keepers,
    run: pressed("endaccount", async () => ({ account: "account-jabar-dukcapil-x" })),
  },
  acting: {
    right: "acting.name",
    granted: namers,
    run: typed("/acting jabar-pupr-officer until=besok agency=dukcapil"),
  },
  endacting: {
    // Of the officials only who is acted for: this one is another.
    of: notOfOfficials,
    granted: { head: "own", admin: "any" },
    prepare: (bench) => bench.type(bench.seat("dukcapil", "official"), "/acting jabar-pupr-officer until=besok"),
    run: pressed("endacting", async (bench) => {
      const { directory } = await bench.store.sceneOfGovernment("jabar");
      return { appointment: directory.appointments.find(({ acting }) => acting)?.id ?? "" };
    }),
  },
  recall: {
    right: "registry.keep",
    granted: registrars,
    prepare: givenOut(newOfficer),
    run: pressed("recall", async () => ({ invitation: "invitation" })),
  },
  accept: {
    of: ofOwn,
    granted: everybody,
    prepare: givenOut(newOfficer),
    run: pressed("accept", async () => ({ invitation: "invitation", person: "orang" })),
  },
  agency: { of: ofOwn, granted: everybody, run: typed("/agency") },
  editagency: {
    granted: registrars,
    run: pressed("editagency", async () => ({ of: "jabar-dukcapil", name: "Dinas Baru" })),
  },
  channel: { granted: readers, run: typed("/channel dukcapil") },
  unbind: {
    granted: registrars,
    run: pressed("unbind", async () => ({ channel: "jabar-dukcapil-work", sure: "yes" })),
  },
  member: { right: "registry.read", granted: readers, run: typed("/member agency=dukcapil") },
  endrole: {
    granted: registrars,
    run: pressed("endrole", async () => ({ appointment: "appointment-jabar-dukcapil-officer-officer", sure: "yes" })),
  },
  renew: {
    granted: registrars,
    run: pressed("renew", async () => ({
      ...{ appointment: "appointment-jabar-dukcapil-official-official", number: "1/2026", until: "31/12/2026" },
    })),
  },
  link: { of: ofOwn, granted: everybody, run: pressed("link", async () => ({ person: "orang" })) },
  unlink: {
    granted: admins,
    run: pressed("unlink", async () => ({
      ...{
        person: "jabar-dukcapil-officer",
        platform: "simulator",
        workspace: "jabar",
        user: "jabar-dukcapil-officer",
      },
      sure: "yes",
    })),
  },
  settings: { right: "settings.keep", granted: registrars, run: typed("/settings akun-sepi 9") },
  access: {
    right: "settings.keep",
    granted: registrars,
    run: (bench, seat) => {
      const { government } = bench.store.tables.directories.get("jabar") ?? bench.directory();
      const isSet = government.settings.access["case.close"]?.head === "own";
      return bench.type(seat, `/access "menutup" role="kepala perangkat daerah" scope=${isSet ? "no" : "own"}`);
    },
  },
  sop: { right: "settings.keep", granted: registrars, run: typed("/sop 1/2026 letterDate=2/3/2026 agency=dukcapil") },
  endsop: {
    granted: registrars,
    prepare: (bench) =>
      bench.type(bench.seat("diskominfo", "admin"), "/sop 1/2026 letterDate=2/3/2026 agency=dukcapil"),
    run: pressed("endsop", async (bench) => {
      const { directory } = await bench.store.sceneOfGovernment("jabar");
      return { sop: directory.sops[0]?.id ?? "" };
    }),
  },
  article: { of: ofOwn, granted: everybody, run: pressed("article", async () => ({ citation: "Lamp. C angka 4" })) },
};

/** What commands that cases and content have in common do to content. */
const contentActs: Readonly<Record<string, Act>> = {
  "close content": { right: "content.end", granted: holders, prepare: proposal, run: typed("/close 2 Batal") },
  "reopen content": {
    right: "content.end",
    granted: holders,
    prepare: async (bench) => {
      await selected(bench);
      await bench.type(bench.seat("dukcapil"), "/posted 2 https://x.com/dukcapil.contoh/1");
      await bench.press(bench.seat("dukcapil"), { command: "enough", values: { code: CONTENT } });
    },
    run: typed("/reopen 2 Salah tanggal"),
  },
};

/** What of the registry only some of those change who may read it. */
const registryActs: Readonly<Record<string, Act>> = {
  "new agency": { right: "registry.keep", granted: registrars, run: typed('/agency baru name="Dinas Baru"') },
  invitation: {
    right: "registry.keep",
    granted: registrars,
    run: typed("/member Rina role=officer number=1 agency=dukcapil"),
  },
  "invitation of an admin": {
    right: "admin.keep",
    of: (row, rowOf) => both(row, rowOf("registry.keep")),
    granted: admins,
    run: typed("/member Rina role=admin agency=dukcapil"),
  },
  "change of somebody": {
    right: "registry.keep",
    granted: registrars,
    run: typed("/member jabar-dukcapil-officer asn=yes"),
  },
  "change of an admin": {
    right: "admin.keep",
    of: (row, rowOf) => both(row, rowOf("registry.keep")),
    granted: admins,
    run: typed("/member jabar-admin asn=yes"),
  },
  "end of an admin": {
    right: "admin.keep",
    of: (row, rowOf) => both(row, rowOf("registry.keep")),
    granted: admins,
    run: pressed("endrole", async () => ({ appointment: "appointment-other-admin-admin", sure: "yes" })),
  },
  "renewal of an admin": {
    right: "admin.keep",
    of: (row, rowOf) => both(row, rowOf("registry.keep")),
    granted: admins,
    run: pressed("renew", async () => ({ appointment: "appointment-other-admin-admin", number: "-", until: "-" })),
  },
  "code for another's account": {
    right: "admin.keep",
    granted: admins,
    run: pressed("link", async () => ({ person: "jabar-auditor" })),
  },
  "code for a chat": {
    right: "registry.keep",
    of: (row, rowOf) => gated(row, rowOf("registry.read")),
    granted: registrars,
    run: typed("/channel dukcapil purpose=digest"),
  },
};

/** Somebody with one role in one agency, in a chat. */
const places = {
  "of the agency, in its chat": { agency: "dukcapil", chat: "dukcapil", own: true },
  "of another agency, in that one's chat": { agency: "dlh", chat: "dlh", own: false },
  "of another agency, as a guest in the chat": { agency: "dlh", chat: "dukcapil", own: false },
} as const;

const benchFor = async (act: Act, role: Role, agency: string): Promise<ChatBench> => {
  const bench = createChatBench("jabar", {
    change: (directory) => ({
      ...directory,
      people: [...directory.people, personOf("jabar", "orang"), personOf("jabar", "other-admin")],
      appointments: [
        ...directory.appointments,
        appointmentOf("orang", `jabar-${agency}`, role),
        appointmentOf("other-admin", "jabar-diskominfo", "admin"),
      ],
    }),
  });
  const holder = act.related ? "dishub" : "dukcapil";
  await bench.type(bench.seat(holder), "/inquiry Kapan lampu jalan diperbaiki?");
  if (act.related) await bench.type(bench.seat("dishub"), "/forward 1 dukcapil");
  return bench;
};

const contentOf = (bench: ChatBench) => bench.store.proposalByCode("jabar", CONTENT);

const profile = profileOf("jabar-2019");
const SCOPES: readonly GrantedScope[] = ["none", "own", "any"];
const actions = Object.keys(accessTable) as readonly AccessAction[];

/** Every cell of the table set to what this picks for it; a cell it picks nothing for stays as it is. */
const changed = (pick: (action: AccessAction, role: Role) => GrantedScope | undefined): AccessChanges =>
  Object.fromEntries(
    actions.map((action) => [
      action,
      Object.fromEntries(
        roles.flatMap((role) => {
          const set = pick(action, role);
          return set === undefined ? [] : [[role, set]];
        }),
      ),
    ]),
  );

const defaultOf = (action: AccessAction, role: Role): GrantedScope => accessTable[action][role] ?? "none";
/** What else the bounds leave of a cell. */
const others = (action: AccessAction, role: Role): readonly GrantedScope[] =>
  boundsOf(profile, action, role).allowed.filter((scope) => scope !== defaultOf(action, role));

/** Governments by what they set otherwise. Between the first three every cell takes every value its bounds leave. */
const governments: Readonly<Record<string, { readonly changes: AccessChanges; readonly counts: boolean }>> = {
  "by default": { changes: {}, counts: true },
  "where every cell is set to something else": { changes: changed((...cell) => others(...cell)[0]), counts: true },
  "where every cell is set to yet something else": {
    changes: changed((...cell) => others(...cell).at(-1)),
    counts: true,
  },
  "where every cell is set beyond its bounds": {
    changes: changed((action, role) =>
      SCOPES.findLast((scope) => !boundsOf(profile, action, role).allowed.includes(scope)),
    ),
    counts: false,
  },
};

const rightFor = (name: string, { right }: Act): AccessAction =>
  right ?? actionFor(commandNamed(name)?.access ?? "registered", "inquiry");

const rowIn = (changes: AccessChanges, action: AccessAction): Granted =>
  Object.fromEntries(
    roles.flatMap((role) => {
      const scope = changes[action]?.[role] ?? defaultOf(action, role);
      return scope === "none" ? [] : [[role, scope]];
    }),
  );

const grantedIn = (changes: AccessChanges, name: string, act: Act): Granted => {
  const row = rowIn(changes, rightFor(name, act));
  return act.of?.(row, (action) => rowIn(changes, action)) ?? row;
};

const everyAct = [acts, contentActs, registryActs].flatMap((each) => Object.entries(each));

const rows = Object.entries(governments).flatMap(([where, { changes, counts }]) =>
  everyAct.flatMap(([name, act]) =>
    roles.flatMap((role) =>
      Object.entries(places).map(([there, place]) => {
        const scope = grantedIn(counts ? changes : {}, name, act)[role];
        const own = act.makesCase ? place.agency === place.chat : place.own;
        const allowed = scope === "any" || (scope === "own" && own);
        return { where, name, act, role, there, place, changes, allowed };
      }),
    ),
  ),
);

/** The government's table from now on; nothing else of it changes. */
const setAccess = async ({ store, governmentId }: ChatBench, access: AccessChanges): Promise<void> => {
  const { directory } = await store.sceneOfGovernment(governmentId);
  const { government } = directory;
  store.register({ ...directory, government: { ...government, settings: { ...government.settings, access } } });
};

describe("the access table", () => {
  it.each(rows)("$where: $name by $role $there: $allowed", async ({ act, role, place, changes, allowed }) => {
    const bench = await benchFor(act, role, place.agency);
    const seat = { userId: "orang", place: bench.place(place.chat) };
    await act.prepare?.(bench, seat);
    await setAccess(bench, changes);
    const before = [await bench.inquiry(), await contentOf(bench)];
    const step = await act.run(bench, seat);
    const refused = step.history.filter(({ kind }) => kind === "refused");
    if (allowed) {
      expect(refused, JSON.stringify(refused)).toEqual([]);
      expect(step.rows).not.toEqual([]);
      return;
    }
    expect(step.history).toHaveLength(1);
    expect(refused).toMatchObject([{ actor: "orang" }]);
    expect(step.rows.map(({ step: part, whisperTo }) => [part, whisperTo?.id])).toEqual([["refusal", "orang"]]);
    expect(["onlyRole", "otherAgency"]).toContain(noticesOf(step)[0]?.code);
    expect([await bench.inquiry(), await contentOf(bench)]).toEqual(before);
  });

  it.each(everyAct)("%s is granted as the row of its right says", (name, act) => {
    expect(grantedIn({}, name, act)).toEqual(act.granted);
  });

  it("is walked whole: every command and button, every right, every value of every cell", () => {
    const commands = [...typedCommands, ...buttonActions];
    expect(Object.keys(acts).sort()).toEqual(commands.map(({ name }) => name).sort());
    const used = new Set(commands.flatMap(({ access }) => actionsOf(access)));
    expect([...used].sort()).toEqual([...actions].sort());
    const walked = new Set(everyAct.map(([name, act]) => rightFor(name, act)));
    expect([...walked].sort()).toEqual([...actions].sort());
    for (const action of actions)
      for (const role of roles) {
        const values = Object.values(governments).flatMap(({ changes, counts }) =>
          counts ? [changes[action]?.[role] ?? defaultOf(action, role)] : [],
        );
        expect([...new Set(values)].sort(), `${action} ${role}`).toEqual(
          [...boundsOf(profile, action, role).allowed].sort(),
        );
      }
  });
});

describe("an official", () => {
  it("does not close a case, and is told who does before a reason is asked for", async () => {
    const bench = createChatBench("jabar");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    for (const line of ["/close 1", "/close 1 noted"])
      expect(noticesOf(await bench.type(bench.seat("dukcapil", "official"), line))).toMatchObject([
        { code: "onlyRole", values: { roles: "officer,communications" } },
      ]);
  });
});

describe("an officer of a related agency", () => {
  it.each([
    ["posts", typed(`/posted 1 ${URL}`)],
    ["closes", typed("/close 1 noted")],
    ["drafts", pressed("draft")],
  ] as const)("never %s what another agency holds", async (_, run) => {
    const bench = createChatBench("jabar");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
    await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
    await bench.relay();
    const seat = bench.seat("pupr");
    const step = await run(bench, seat);
    expect(noticesOf(step)).toMatchObject([{ code: "otherAgency" }]);
    expect((await bench.inquiry()).status).toBe("ready");
  });

  it("does not reopen it either, but reads it", async () => {
    const bench = createChatBench("kobar");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
    await bench.type(bench.seat("dukcapil"), "/close 1 noted");
    const seat = bench.seat("pupr");
    expect(noticesOf(await bench.type(seat, "/reopen 1 Lagi"))).toMatchObject([{ code: "otherAgency" }]);
    expect((await bench.type(seat, "/status 1")).rows).toMatchObject([{ content: { kind: "status" } }]);
  });
});

describe("appointments", () => {
  const DAY_MINUTES = 1_440;

  const withEnd = (role: Role, endsInMinutes: number): ChatBench => {
    const bench = createChatBench("kobar");
    const until = new Date(bench.now().getTime() + endsInMinutes * 60_000);
    bench.register((directory) => ({
      ...directory,
      appointments: directory.appointments.map((each) =>
        each.personId === `kobar-dukcapil-${role}` ? { ...each, validUntil: until } : each,
      ),
    }));
    return bench;
  };

  it("an officer whose appointment ended keeps sixty days of grace, and not a moment more", async () => {
    const bench = withEnd("officer", 0);
    const officer = bench.seat("dukcapil");
    bench.advance(60 * DAY_MINUTES - 1);
    await bench.type(officer, "/inquiry Kapan?");
    expect((await bench.inquiry()).code).toBe("KOBAR-26-0001");
    bench.advance(1);
    expect(noticesOf(await bench.type(officer, "/inquiry Kapan?"))).toMatchObject([{ code: "appointmentExpired" }]);
  });

  it("one that ended elsewhere, or was another's, is not why somebody may not decide here", async () => {
    const bench = createChatBench("jabar", {
      change: (directory) => ({
        ...directory,
        appointments: [
          ...directory.appointments.map((each) =>
            each.role === "official" ? { ...each, validUntil: new Date("2026-01-01T00:00:00Z") } : each,
          ),
          appointmentOf("jabar-auditor", "jabar-pupr", "official", {
            validUntil: new Date("2026-01-01T00:00:00Z"),
          }),
          appointmentOf("jabar-auditor", "jabar-dlh", "official", { id: "appointment-auditor-dlh" }),
        ],
      }),
    });
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    await bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
    const auditor = { ...bench.seat("dukcapil"), userId: "jabar-auditor" };
    expect(noticesOf(await bench.type(auditor, "/approve 1"))).toMatchObject([
      { code: "onlyRole", values: { roles: "head", agency: "Dinas Kependudukan dan Pencatatan Sipil" } },
    ]);
    expect(noticesOf(await bench.type(auditor, "/answer 1 Lusa."))).toMatchObject([
      { code: "onlyRole", values: { roles: "officer" } },
    ]);
  });

  it("one that has not begun gives nothing yet", async () => {
    const bench = createChatBench("kobar", {
      change: (directory) => ({
        ...directory,
        people: [...directory.people, personOf("kobar", "baru")],
        appointments: [
          ...directory.appointments,
          appointmentOf("baru", "kobar-dukcapil", "officer", { validFrom: new Date("2026-03-02T03:00:00Z") }),
        ],
      }),
    });
    const seat = { userId: "baru", place: bench.place("dukcapil") };
    expect(noticesOf(await bench.type(seat, "/inquiry Kapan?"))).toMatchObject([{ code: "onlyRole" }]);
    bench.advance(60);
    expect((await bench.type(seat, "/inquiry Kapan?")).history).toMatchObject([{ kind: "received" }]);
  });

  it("who works for two related agencies acts, elsewhere, for the one that is waited for", async () => {
    const bench = createChatBench("kobar", {
      change: (directory) => ({
        ...directory,
        people: [...directory.people, personOf("kobar", "dua")],
        appointments: [
          ...directory.appointments,
          appointmentOf("dua", "kobar-dishub", "officer"),
          appointmentOf("dua", "kobar-pupr", "officer", { id: "appointment-dua-pupr" }),
        ],
      }),
    });
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    await bench.type(bench.seat("dukcapil"), "/forward 1 dishub pupr");
    await bench.type(bench.seat("dishub"), "/return 1 Bukan kami");
    await bench.type({ userId: "dua", place: bench.place("dlh") }, "/answer 1 Senin.");
    expect((await bench.inquiry()).forwards).toMatchObject([{ status: "returned" }, { status: "answered" }]);
  });

  it("who works for the holder and a related agency acts for the one whose chat it is", async () => {
    const bench = createChatBench("kobar", {
      change: (directory) => ({
        ...directory,
        people: [...directory.people, personOf("kobar", "dua")],
        appointments: [
          ...directory.appointments,
          appointmentOf("dua", "kobar-dukcapil", "officer"),
          appointmentOf("dua", "kobar-pupr", "officer", { id: "appointment-dua-pupr" }),
        ],
      }),
    });
    const at = (agency: string): Seat => ({ userId: "dua", place: bench.place(agency) });
    await bench.type(at("dukcapil"), "/inquiry Kapan?");
    await bench.type(at("dukcapil"), "/forward 1 pupr");
    await bench.type(at("pupr"), "/answer 1 Dari PUPR.");
    expect(await bench.inquiry()).toMatchObject({
      answers: [{ origin: "forwarded", text: "Dari PUPR." }],
      forwards: [{ status: "answered" }],
    });
  });
});
