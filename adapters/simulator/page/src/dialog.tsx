import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog; Esc closes it and the focus goes back to where it was. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const place = useRef<HTMLDialogElement>(null);
  const name = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const pane = before?.closest(".pane");
    const dialog = place.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // What was pressed may be gone by now.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      else pane?.querySelector("textarea")?.focus();
    };
  }, []);
  return (
    <dialog
      ref={place}
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={name}>{title}</h2>
      {children}
    </dialog>
  );
};
