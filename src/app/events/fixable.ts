import type { OutboxDraft } from "../../ports/store.js";
import type { Context } from "../context.js";
import { type Effects, whisper } from "../effects.js";
import { hasFiles } from "../ignored-files.js";
import { isSaidWrong } from "../said-wrong.js";
import { surface } from "../surface.js";

/** An answer that is still to come makes what was filled in right, too. */
const isFixableCode = (code: string): boolean => isSaidWrong(code) || code === "noAnswer";

type Values = Readonly<Record<string, string>>;

/** The inputs a form shows. */
export const shownIn = (form: string): ReadonlySet<string> =>
  new Set(surface.forms.get(form)?.pages.flatMap((inputs) => inputs.map(({ name }) => name)) ?? []);

const isFixable = ({ step, content }: OutboxDraft): boolean =>
  step === "refusal" && content.kind === "notice" && isFixableCode(content.code);

/** What was filled in, of a form and its command. */
interface Filled {
  readonly form: string;
  readonly command: string;
  readonly values: Values;
}

/**
 * The refusal of a form, with what was filled in: a button opens the form with it once more. Files cannot be filled in again
 * for somebody: that is said.
 */
export const openingAgain = (context: Context, effects: Effects, again: Filled): Effects => {
  const { drafts = [] } = effects;
  if (!drafts.some(isFixable)) return effects;
  const offered = drafts.map((draft) =>
    isFixable(draft) && draft.content.kind === "notice" ? { ...draft, content: { ...draft.content, again } } : draft,
  );
  const told = whisper(context, "files", { kind: "notice", code: "filesAgain", values: {} });
  return { ...effects, drafts: hasFiles(context) ? [...offered, told] : offered };
};
