import type { ChatAdapter } from "../../ports/chat/adapter.js";
import { DeliveryError } from "../../ports/chat/failures.js";
import type { ChatEvent, FileRef } from "../../ports/chat/inbound.js";
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
  /** Whether somebody of a government is heard where no chat is bound: alone with the bot, or at a chat's old address. */
  readonly isHeard: (event: ChatEvent) => Promise<boolean>;
  readonly logger: Logger;
  /** For tests: machine time in milliseconds, how long one claim waits for files, and how long a source may be silent. */
  readonly nowMs?: () => number;
  readonly claimMs?: number;
  readonly silenceMs?: number;
}

/** Half of the 30 s a row is leased for (see claim.ts), so that handling it has the other half. */
const CLAIM_MS = 15_000;
/** A source that gives nothing for so long is let go: a slow line is not a dead one. */
const SILENCE_MS = 15_000;
/** An event whose files cannot be had for so long is handled without them: everything after it in its chat waits. */
export const GIVE_UP_MS = 5 * 60_000;
/** Events whose files are under way, over several tries; the oldest is forgotten first. */
const MOST_REMEMBERED = 1_000;

/** One file on its way. */
interface UnderWay {
  /** Never rejects. */
  readonly outcome: Promise<{ readonly file: FetchedFile } | { readonly error: unknown }>;
  stop(): void;
}

/** How far an event's files are. What was fetched is not fetched again; what is on its way goes on between claims. */
interface Progress {
  readonly fetched: FetchedFile[];
  current?: UnderWay | undefined;
  awaySinceMs?: number;
}

interface Wanted {
  readonly ref: FileRef;
  readonly quoted: boolean;
}

/** Those of the event, and of what a command was said about. */
const filesOf = ({ payload }: InboxWork): readonly Wanted[] => {
  if (payload.type !== "chat") return [];
  const { event } = payload;
  const answered = event.type === "command" ? (event.inReplyTo?.files ?? []) : [];
  return [
    ...(event.files ?? []).map((ref) => ({ ref, quoted: false })),
    ...answered.map((ref) => ({ ref, quoted: true })),
  ];
};

/** Strangers' files are not fetched. */
const isListenedTo = async ({ isHeard }: FetchParts, { payload, governmentId }: InboxWork): Promise<boolean> =>
  governmentId !== undefined || (payload.type === "chat" && isHeard(payload.event));

/** Credentials are an operator's to mend: the file waits for that. */
const isForGood = (error: unknown): boolean => {
  if (!(error instanceof DeliveryError)) return false;
  const { failure } = error;
  return failure.kind === "permanent" || (failure.kind === "forbidden" && failure.reason !== "credentials");
};

/** An adapter's own words hold a code and nothing of anybody's. */
const reasonOf = (error: unknown): string => (error instanceof DeliveryError ? error.message : describeError(error));

/** Some platforms call sound what its bytes call a film without saying whether it has pictures: then it is sound. */
const typeOf = (found: string, { mediaType }: FileRef): string =>
  found === "video/mp4" && mediaType.startsWith("audio/") ? "audio/mp4" : found;

/** Aborts when nothing was heard for `ms`. */
const createSilence = (ms: number) => {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new Error("silent for too long"));
  const timer = setTimeout(stop, ms);
  return {
    signal: controller.signal,
    heard: () => void timer.refresh(),
    stop,
    end: () => clearTimeout(timer),
  };
};

type Silence = ReturnType<typeof createSilence>;

async function* listenedTo(bytes: AsyncIterable<Uint8Array>, silence: Silence): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    silence.heard();
    yield chunk;
  }
}

/** Fetches one file. Rejects while it cannot be had. */
const fetchFile = async ({ store, openFile }: FetchParts, ref: FileRef, silence: Silence): Promise<FetchedFile> => {
  const { name, altText } = ref;
  const { signal } = silence;
  if (ref.sizeBytes > maxFileBytes) return { kind: "missing", name, why: "tooLarge" };
  try {
    const bytes = await orAborted(openFile(ref, signal), signal);
    const kept = await store.put(listenedTo(bytes, silence), { maxBytes: maxFileBytes, signal });
    if ("refused" in kept) return { kind: "missing", name, why: kept.refused };
    const described = altText === undefined ? {} : { altText };
    return { kind: "stored", file: { ...kept, mediaType: typeOf(kept.mediaType, ref), name, ...described } };
  } catch (error) {
    if (isForGood(error)) return { kind: "missing", name, why: "gone" };
    throw error;
  }
};

const begin = (parts: FetchParts, ref: FileRef): UnderWay => {
  const silence = createSilence(parts.silenceMs ?? SILENCE_MS);
  const outcome = fetchFile(parts, ref, silence)
    .then(
      (file) => ({ file }),
      (error: unknown) => ({ error }),
    )
    .finally(silence.end);
  return { outcome, stop: silence.stop };
};

/**
 * The handler, given the files of an event beside it: fetched outside every transaction, while the later events of its chat
 * wait. A claim waits 15 s; what is on its way by then goes on, and the next claim finds it. Throws `FilesAway` while a file
 * cannot be had, for five minutes at most; then, and where it never can be, the event is handled with the file named as missing.
 */
export const withFiles = (handle: HandleWork, parts: FetchParts): HandleWork => {
  const { logger, nowMs = () => performance.now(), claimMs = CLAIM_MS } = parts;
  const underWay = new Map<string, Progress>();

  const progressOf = (id: string): Progress => {
    const progress = underWay.get(id) ?? { fetched: [] };
    underWay.set(id, progress);
    const [oldest] = underWay;
    if (underWay.size > MOST_REMEMBERED && oldest !== undefined) {
      oldest[1].current?.stop();
      underWay.delete(oldest[0]);
    }
    return progress;
  };

  /** Whether waiting has lasted long enough. */
  const isOver = (progress: Progress): boolean => {
    progress.awaySinceMs ??= nowMs();
    return nowMs() - progress.awaySinceMs > GIVE_UP_MS;
  };

  /** The file, once it is there; undefined where it is to be given up. Throws `FilesAway`. */
  const awaited = async (id: string, progress: Progress, ref: FileRef, over: AbortSignal) => {
    progress.current ??= begin(parts, ref);
    const { outcome, stop } = progress.current;
    const settled = await orAborted(outcome, over).catch(() => undefined);
    if (settled) progress.current = undefined;
    if (settled && "file" in settled) return settled.file;
    const isAway = !isOver(progress);
    if (settled) logger.warn({ inboxId: id, error: reasonOf(settled.error) }, "a file could not be fetched");
    else logger[isAway ? "debug" : "warn"]({ inboxId: id, givenUp: !isAway }, "a file is still on its way");
    if (isAway) throw new FilesAway("a file is not there yet", { cause: settled?.error });
    stop();
    progress.current = undefined;
    return undefined;
  };

  const fetchAll = async (id: string, wanted: readonly Wanted[]): Promise<readonly FetchedFile[]> => {
    const progress = progressOf(id);
    const over = AbortSignal.timeout(claimMs);
    for (const { ref, quoted } of wanted.slice(progress.fetched.length)) {
      const isOne = progress.fetched.length < maxFilesPerMessage;
      const why = isOne ? "gone" : "tooMany";
      const file = isOne ? await awaited(id, progress, ref, over) : undefined;
      const mark = quoted ? ({ quoted } as const) : {};
      progress.fetched.push({ ...(file ?? { kind: "missing", name: ref.name, why }), ...mark });
    }
    underWay.delete(id);
    return progress.fetched;
  };

  /** A row decided again, because others changed its case first, is the same object. */
  const fetched = new WeakMap<InboxWork, readonly FetchedFile[]>();
  return async (work) => {
    const wanted = filesOf(work);
    if (wanted.length === 0 || !(await isListenedTo(parts, work))) return handle(work);
    const files = fetched.get(work) ?? (await fetchAll(work.id, wanted));
    fetched.set(work, files);
    return handle({ ...work, files });
  };
};
