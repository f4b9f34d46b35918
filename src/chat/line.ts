/** What one typed line means. Message and button numbers are as shown; "." is the bot's last message. */
export type Line =
  | { readonly kind: "nothing" | "help" | "quit" | "bad" }
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "reply" | "edit"; readonly message: string; readonly text: string }
  | { readonly kind: "press"; readonly message: string; readonly button: string }
  | { readonly kind: "react"; readonly message: string; readonly emoji: string; readonly removed: boolean }
  | { readonly kind: "channel" | "person"; readonly number?: string }
  | { readonly kind: "clock"; readonly move: { readonly advanceMinutes: number } | { readonly to: "next-event" } };

const BAD: Line = { kind: "bad" };

const withText = (kind: "reply" | "edit", rest: string): Line => {
  const match = /^(\d+|\.)\s+(\S.*)$/s.exec(rest);
  return match?.[1] === undefined || match[2] === undefined ? BAD : { kind, message: match[1], text: match[2] };
};

const press = (rest: string): Line => {
  const match = /^(\d+|\.)\s+(\d+)$/.exec(rest);
  return match?.[1] === undefined || match[2] === undefined
    ? BAD
    : { kind: "press", message: match[1], button: match[2] };
};

const react = (rest: string, removed: boolean): Line => {
  const match = /^(\d+|\.)\s+(\S+)$/.exec(rest);
  return match?.[1] === undefined || match[2] === undefined
    ? BAD
    : { kind: "react", message: match[1], emoji: match[2], removed };
};

const choose = (kind: "channel" | "person", rest: string): Line => {
  if (rest === "") return { kind };
  return /^\d+$/.test(rest) ? { kind, number: rest } : BAD;
};

const clock = (rest: string): Line =>
  /^\d{1,6}$/.test(rest) ? { kind: "clock", move: { advanceMinutes: Number(rest) } } : BAD;

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
      return withText("reply", rest);
    case "e":
      return withText("edit", rest);
    case "b":
      return press(rest);
    case "+":
    case "-":
      return react(rest, verb === "-");
    case "c":
      return choose("channel", rest);
    case "as":
      return choose("person", rest);
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
