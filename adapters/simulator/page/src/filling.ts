import { signal } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import type { FormInput, FormSpec } from "../../../../src/ports/chat/forms.js";
import { ask, newEventId, tell } from "./api.js";
import { type Attachments, allReady, noAttachments, sentFiles } from "./attaching.js";
import { explain } from "./compose.js";
import { type Problem, problemWith } from "./form-check.js";
import { messageOf } from "./message-log.js";
import { locale, logOf, words } from "./state.js";

type Values = Readonly<Record<string, string>>;

/** A form to be filled in, and the button it belongs to, if any. */
export interface FormRequest {
  readonly form: string;
  readonly as: string;
  readonly channel: string;
  readonly message?: string;
  readonly button?: string;
  /** What was typed already: it stands in the first place for words. */
  readonly typed?: string;
  /** What the program knows already. */
  readonly known?: Values;
  readonly onSent?: () => void;
}

/** The form being filled in. */
export const asked = signal<FormRequest | undefined>(undefined);
/** What was last filled in, by form, place and person, and how the card was then. */
const kept = new Map<string, { readonly values: Values; readonly card: string }>();
const files = new Map<string, Attachments>();
const keyOf = ({ form, channel, message, button, as }: FormRequest): string =>
  [form, channel, message, button, as].join("\n");
const cardOf = ({ channel, message }: FormRequest): string =>
  messageOf(logOf(channel).value, message ?? null)?.text ?? "";

/** The files beside a form; kept like what was filled in, but not over a reload. */
export const filesBeside = (request: FormRequest): Attachments => {
  const known = files.get(keyOf(request));
  if (known) return known;
  const place = noAttachments();
  files.set(keyOf(request), place);
  return place;
};

/** All that is kept. */
export const keptForms = () => [...kept];
/** Brings it back. */
export const keepForms = (forms: ReturnType<typeof keptForms>): void => {
  for (const [key, value] of forms) kept.set(key, value);
};

/** Opens a form of the surface. */
export const openForm = (request: FormRequest): void => {
  asked.value = request;
};

/** Opens the form of a button with what the program knows already; without an answer it opens empty. */
export const openButtonForm = async (request: FormRequest & { readonly message: string; readonly button: string }) => {
  const { as, channel, form, message, button } = request;
  const known = await ask<Values>("/prefill", "POST", { as, channel, form, message, button }).catch(() => ({}));
  openForm({ ...request, known });
};

/** Whether the form is on its way: until it is taken or refused it cannot be left. */
const sending = signal(false);

/** Leaves the form; what was filled in is kept. */
export const closeForm = (): void => {
  if (!sending.value) asked.value = undefined;
};

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));

const beginning = (spec: FormSpec, request: FormRequest): Values => {
  const former = kept.get(keyOf(request));
  // Left or refused, a form opens again as it was; where the card has changed since, it was taken.
  if (former && former.card === cardOf(request)) return former.values;
  if (request.known) return request.known;
  const paragraph = spec.pages.flat().find(({ kind }) => kind === "paragraph");
  return paragraph && request.typed ? { [paragraph.name]: request.typed } : {};
};

/** What was filled in, kept for when the form is opened again in the same place. */
const useValues = (spec: FormSpec, request: FormRequest) => {
  const [values, setValues] = useState<Values>(() => beginning(spec, request));
  const set = (name: string, value: string): void =>
    setValues((former) => {
      const next = { ...former, [name]: value };
      kept.set(keyOf(request), { values: next, card: cardOf(request) });
      return next;
    });
  return { values, set };
};

const useSending = (request: FormRequest) => {
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const eventId = useRef(newEventId());
  const { form, as, channel, message, button, onSent } = request;
  const about = message === undefined ? {} : { message, ...(button === undefined ? {} : { button }) };
  const send = async (values: Values): Promise<void> => {
    const place = filesBeside(request);
    if (!allReady(place)) return setRefused(words.value.waitForFiles);
    const more = sentFiles(place.value);
    sending.value = true;
    setRefused(undefined);
    try {
      await tell({
        type: "form",
        form,
        as,
        channel,
        ...about,
        values: filled(values),
        ...more,
        eventId: eventId.current,
      });
      place.value = [];
      // A card's form may still be refused by the bot.
      if (message === undefined) kept.delete(keyOf(request));
      onSent?.();
      asked.value = undefined;
    } catch (failure) {
      setRefused(explain(failure));
    } finally {
      sending.value = false;
    }
  };
  const changed = (): void => {
    eventId.current = newEventId();
    setRefused(undefined);
  };
  return { send, busy: sending.value, refused, changed };
};

/** A form's state: its page, its values, and what happens on submitting. */
export const useFilling = (spec: FormSpec, request: FormRequest) => {
  const { values, set } = useValues(spec, request);
  const { send, busy, refused, changed } = useSending(request);
  const [page, setPage] = useState(0);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const inputs: readonly FormInput[] = spec.pages[page] ?? [];
  const submit = (event: Event): void => {
    event.preventDefault();
    const found = problemWith(inputs, values, locale.value);
    setProblem(found);
    if (found !== undefined || busy) return;
    if (page + 1 < spec.pages.length) setPage(page + 1);
    else send(values).catch(() => undefined);
  };
  const change = (name: string, value: string): void => {
    changed();
    setProblem(undefined);
    set(name, value);
  };
  return { values, page, setPage, problem, refused, busy, inputs, change, submit };
};
