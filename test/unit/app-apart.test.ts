import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Command } from "../../src/app/command.js";
import { buttonActions, typedCommands } from "../../src/app/commands.js";
import { createPrefill } from "../../src/app/prefill.js";
import { surface } from "../../src/app/surface.js";
import type { MessageRef } from "../../src/ports/chat/refs.js";
import type { ChatBench } from "../support/chat-bench.js";
import {
  EVERYBODY,
  foreignWords,
  pressToken,
  type TwoGovernments,
  twoGovernments,
} from "../support/two-governments.js";
import {
  type Event,
  faults,
  foreignPart,
  type Leak,
  NAME_OF_OTHER,
  seatIn,
  tried,
  twinOf,
  without,
  wordsOf,
  worlds,
} from "../support/two-worlds.js";

type Values = Readonly<Record<string, string>>;

const appFolder = resolve(import.meta.dirname, "../../src/app");
/** What buttons carry beside declared inputs: every name the use cases read. */
const carried = [
  ...new Set(
    readdirSync(appFolder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => [...readFileSync(join(appFolder, name), "utf8").matchAll(/\bextra\.(\w+)/g)])
      .flatMap(([, name]) => name ?? []),
  ),
];

const examples: Values = {
  ...{ agency: "dukcapil", agencies: "dishub", account: "dukcapil.contoh", accounts: "dukcapil.contoh" },
  ...{ person: "kobar-pupr-officer", until: "besok", from: "besok", wanted: "besok", letterDate: "1/3/2026" },
  ...{ url: "https://x.com/1", link: "https://x.com/1", post: "https://x.com/1", files: "none", cases: "1" },
  ...{ medium: "x", handle: "dukcapil.contoh", hours: "5", setting: "ejaan", value: "ya", right: "case.close" },
  ...{ role: "admin", scope: "own", number: "1/2026", official: "kobar-dukcapil-official" },
};

/** What a command is tried with: what it needs, everything it takes, and what its own button carries. */
const basesOf = (command: Command, { actions, ids }: TwoGovernments): readonly Values[] => {
  const isForeign = (value: string): boolean => value.startsWith("JABAR") || Object.values(ids).includes(value);
  const filled = (only: "required" | "all"): Values =>
    Object.fromEntries(
      Object.entries(command.inputs).flatMap(([name, { required, shape }]) => {
        if (only === "required" && !required) return [];
        const choice = shape.kind === "choice" ? shape.values[0] : undefined;
        return [[name, name === "code" ? "KOBAR-26-0001" : (examples[name] ?? choice ?? "teks")]];
      }),
    );
  const pressed = actions
    .filter((action) => action.command === command.name && !Object.values(action.values).some(isForeign))
    .map(({ values }) => values);
  const content = "code" in command.inputs ? [{ ...filled("required"), code: "KOBAR-26-0005" }] : [];
  return [filled("required"), {}, filled("all"), ...content, ...pressed];
};

const eventsOf = (command: Command, two: TwoGovernments): readonly Event[] => {
  const declared = Object.keys(command.inputs);
  const isTyped = typedCommands.includes(command);
  const ids = Object.entries(two.ids);
  const others = carried.filter((name) => !declared.includes(name));
  const filled = basesOf(command, two).flatMap((base, index) =>
    [...declared, ...(index === 0 || index > 2 ? others : [])].flatMap((slot) =>
      ids.flatMap(([kind, id]): readonly Event[] => {
        const what = `${command.name} ${slot}=${kind} (${index})`;
        const values = (own: string) => ({ ...base, [slot]: own });
        const press: Event = {
          ...{ what: `press ${what}`, id },
          send: (bench, own) => bench.press(seatIn(bench), { command: command.name, values: values(own) }),
        };
        if (!isTyped || index > 0 || others.includes(slot)) return [press];
        return [
          press,
          { what: `named ${what}`, id, send: (bench, own) => bench.named(seatIn(bench), command.name, values(own)) },
          { what: `form ${what}`, id, send: (bench, own) => bench.submit(seatIn(bench), command.name, values(own)) },
        ];
      }),
    ),
  );
  const typed = isTyped
    ? ids
        .flatMap(([kind, id]): readonly Event[] =>
          ["", " teks", " ganda", " KOBAR-26-0001"].map((after) => ({
            ...{ what: `/${command.name} ${kind}${after}`, id },
            send: (bench, own) => bench.type(seatIn(bench), `/${command.name} ${own}${after}`),
          })),
        )
        .concat(
          ids.flatMap(([kind, id]): readonly Event[] =>
            ["KOBAR-26-0001", "KOBAR-26-0001 ganda"].map((before) => ({
              ...{ what: `/${command.name} ${before} ${kind}`, id },
              send: (bench, own) => bench.type(seatIn(bench), `/${command.name} ${before} ${own}`),
            })),
          ),
        )
    : [];
  return [...filled, ...typed];
};

describe("what belongs to another government", () => {
  it.each([...typedCommands, ...buttonActions])("is as unknown to $name as what is nowhere", async (command) => {
    const { found, count } = await faults((two) => eventsOf(command, two));
    expect(found).toEqual([]);
    expect(count).toBeGreaterThan(Object.keys(carried).length * 20);
  });

  it.each<readonly [string, string, Leak]>([
    [
      "a case by its code",
      "status",
      ({ caseByCode }) => ({ caseByCode: (_: string, code: string) => caseByCode("jabar", code) }),
    ],
    [
      "a case's history",
      "history",
      ({ caseByCode }) => ({ caseByCode: (_: string, code: string) => caseByCode("jabar", code) }),
    ],
    ["a reply", "keep", ({ replyById }) => ({ replyById: (_: string, id: string) => replyById("jabar", id) })],
    [
      "content by its code",
      "submit",
      ({ proposalByCode }) => ({ proposalByCode: (_: string, code: string) => proposalByCode("jabar", code) }),
    ],
    [
      "an account",
      "endaccount",
      ({ sceneOfConversation, tables }) => ({
        async sceneOfConversation(...where: Parameters<typeof sceneOfConversation>) {
          const scene = await sceneOfConversation(...where);
          const accounts = tables.directories.get("jabar")?.accounts ?? [];
          return (
            scene && {
              ...scene,
              directory: {
                ...scene.directory,
                accounts,
                agencies: [...scene.directory.agencies, ...(tables.directories.get("jabar")?.agencies ?? [])],
              },
            }
          );
        },
      }),
    ],
  ])("would be seen here if %s were read by /%s", async (_, name, leak) => {
    const command = [...typedCommands, ...buttonActions].find((each) => each.name === name);
    if (!command) throw new Error(`no ${name}`);
    expect((await faults((two) => eventsOf(command, two), leak)).found).not.toEqual([]);
  });

  const reaching = (message: MessageRef, bench: ChatBench): readonly MessageRef[] => {
    const { platform, workspace, channel } = seatIn(bench).place;
    return [message, { platform, workspace, channel, id: message.id }];
  };

  /** The same message of nobody. */
  const ofNobody = (message: MessageRef): MessageRef => ({ ...message, id: twinOf(message.id) });

  it("is no message to react to, to reply to, to edit or to answer a question by", async () => {
    const both = await worlds();
    const { bench } = both.told;
    const found: string[] = [];
    const words = wordsOf(bench);
    const lines = typedCommands.flatMap(({ name }) => [`/${name}`, `/${name} teks`]);
    for (const foreign of both.told.messages.flatMap((message) => reaching(message, bench))) {
      const at = (own: string): MessageRef => (own === foreign.id ? foreign : ofNobody(foreign));
      const events: readonly Omit<Event, "id">[] = [
        ...(["approve", "reject", "seen"] as const).flatMap((reaction) =>
          (["work", "approval"] as const).map((purpose) => ({
            what: `${reaction} ${purpose}`,
            send: (on: ChatBench, own: string) => on.react(seatIn(on, purpose), at(own), reaction),
          })),
        ),
        { what: "reply", send: (on, own) => on.write(seatIn(on), "siap", at(own)) },
        { what: "edit", send: (on, own) => on.edit(seatIn(on), at(own), "lain") },
        ...lines.map((line) => ({
          what: line,
          send: (on: ChatBench, own: string) => on.type(seatIn(on), line, at(own)),
        })),
      ];
      for (const event of events) {
        const fault = await tried(both, words, { ...event, id: foreign.id });
        if (fault !== undefined) found.push(fault);
      }
    }
    expect(found).toEqual([]);
  });

  it("is no button and opens no form, and fills none in", async () => {
    const { bench } = await twoGovernments();
    const seat = seatIn(bench);
    const tokens = [...bench.store.tables.actions.keys()].flatMap((key) => {
      const [government, token] = JSON.parse(key) as readonly string[];
      return government === "jabar" && token !== undefined ? [token] : [];
    });
    expect(tokens.length).toBeGreaterThan(0);
    const prefill = createPrefill(bench.store);
    const user = { platform: "simulator" as const, workspace: "kobar", id: EVERYBODY };
    for (const token of tokens) {
      const pressed = await pressToken(bench, seat, token);
      expect(pressed.rows).toMatchObject([{ governmentId: "kobar", content: { code: "stale" } }]);
      for (const form of surface.forms.keys()) expect(await prefill(form, token, seat.place, user)).toEqual({});
    }
  });

  it("fills no form in, though a button of this one names it", async () => {
    const { bench, ids } = await twoGovernments();
    const seat = seatIn(bench);
    const user = { platform: "simulator" as const, workspace: "kobar", id: EVERYBODY };
    const prefill = createPrefill(bench.store);
    for (const form of surface.forms.keys())
      for (const [kind, id] of Object.entries(ids))
        for (const slot of ["code", ...carried]) {
          const token = `${form}-${kind}-${slot}`;
          bench.store.putAction("kobar", token, { command: form, values: { [slot]: id } });
          const filled = await prefill(form, token, seat.place, user);
          expect(JSON.stringify(filled), token).not.toMatch(foreignWords);
        }
  });

  it.each(typedCommands)("is told nobody of this one by $name in a chat of the other", async ({ name }) => {
    const { bench, ids } = await twoGovernments();
    const place = { platform: "simulator" as const, workspace: "jabar", channel: ids.channel ?? "" };
    const words = wordsOf(bench);
    const before = foreignPart(bench.store.tables);
    for (const id of Object.values(ids)) {
      // A one-time code is for whoever holds it: tests of their own.
      if (id === ids.secret) continue;
      const step = await bench.type({ userId: "kobar-dukcapil-officer", place }, `/${name} ${id}`);
      expect(step.history.map(({ kind }) => kind).filter((kind) => kind !== "refused")).toEqual([]);
      expect(step.rows).toHaveLength(1);
      expect(step.rows[0]).toMatchObject({ step: "refusal", whisperTo: { id: "kobar-dukcapil-officer" } });
      expect(without(id, await words(step)).replaceAll(NAME_OF_OTHER, "")).not.toMatch(foreignWords);
    }
    const after = foreignPart(bench.store.tables).filter((each) => !before.includes(each));
    expect(after.every((each) => JSON.stringify(each).match(/"kind":"refused"|"step":"refusal"/))).toBe(true);
  });
});
