import type { ChatClientTexts } from "../i18n/chat-client.js";

/** A command of the client that needs more than its name. */
type Verb = keyof ChatClientTexts["explain"];

/** What one typed line means. Message and button numbers are as shown; "." is the bot's last message. */
export type Line =
  | { readonly kind: "nothing" | "help" | "quit" | "bad" }
  /** A command that was not written as it must be. */
  | { readonly kind: "explain"; readonly verb: Verb }
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "reply" | "edit"; readonly message: string; readonly text: string }
  | { readonly kind: "press"; readonly message: string; readonly button: string }
  | { readonly kind: "react"; readonly message: string; readonly emoji: string; readonly removed: boolean }
  | { readonly kind: "channel" | "person" | "government"; readonly number?: string }
  | { readonly kind: "clock"; readonly move: { readonly advanceMinutes: number } | { readonly to: "next-event" } };

const BAD: Line = { kind: "bad" };

const explain = (verb: Verb): Line => ({ kind: "explain", verb });

const withText = (kind: "reply" | "edit", verb: Verb, rest: string): Line => {
  const match = /^(\d+|\.)\s+(\S.*)$/s.exec(rest);
  return match?.[1] === undefined || match[2] === undefined
    ? explain(verb)
    : { kind, message: match[1], text: match[2] };
};

const press = (rest: string): Line => {
  const match = /^(\d+|\.)\s+(\d+)$/.exec(rest);
  return match?.[1] === undefined || match[2] === undefined
    ? explain("b")
    : { kind: "press", message: match[1], button: match[2] };
};

const react = (verb: "+" | "-", rest: string): Line => {
  const match = /^(\d+|\.)\s+(\S+)$/.exec(rest);
  return match?.[1] === undefined || match[2] === undefined
    ? explain(verb)
    : { kind: "react", message: match[1], emoji: match[2], removed: verb === "-" };
};

const choose = (kind: "channel" | "person" | "government", verb: Verb, rest: string): Line => {
  if (rest === "") return { kind };
  return /^\d+$/.test(rest) ? { kind, number: rest } : explain(verb);
};

const clock = (rest: string): Line =>
  /^\d{1,6}$/.test(rest) ? { kind: "clock", move: { advanceMinutes: Number(rest) } } : explain("clock");

/** Reads one line. A line without a leading colon is something to say, also when it begins with a slash. */
export const parseLine = (raw: string): Line => {
  const line = raw.trim();
  if (line === "") return { kind: "nothing" };
  if (line.startsWith("::")) return { kind: "say", text: line.slice(1) };
  const match = /^:(\S+)\s*(.*)$/s.exec(line);
  if (match === null) return line.startsWith(":") ? BAD : { kind: "say", text: line };
  const [, verb = "", rest = ""] = match;
  switch (verb) {
    case "r":
      return withText("reply", verb, rest);
    case "e":
      return withText("edit", verb, rest);
    case "b":
      return press(rest);
    case "+":
    case "-":
      return react(verb, rest);
    case "c":
      return choose("channel", verb, rest);
    case "as":
      return choose("person", verb, rest);
    case "g":
      return choose("government", verb, rest);
    case "clock":
      return clock(rest);
    case "next":
      return { kind: "clock", move: { to: "next-event" } };
    case "help":
    case "h":
      return { kind: "help" };
    case "q":
      return { kind: "quit" };
    default:
      return BAD;
  }
};
