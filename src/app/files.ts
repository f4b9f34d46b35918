import { cleanAltText, cleanFileName } from "../chatkit/file-name.js";
import { type Attachment, isAudio } from "../domain/attachment.js";
import type { RefusalCode } from "../domain/notice.js";
import { type Refusal, refuse } from "../domain/refusal.js";
import { type FetchedFile, maxFileBytes, maxFilesPerMessage } from "../ports/files.js";
import type { HistoryEntry } from "../ports/store.js";
import type { Context } from "./context.js";

/** Names are cleaned here, whatever the platform did with them. */
const cleaned = ({ key, name, mediaType, sizeBytes, altText }: Attachment): Attachment => {
  const described = cleanAltText(altText);
  return {
    key,
    name: cleanFileName(name, mediaType),
    mediaType,
    sizeBytes,
    ...(described === undefined ? {} : { altText: described }),
  };
};

const codes: Readonly<Record<Extract<FetchedFile, { kind: "missing" }>["why"], RefusalCode>> = {
  tooLarge: "fileTooLarge",
  badType: "fileBadType",
  empty: "fileEmpty",
  gone: "fileGone",
  tooMany: "tooManyFiles",
};

const tooMany = (): Refusal => refuse("tooManyFiles", { max: maxFilesPerMessage });

const refusalOf = ({ name, why }: Extract<FetchedFile, { kind: "missing" }>): Refusal =>
  why === "tooMany"
    ? tooMany()
    : refuse(codes[why], { file: cleanFileName(name, ""), max: Math.floor(maxFileBytes / 1024 / 1024) });

type Files = Pick<Context, "attachments" | "missingFile">;

const taken = (files: readonly FetchedFile[]): Files => {
  const missing = files.find((each) => each.kind === "missing");
  return {
    attachments: files.flatMap((each) => (each.kind === "stored" ? [cleaned(each.file)] : [])),
    ...(missing ? { missingFile: refusalOf(missing) } : {}),
  };
};

/** What a use case knows of an event's files: those that were kept, and why one was not. */
export const filesOf = (files: readonly FetchedFile[] = []): Files & Pick<Context, "repliedFiles"> => {
  const quoted = files.filter((each) => each.quoted);
  const own = taken(files.filter((each) => !each.quoted));
  return quoted.length > 0 ? { ...own, repliedFiles: taken(quoted) } : own;
};

/** With the files of the citizen's message that was replied to, as its text is taken too. */
export const withRepliedFiles = (context: Context): Context => {
  const { repliedFiles, attachments, missingFile = repliedFiles?.missingFile } = context;
  if (!repliedFiles || context.repliedContent) return context;
  const both = [...attachments, ...repliedFiles.attachments];
  const once = both.filter((file, at) => both.findIndex(({ key }) => key === file.key) === at);
  return { ...context, attachments: once, ...(missingFile ? { missingFile } : {}) };
};

/** Why files cannot be taken as they came: nothing is done with some of them only. */
export const refusalOfFiles = ({ attachments, missingFile }: Context): Refusal | undefined =>
  missingFile ?? (attachments.length > maxFilesPerMessage ? tooMany() : undefined);

/** Whether somebody spoke instead of writing. */
export const hasVoice = ({ attachments }: Pick<Context, "attachments">): boolean => attachments.some(isAudio);

/** As the history tells them: left out where there are none. */
export const attached = (attachments: readonly Attachment[]) => (attachments.length > 0 ? { attachments } : {});

/** A note in the history of a case or content: what somebody wrote or said that is nothing else. */
export const notedEntry = (
  context: Context,
  subjectId: string,
  note: { readonly text: string; readonly attachments: readonly Attachment[]; readonly by: string },
): HistoryEntry => ({
  subjectId,
  at: context.now,
  actor: context.person.id,
  kind: "noted",
  content: { text: note.text, by: note.by, ...attached(note.attachments) },
});
