import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Where it stands: in the middle, or at the side. */
  readonly place?: "middle" | "side";
}

/** Opens as modal with the keyboard in its first input, if it has one; what had the focus gets it back. */
const useModal = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const pane = before?.closest(".pane");
    const current = dialog.current;
    current?.showModal();
    current?.querySelector<HTMLElement>("input, textarea, select")?.focus();
    return () => {
      current?.close();
      // What was pressed may be gone by now.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      else pane?.querySelector("textarea")?.focus();
    };
  }, []);
  return dialog;
};

/** A modal dialog; Esc closes it, at the side also a tap beside it, and the focus goes back to where it was. */
export const Dialog = ({ title, onClose, children, place = "middle" }: DialogProps) => {
  const dialog = useModal();
  const name = useId();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same
    <dialog
      ref={dialog}
      class={place}
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (place === "side" && event.target === dialog.current) onClose();
      }}
    >
      <h2 id={name}>{title}</h2>
      {children}
    </dialog>
  );
};
