import { preparing, tryJabar } from "./example-jabar.js";
import { drawerOpen, words } from "./state.js";

/** Shows an approval by a reaction, prepared so that one 👍 finishes it. */
export const ExampleButton = () => (
  <button
    type="button"
    class="pill wide"
    data-testid="example-jabar"
    aria-busy={preparing.value}
    onClick={() => {
      drawerOpen.value = false;
      tryJabar().catch(() => undefined);
    }}
  >
    {preparing.value ? words.value.preparing : words.value.exampleJabar}
  </button>
);
