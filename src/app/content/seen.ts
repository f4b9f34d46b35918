import { createHash } from "node:crypto";
import { cleanText } from "../../chatkit/plain-text.js";
import type { Proposal } from "../../domain/proposal/model.js";
import { writtenOf } from "../../domain/proposal/queries.js";
import type { Scene } from "../../ports/store.js";
import { type FormValues, filled, formValues } from "./form-values.js";

const DIGEST_CHARS = 8;

/** Platforms change line ends and trim. */
const digestOf = (value: string): string =>
  createHash("sha256").update(cleanText(value).trim()).digest("base64url").slice(0, DIGEST_CHARS);

/** The files of a proposal, by what they are: nobody types them. */
const filesOf = (proposal: Proposal): string =>
  (writtenOf(proposal)?.attachments ?? []).map(({ key }) => key).join(" ");

const shownValues = (moment: Pick<Scene, "directory" | "now">, proposal: Proposal): FormValues =>
  filled({ ...formValues(moment, proposal), files: filesOf(proposal) });

/** What a form that is opened now opens with, in short: a button carries it, so that what changes meanwhile is known. */
export const seenOf = (moment: Pick<Scene, "directory" | "now">, proposal: Proposal): string =>
  Object.entries(shownValues(moment, proposal))
    .map(([name, value]) => `${name}=${digestOf(value)}`)
    .join(" ");

/** What becomes of a filled form whose proposal may have changed since it was opened. */
export interface Settled {
  /** What the person changed, and what the form cannot have opened with. */
  readonly taken: FormValues;
  /** What they changed and somebody else changed otherwise. */
  readonly contested: FormValues;
  /** Somebody else changed the files. */
  readonly filesMoved: boolean;
}

/** Divides what was filled in; `seen` is what the form opened with. */
export const settle = (
  moment: Pick<Scene, "directory" | "now">,
  proposal: Proposal,
  seen: string,
  values: FormValues,
): Settled => {
  const opened = new Map(seen.split(" ").map((part) => part.split("=") as [string, string]));
  const stands = shownValues(moment, proposal);
  const openedWith = (name: string, value: string): boolean => (opened.get(name) ?? digestOf("")) === digestOf(value);
  const moved = (name: string): boolean => !openedWith(name, stands[name] ?? "");
  const changed = Object.entries(values).filter(([name, value]) => !openedWith(name, value));
  const isContested = ([name, value]: [string, string]): boolean =>
    value.trim() !== "" && moved(name) && digestOf(value) !== digestOf(stands[name] ?? "");
  return {
    taken: Object.fromEntries(changed.filter((each) => !isContested(each))),
    contested: Object.fromEntries(changed.filter(isContested)),
    filesMoved: moved("files"),
  };
};
