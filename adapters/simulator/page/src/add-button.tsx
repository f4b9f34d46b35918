import { type Adding, askName } from "./adding.js";
import { words } from "./state.js";

interface AddProps {
  readonly wanted: Adding;
  /** How much it stands out: a quiet line, a line that is a sign alone where there is no room, or what to do next. */
  readonly look: "quiet" | "short" | "primary";
}

const LOOKS: Readonly<Record<AddProps["look"], string>> = {
  quiet: "add-line",
  short: "add-line short",
  primary: "pill primary",
};

/** Asks for a new chat or person. */
export const AddButton = ({ wanted, look }: AddProps) => {
  const { addChannel, addPerson } = words.value.newcomers;
  return (
    <button type="button" class={LOOKS[look]} aria-haspopup="dialog" onClick={() => askName(wanted)}>
      <span aria-hidden="true">+</span>{" "}
      <span class="add-label">{wanted.what === "channels" ? addChannel : addPerson}</span>
    </button>
  );
};
