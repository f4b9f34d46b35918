import type { ChatAdapter } from "../../ports/chat/adapter.js";
import { DeliveryError } from "../../ports/chat/failures.js";
import type { FileRef } from "../../ports/chat/inbound.js";
import { type FetchedFile, type FileStore, maxFileBytes, maxFilesPerMessage } from "../../ports/files.js";
import type { Logger } from "../../ports/logger.js";
import type { HandleWork, InboxWork } from "../../ports/protocol.js";
import { describeError } from "../inbox/describe-error.js";
import { orAborted } from "./abortable.js";

/** A file could not be fetched now: the row waits. Never counted as a failure. */
export class FilesAway extends Error {
  override readonly name = "FilesAway";
}

/** What files are fetched with. */
export interface FetchParts {
  readonly store: Pick<FileStore, "put">;
  /** Rejects as `ChatAdapter.openFile` does; for a platform that is not configured any more with a permanent error. */
  readonly openFile: ChatAdapter["openFile"];
  readonly logger: Logger;
  /** For tests: machine time in milliseconds, and how long all files of one event may take. */
  readonly nowMs?: () => number;
  readonly timeoutMs?: number;
}

/** All files of one event: half of the 30 s its row is leased for (see claim.ts), so that handling it has the other half. */
const TIMEOUT_MS = 15_000;
/** An event whose files cannot be had for so long is handled without them: everything after it in its chat waits. */
export const GIVE_UP_MS = 5 * 60_000;
/** Events whose files are under way, over several tries; the oldest is forgotten first. */
const MOST_REMEMBERED = 1_000;

/** How far an event's files are. What was fetched is not fetched again. */
interface Progress {
  readonly fetched: FetchedFile[];
  awaySinceMs?: number;
}

interface Wanted {
  readonly ref: FileRef;
  readonly quoted: boolean;
}

/** Those of the event, and of what a command was said about. Chats that nobody bound are not listened to. */
const filesOf = ({ payload, governmentId }: InboxWork): readonly Wanted[] => {
  if (payload.type !== "chat" || governmentId === undefined) return [];
  const { event } = payload;
  const answered = event.type === "command" ? (event.inReplyTo?.files ?? []) : [];
  return [
    ...(event.files ?? []).map((ref) => ({ ref, quoted: false })),
    ...answered.map((ref) => ({ ref, quoted: true })),
  ];
};

const isForGood = (error: unknown): boolean =>
  error instanceof DeliveryError && (error.failure.kind === "permanent" || error.failure.kind === "forbidden");

/** Some platforms call sound what its bytes call a film without saying whether it has pictures: then it is sound. */
const typeOf = (found: string, { mediaType }: FileRef): string =>
  found === "video/mp4" && mediaType.startsWith("audio/") ? "audio/mp4" : found;

/** Fetches one file. Rejects while it cannot be had. */
const fetchFile = async ({ store, openFile }: FetchParts, ref: FileRef, signal: AbortSignal): Promise<FetchedFile> => {
  const { name, altText } = ref;
  if (ref.sizeBytes > maxFileBytes) return { kind: "missing", name, why: "tooLarge" };
  try {
    const bytes = await orAborted(openFile(ref, signal), signal);
    const kept = await store.put(bytes, { maxBytes: maxFileBytes, signal });
    if ("refused" in kept) return { kind: "missing", name, why: kept.refused };
    const described = altText === undefined ? {} : { altText };
    return { kind: "stored", file: { ...kept, mediaType: typeOf(kept.mediaType, ref), name, ...described } };
  } catch (error) {
    if (isForGood(error)) return { kind: "missing", name, why: "gone" };
    throw error;
  }
};

/**
 * The handler, given the files of an event beside it: fetched once for each claim, outside every transaction, while the
 * later events of its chat wait. Throws `FilesAway` while a file cannot be had, for five minutes at most; then, and where
 * it never can be, the event is handled with the file named as missing.
 */
export const withFiles = (handle: HandleWork, parts: FetchParts): HandleWork => {
  const { logger, nowMs = () => performance.now(), timeoutMs = TIMEOUT_MS } = parts;
  const underWay = new Map<string, Progress>();

  const progressOf = (id: string): Progress => {
    const progress = underWay.get(id) ?? { fetched: [] };
    underWay.set(id, progress);
    const [oldest] = underWay.keys();
    if (underWay.size > MOST_REMEMBERED && oldest !== undefined) underWay.delete(oldest);
    return progress;
  };

  /** Whether waiting has lasted long enough. */
  const isOver = (progress: Progress): boolean => {
    progress.awaySinceMs ??= nowMs();
    return nowMs() - progress.awaySinceMs > GIVE_UP_MS;
  };

  const fetchAll = async (id: string, wanted: readonly Wanted[]): Promise<readonly FetchedFile[]> => {
    const progress = progressOf(id);
    const signal = AbortSignal.timeout(timeoutMs);
    for (const { ref, quoted } of wanted.slice(progress.fetched.length)) {
      const mark = quoted ? ({ quoted } as const) : {};
      try {
        const isOne = progress.fetched.length < maxFilesPerMessage;
        const file = isOne ? await fetchFile(parts, ref, signal) : undefined;
        progress.fetched.push({ ...(file ?? { kind: "missing", name: ref.name, why: "tooMany" }), ...mark });
      } catch (error) {
        logger.warn({ inboxId: id, error: describeError(error) }, "a file could not be fetched");
        if (!isOver(progress)) throw new FilesAway("a file could not be fetched", { cause: error });
        progress.fetched.push({ kind: "missing", name: ref.name, why: "gone", ...mark });
      }
    }
    underWay.delete(id);
    return progress.fetched;
  };

  /** A row decided again, because others changed its case first, is the same object. */
  const fetched = new WeakMap<InboxWork, readonly FetchedFile[]>();
  return async (work) => {
    const wanted = filesOf(work);
    if (wanted.length === 0) return handle(work);
    const files = fetched.get(work) ?? (await fetchAll(work.id, wanted));
    fetched.set(work, files);
    return handle({ ...work, files });
  };
};
