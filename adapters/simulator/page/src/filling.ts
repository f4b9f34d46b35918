import { signal } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import type { FormInput, FormSpec } from "../../../../src/ports/chat/forms.js";
import { newEventId, tell } from "./api.js";
import { explain } from "./compose.js";
import { type Problem, problemWith } from "./form-check.js";
import { locale } from "./state.js";

/** A form to be filled in, and the button it belongs to, if any. */
export interface FormRequest {
  readonly form: string;
  readonly as: string;
  readonly channel: string;
  readonly message?: string;
  readonly button?: string;
  /** What was typed already: it stands in the first place for words. */
  readonly typed?: string;
  readonly onSent?: () => void;
}

type Values = Readonly<Record<string, string>>;

/** The form being filled in. */
export const asked = signal<FormRequest | undefined>(undefined);
/** What was last filled in, by form and place: a form left or refused opens again with it. */
const kept = new Map<string, Values>();
const keyOf = ({ form, channel, message, button }: FormRequest): string => [form, channel, message, button].join("\n");

/** Opens a form of the surface. */
export const openForm = (request: FormRequest): void => {
  asked.value = request;
};

/** Leaves the form; what was filled in is kept. */
export const closeForm = (): void => {
  asked.value = undefined;
};

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));

const beginning = (spec: FormSpec, request: FormRequest): Values => {
  const words = spec.pages.flat().find(({ kind }) => kind === "paragraph");
  const typed = words && request.typed ? { [words.name]: request.typed } : {};
  return { ...kept.get(keyOf(request)), ...typed };
};

/** What was filled in, kept for when the form is opened again in the same place. */
const useValues = (spec: FormSpec, request: FormRequest) => {
  const [values, setValues] = useState<Values>(() => beginning(spec, request));
  const set = (name: string, value: string): void =>
    setValues((former) => {
      const next = { ...former, [name]: value };
      kept.set(keyOf(request), next);
      return next;
    });
  return { values, set };
};

const useSending = (request: FormRequest) => {
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const eventId = useRef(newEventId());
  const { form, as, channel, message, button, onSent } = request;
  const place = message === undefined ? {} : { message, ...(button === undefined ? {} : { button }) };
  const send = async (values: Values): Promise<void> => {
    setBusy(true);
    setRefused(undefined);
    try {
      await tell({ type: "form", form, as, channel, ...place, values: filled(values), eventId: eventId.current });
      // A card's form may still be refused by the bot: opened again, it has what was filled in.
      if (message === undefined) kept.delete(keyOf(request));
      onSent?.();
      if (asked.value === request) closeForm();
    } catch (failure) {
      setRefused(explain(failure));
      setBusy(false);
    }
  };
  const changed = (): void => {
    eventId.current = newEventId();
    setRefused(undefined);
  };
  return { send, busy, refused, changed };
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
