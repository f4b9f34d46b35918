import type { NoticeValues } from "../ports/message-content.js";

/** One sentence of a notice, made of its values. Every value is already text as people read it. */
export type NoticeText = (values: NoticeValues) => string;

/** The value of that name as text; `otherwise` where it was not given or is empty, so that no gap is ever shown. */
export const said = (values: NoticeValues, name: string, otherwise = ""): string => {
  const value = values[name];
  return value === undefined || value === "" ? otherwise : String(value);
};

/** A command's name as typed after the slash, whether or not it was given with one. */
export const bareCommand = (typed: string): string => typed.replace(/^\/+/, "");

/** A sentence with what it is based on before its full stop; as it is where that is empty. */
export const withBasis = (sentence: string, basis: string): string =>
  basis === "" ? sentence : `${sentence.replace(/\.$/, "")} (${basis}).`;
