import { hasExample, preparing, tryJabar } from "./example-jabar.js";
import { words } from "./state.js";

/** Shows an approval by a reaction, prepared so that one 👍 finishes it. */
export const ExampleButton = () =>
  hasExample.value ? (
    <button
      type="button"
      class="pill"
      data-testid="example-jabar"
      aria-busy={preparing.value}
      onClick={() => {
        tryJabar().catch(() => undefined);
      }}
    >
      {preparing.value ? words.value.preparing : words.value.exampleJabar}
    </button>
  ) : null;
