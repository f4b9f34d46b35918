import { type Signal, signal } from "@preact/signals";
import { maxFileBytes, maxFilesPerMessage } from "../../../../src/ports/files.js";
import { newEventId } from "./api.js";
import { type Upload, upload } from "./upload.js";

/** A file beside what is being written: on its way to the program, there, or refused. */
export interface Attached {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** What the browser takes it for. */
  readonly mediaType: string;
  readonly altText: string;
  readonly state: "uploading" | "ready" | "refused";
  /** From 0 to 1. */
  readonly progress: number;
  readonly handle?: string;
  /** Why it was refused: a code of docs/simulator-api.md, or "too-many-files". */
  readonly code?: string;
}

/** The files beside one text, in order. */
export type Attachments = Signal<readonly Attached[]>;

/** No files yet. */
export const noAttachments = (): Attachments => signal([]);

const uploads = new Map<string, Upload>();

const change = (place: Attachments, id: string, changed: Partial<Attached>): void => {
  place.value = place.value.map((one) => (one.id === id ? { ...one, ...changed } : one));
};

const refuse = (place: Attachments, id: string, code: string): void => change(place, id, { state: "refused", code });

/** Why it need not be sent at all. */
const whyNot = (place: Attachments, file: File): string | undefined => {
  if (file.size > maxFileBytes) return "file-too-large";
  return place.value.length > maxFilesPerMessage ? "too-many-files" : undefined;
};

const begin = (place: Attachments, file: File, id: string): void => {
  const started = upload(file, (progress) => change(place, id, { progress }));
  uploads.set(id, started);
  started.done
    .then(({ handle, mediaType }) => change(place, id, { state: "ready", progress: 1, handle, mediaType }))
    .catch((error: unknown) => refuse(place, id, error instanceof Error ? error.message : ""))
    .finally(() => uploads.delete(id));
};

/** Adds files and sends them to the program at once. */
export const attach = (place: Attachments, files: Iterable<File>): void => {
  for (const file of files) {
    const id = newEventId();
    const known = { name: file.name, sizeBytes: file.size, mediaType: file.type };
    place.value = [...place.value, { id, ...known, altText: "", state: "uploading", progress: 0 }];
    const code = whyNot(place, file);
    if (code === undefined) begin(place, file, id);
    else refuse(place, id, code);
  }
};

/** Takes one away, also while it is on its way. */
export const detach = (place: Attachments, id: string): void => {
  uploads.get(id)?.abort();
  place.value = place.value.filter((one) => one.id !== id);
};

/** Says what a picture shows. */
export const describe = (place: Attachments, id: string, altText: string): void => change(place, id, { altText });

/** Whether all of them are there: until then nothing can be sent. */
export const allReady = (place: Attachments): boolean => place.value.every(({ state }) => state === "ready");

/** As an event names them; empty when there are none. */
export const sentFiles = (files: readonly Attached[]) => {
  const sent = files.flatMap(({ handle, name, altText }) =>
    handle === undefined ? [] : [{ handle, name, ...(altText.trim() === "" ? {} : { altText }) }],
  );
  return sent.length > 0 ? { files: sent } : {};
};

/** Those that are there, as they are kept over a reload. */
export const kept = (files: readonly Attached[]): readonly Attached[] => files.filter(({ state }) => state === "ready");
