import { useRef } from "preact/hooks";
import { allowedMediaTypes } from "../../../../src/ports/files.js";
import { type Attachments, attach } from "./attaching.js";
import { words } from "./state.js";

/** Opens the choice of files. */
export const AttachButton = ({ place, wide = false }: { readonly place: Attachments; readonly wide?: boolean }) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={wide ? "pill" : "icon add"}
        title={words.value.attach}
        aria-label={wide ? undefined : words.value.attach}
        onClick={() => input.current?.click()}
      >
        {wide ? `📎 ${words.value.attach}` : "📎"}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="file-input"
        accept={allowedMediaTypes.join(",")}
        onChange={(event) => {
          attach(place, event.currentTarget.files ?? []);
          // The same file may be chosen again after it was taken away.
          event.currentTarget.value = "";
        }}
      />
    </>
  );
};

/** Files that were pasted or dropped. Whether there were any. */
export const takeFiles = (place: Attachments, data: DataTransfer | null): boolean => {
  const files = [...(data?.files ?? [])];
  attach(place, files);
  return files.length > 0;
};
