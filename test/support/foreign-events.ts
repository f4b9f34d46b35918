import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "../../src/app/command.js";
import { typedCommands } from "../../src/app/commands.js";
import type { TwoGovernments } from "./two-governments.js";
import { type Event, seatIn } from "./two-worlds.js";

type Values = Readonly<Record<string, string>>;

const appFolder = resolve(import.meta.dirname, "../../src/app");
/** What buttons carry beside declared inputs: every name the use cases read. */
export const carried = [
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

/** Everything a command can be given an id of the other government by: typed, as options, in a form, by a button. */
export const eventsOf = (command: Command, two: TwoGovernments): readonly Event[] => {
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
