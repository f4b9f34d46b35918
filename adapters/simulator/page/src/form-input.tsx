import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FormInput, SuggestSource } from "../../../../src/ports/chat/forms.js";
import { ask } from "./api.js";
import { locale, words } from "./state.js";

interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** Where the form is filled in, and as whom. */
interface Place {
  readonly as: string;
  readonly channel: string;
}

interface InputProps {
  /** Where suggestions are asked for; a form of the page itself has none. */
  readonly place?: Place;
  readonly input: FormInput;
  readonly value: string;
  readonly first: boolean;
  /** What is wrong with it, in words. */
  readonly problem: string | undefined;
  readonly onInput: (value: string) => void;
}

/** What the program suggests for the input in this chat; nothing while it does not answer. */
const useSuggestions = (source: SuggestSource, { as, channel }: Place): readonly Suggestion[] => {
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    ask<readonly Suggestion[]>("/suggest", "POST", { as, channel, source }).then(setFound, () => {});
  }, [source, as, channel]);
  return found;
};

interface Field {
  readonly id: string;
  readonly "aria-describedby": string;
  readonly "aria-required": boolean;
  readonly "aria-invalid": boolean;
  readonly value: string;
  readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
}

interface SuggestProps {
  readonly field: Field;
  readonly source: SuggestSource;
  readonly place: Place;
}

const Suggest = ({ field, source, place }: SuggestProps) => (
  <>
    <input {...field} type="text" list={`${field.id}-list`} autocomplete="off" />
    <datalist id={`${field.id}-list`}>
      {useSuggestions(source, place).map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </datalist>
  </>
);

interface ControlProps {
  readonly input: FormInput;
  readonly field: Field;
  readonly place: Place | undefined;
}

const Control = ({ input, field, place }: ControlProps) => {
  switch (input.kind) {
    case "line":
      return <input {...field} type="text" autocomplete="off" />;
    case "paragraph":
      return <textarea {...field} rows={5} dir="auto" />;
    case "suggest":
      return place ? <Suggest field={field} source={input.source} place={place} /> : <input {...field} type="text" />;
    case "choice":
      return (
        <select {...field}>
          <option value="">{words.value.choose}</option>
          {input.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label[locale.value]}
            </option>
          ))}
        </select>
      );
    default:
      return input satisfies never;
  }
};

/** One input of a form with its label and hint. */
export const InputView = ({ input, value, first, problem, place, onInput }: InputProps) => {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  // At once: a moment later it would take the keyboard from where somebody went meanwhile.
  useLayoutEffect(() => {
    if (first || problem !== undefined) root.current?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }, [first, problem]);
  const field: Field = {
    id,
    "aria-describedby": `${id}-hint`,
    "aria-required": input.required,
    "aria-invalid": problem !== undefined,
    value,
    onInput: (event) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field" ref={root}>
      <label for={id}>
        {input.label[locale.value]}
        {input.required && <span class="required"> · {words.value.required}</span>}
      </label>
      <Control input={input} field={field} place={place} />
      <div id={`${id}-hint`}>
        <p class="hint">{input.hint?.[locale.value]}</p>
        {problem !== undefined && (
          <p class="error" role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
};
