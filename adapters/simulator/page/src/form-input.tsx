import { useEffect, useId, useRef } from "preact/hooks";
import type { FormInput, SuggestSource } from "../../../../src/ports/chat/forms.js";
import { caseCodesIn } from "./case-codes.js";
import { channels, government, locale, logOf, words, world } from "./state.js";

interface InputProps {
  readonly input: FormInput;
  readonly value: string;
  readonly first: boolean;
  /** What is wrong with it, in words. */
  readonly problem: string | undefined;
  readonly onInput: (value: string) => void;
}

const MOST = 50;

const casesSeen = (): readonly string[] => {
  const texts = channels.value.flatMap(({ id }) =>
    logOf(id)
      .value.slice(-200)
      .map(({ text }) => text),
  );
  return [...new Set(texts.flatMap(caseCodesIn))].toSorted().toReversed().slice(0, MOST);
};

const suggestions = (source: SuggestSource): readonly { readonly value: string; readonly label: string }[] => {
  switch (source) {
    case "agency":
      return (world.value?.agencies ?? [])
        .filter((agency) => agency.government === government.value)
        .map(({ code, name }) => ({ value: code, label: name }));
    case "case":
      return casesSeen().map((code) => ({ value: code, label: "" }));
    case "account":
      return [];
    default:
      return source satisfies never;
  }
};

interface Field {
  readonly id: string;
  readonly "aria-describedby": string;
  readonly "aria-required": boolean;
  readonly "aria-invalid": boolean;
  readonly value: string;
  readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
}

const Suggest = ({ field, source }: { readonly field: Field; readonly source: SuggestSource }) => (
  <>
    <input {...field} type="text" list={`${field.id}-list`} autocomplete="off" />
    <datalist id={`${field.id}-list`}>
      {suggestions(source).map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </datalist>
  </>
);

const Control = ({ input, field }: { readonly input: FormInput; readonly field: Field }) => {
  switch (input.kind) {
    case "line":
      return <input {...field} type="text" autocomplete="off" />;
    case "paragraph":
      return <textarea {...field} rows={5} dir="auto" />;
    case "suggest":
      return <Suggest field={field} source={input.source} />;
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
export const InputView = ({ input, value, first, problem, onInput }: InputProps) => {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (first || problem !== undefined) place.current?.querySelector<HTMLElement>("input, textarea, select")?.focus();
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
    <div class="field" ref={place}>
      <label for={id}>
        {input.label[locale.value]}
        {input.required && <span class="required"> · {words.value.required}</span>}
      </label>
      <Control input={input} field={field} />
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
