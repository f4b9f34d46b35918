import { AddButton } from "./add-button.js";
import { words } from "./state.js";

/** Where the codes come from that bind and register. */
export const CodesFrom = () => {
  const [before, command, after] = words.value.newcomers.codes;
  return (
    <p>
      {before}
      <code>{command}</code>
      {after}
    </p>
  );
};

/** What to do in a government that has no chats. */
export const EmptyGovernment = () => {
  const { nothing, steps } = words.value.newcomers;
  return (
    <section class="beginning" data-testid="beginning" aria-labelledby="beginning">
      <h2 id="beginning">{nothing}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <CodesFrom />
      <AddButton wanted={{ what: "channels" }} look="primary" />
    </section>
  );
};
