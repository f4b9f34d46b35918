import { useState } from "preact/hooks";
import { pageWords } from "../../../../src/i18n/page.js";
import type { FormInput } from "../../../../src/ports/chat/forms.js";
import type { Localized } from "../../../../src/ports/chat/refs.js";
import { maxNameChars } from "../../config.js";
import { type Adding, add, adding } from "./adding.js";
import { explain } from "./compose.js";
import { Dialog } from "./dialog.js";
import { problemWith } from "./form-check.js";
import { InputView } from "./form-input.js";
import { locale, words } from "./state.js";

type Word = "channelName" | "channelHint" | "personName" | "personHint";

const inBoth = (word: Word): Localized => ({ id: pageWords.id.newcomers[word], en: pageWords.en.newcomers[word] });

const nameOf = (label: Word, hint: Word): FormInput => ({
  ...{ kind: "line", name: "name", label: inBoth(label), hint: inBoth(hint), required: true, maxChars: maxNameChars },
});

const inputs: Readonly<Record<Adding["what"], FormInput>> = {
  channels: nameOf("channelName", "channelHint"),
  people: nameOf("personName", "personHint"),
};

/** The name as it is typed, what is wrong with it, and sending it. */
const useNaming = (wanted: Adding) => {
  const input = inputs[wanted.what];
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await add(wanted, name);
    } catch (failure) {
      setProblem(explain(failure));
      setBusy(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    const found = problemWith([input], { name }, locale.value)?.text;
    setProblem(found);
    if (found === undefined) send().catch(() => undefined);
  };
  const type = (typed: string): void => {
    setProblem(undefined);
    setName(typed);
  };
  return { input, name, problem, busy, submit, type };
};

const Naming = ({ wanted, onClose }: { readonly wanted: Adding; readonly onClose: () => void }) => {
  const { input, name, problem, busy, submit, type } = useNaming(wanted);
  const text = words.value;
  return (
    <form onSubmit={submit} noValidate>
      <InputView input={input} first value={name} problem={problem} onInput={type} />
      <div class="dialog-foot">
        <button type="button" class="pill" onClick={onClose}>
          {text.cancel}
        </button>
        <button type="submit" class="pill primary" aria-busy={busy}>
          {busy ? text.sending : text.newcomers.add}
        </button>
      </div>
    </form>
  );
};

/** Asks for the name of a new chat or person. */
export const AddDialog = () => {
  const wanted = adding.value;
  if (!wanted) return null;
  const { addChannel, addPerson } = words.value.newcomers;
  const close = (): void => {
    adding.value = undefined;
  };
  return (
    <Dialog title={wanted.what === "channels" ? addChannel : addPerson} onClose={close}>
      <Naming wanted={wanted} onClose={close} />
    </Dialog>
  );
};
