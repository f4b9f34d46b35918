/**
 * One thing an operator's check-up found, and what to do where it is not well. English, and free of people's names, of what
 * people wrote and of tokens: it may be sent to whoever helps. "warning": it works, but not as it should, or not for long;
 * "error": something does not work.
 */
export type Finding =
  | { readonly level: "ok"; readonly what: string }
  | { readonly level: "warning" | "error"; readonly what: string; readonly fix: string };

export const well = (what: string): Finding => ({ level: "ok", what });
export const warning = (what: string, fix: string): Finding => ({ level: "warning", what, fix });
export const broken = (what: string, fix: string): Finding => ({ level: "error", what, fix });
