import { useState } from "preact/hooks";
import { words } from "./state.js";

const SHOWN_CHARS = 1_500;

/** Text as text; what is very long is folded. */
export const LongText = ({ text }: { readonly text: string }) => {
  const [open, setOpen] = useState(false);
  if (text.length <= SHOWN_CHARS) return <bdi dir="auto">{text}</bdi>;
  return (
    <>
      <bdi dir="auto">{open ? text : `${text.slice(0, SHOWN_CHARS)} …`}</bdi>{" "}
      <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.value.showLess : words.value.showMore}
      </button>
    </>
  );
};
