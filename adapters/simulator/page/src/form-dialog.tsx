import { signal } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import type { FormInput, FormSpec } from "../../../../src/ports/chat/forms.js";
import { newEventId, tell } from "./api.js";
import { explain } from "./compose.js";
import { Dialog } from "./dialog.js";
import { problemWith } from "./form-check.js";
import { InputView } from "./form-input.js";
import { locale, surface, words } from "./state.js";

/** A form to be filled in, and the button it belongs to, if any. */
export interface FormRequest {
  readonly form: string;
  readonly as: string;
  readonly channel: string;
  readonly message?: string;
  readonly button?: string;
}

const asked = signal<FormRequest | undefined>(undefined);

/** Opens a form of the surface. */
export const openForm = (request: FormRequest): void => {
  asked.value = request;
};

const close = (): void => {
  asked.value = undefined;
};

type Values = Readonly<Record<string, string>>;

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));

const useFilling = (spec: FormSpec, request: FormRequest) => {
  const [values, setValues] = useState<Values>({});
  const [page, setPage] = useState(0);
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const eventId = useRef(newEventId());
  const inputs: readonly FormInput[] = spec.pages[page] ?? [];
  const set = (name: string, value: string): void => {
    eventId.current = newEventId();
    setError(undefined);
    setValues((former) => ({ ...former, [name]: value }));
  };
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await tell({ type: "form", ...request, values: filled(values), eventId: eventId.current });
      close();
    } catch (failure) {
      setError(explain(failure));
      setBusy(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const problem = problemWith(inputs, values, locale.value);
    setError(problem);
    if (problem !== undefined || busy) return;
    if (page + 1 < spec.pages.length) setPage(page + 1);
    else send().catch(() => undefined);
  };
  return { values, page, setPage, error, busy, inputs, set, submit };
};

const Form = ({ spec, request }: { readonly spec: FormSpec; readonly request: FormRequest }) => {
  const { values, page, setPage, error, busy, inputs, set, submit } = useFilling(spec, request);
  const text = words.value;
  const count = spec.pages.length;
  return (
    <form onSubmit={submit} noValidate>
      {count > 1 && <p class="note">{text.page(page + 1, count)}</p>}
      {inputs.map((input, at) => (
        <InputView
          key={input.name}
          input={input}
          first={at === 0}
          value={values[input.name] ?? ""}
          onInput={(value) => set(input.name, value)}
        />
      ))}
      {error !== undefined && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      <div class="dialog-foot">
        <button type="button" class="pill" onClick={page === 0 ? close : () => setPage(page - 1)}>
          {page === 0 ? text.cancel : text.back}
        </button>
        <button type="submit" class="pill primary" aria-busy={busy}>
          {busy ? text.sending : page + 1 < count ? text.next : spec.submit[locale.value]}
        </button>
      </div>
    </form>
  );
};

/** The form being filled in, if one is. What was typed stays when it is refused. */
export const FormDialog = () => {
  const request = asked.value;
  const spec = surface.value.forms.find(({ id }) => id === request?.form);
  if (!request || !spec) return null;
  return (
    <Dialog title={spec.title[locale.value]} onClose={close}>
      <Form spec={spec} request={request} />
    </Dialog>
  );
};
