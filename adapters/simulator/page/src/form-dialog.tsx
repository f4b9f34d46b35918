import type { FormSpec } from "../../../../src/ports/chat/forms.js";
import { AttachButton } from "./attach-button.js";
import { AttachedList } from "./attached-list.js";
import { Dialog } from "./dialog.js";
import { asked, closeForm, type FormRequest, filesBeside, useFilling } from "./filling.js";
import { InputView } from "./form-input.js";
import { messageOf } from "./message-log.js";
import { gistOf } from "./message-props.js";
import { Spans } from "./spans.js";
import { locale, logOf, surface, words } from "./state.js";

/** Which case a card's form is about. */
const About = ({ request }: { readonly request: FormRequest }) => {
  const message = messageOf(logOf(request.channel).value, request.message ?? null);
  const quote = message?.blocks.find((block) => block.kind === "quote");
  if (!message) return null;
  return (
    <div class="about">
      <p>{gistOf(message)}</p>
      {quote && (
        <blockquote dir="auto">
          <Spans spans={quote.spans} />
        </blockquote>
      )}
    </div>
  );
};

const Form = ({ spec, request }: { readonly spec: FormSpec; readonly request: FormRequest }) => {
  const { values, page, setPage, problem, refused, busy, inputs, change, submit } = useFilling(spec, request);
  const text = words.value;
  const count = spec.pages.length;
  return (
    <form onSubmit={submit} noValidate>
      {count > 1 && <p class="note">{text.page(page + 1, count)}</p>}
      <About request={request} />
      {inputs.map((input, at) => (
        <InputView
          key={input.name}
          place={request}
          input={input}
          first={at === 0}
          value={values[input.name] ?? ""}
          problem={problem?.input === input.name ? problem.text : undefined}
          onInput={(value) => change(input.name, value)}
        />
      ))}
      {spec.files === true && page + 1 === count && (
        <div class="form-files">
          <AttachedList place={filesBeside(request)} />
          <AttachButton place={filesBeside(request)} wide />
        </div>
      )}
      {refused !== undefined && (
        <p class="error" role="alert">
          {refused}
        </p>
      )}
      <div class="dialog-foot">
        <button type="button" class="pill" onClick={page === 0 ? closeForm : () => setPage(page - 1)}>
          {page === 0 ? text.cancel : text.back}
        </button>
        <button type="submit" class="pill primary" aria-busy={busy}>
          {busy ? text.sending : page + 1 < count ? text.next : spec.submit[locale.value]}
        </button>
      </div>
    </form>
  );
};

/** The form being filled in, if one is. What was typed stays when it is left or refused. */
export const FormDialog = () => {
  const request = asked.value;
  const spec = surface.value.forms.find(({ id }) => id === request?.form);
  if (!request || !spec) return null;
  return (
    <Dialog title={spec.title[locale.value]} onClose={closeForm}>
      <Form spec={spec} request={request} />
    </Dialog>
  );
};
