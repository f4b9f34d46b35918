import { useId } from "preact/hooks";
import { maxAltTextChars } from "../../../../src/chatkit/file-name.js";
import { type Attached, type Attachments, describe, detach } from "./attaching.js";
import { fileAddress } from "./file-view.js";
import { words } from "./state.js";

interface ItemProps {
  readonly place: Attachments;
  readonly file: Attached;
}

/** To the words the files stand beside, in a form as in a message. */
const focusWords = (from: Element): void => from.closest("form")?.querySelector("textarea")?.focus();

const State = ({ file }: { readonly file: Attached }) => {
  if (file.state === "refused")
    return (
      <p class="error" role="alert">
        {words.value.refused[file.code ?? ""] ?? words.value.refusedOtherwise}
      </p>
    );
  if (file.state === "ready") return <p class="note">{words.value.fileSize(file.sizeBytes)}</p>;
  const percent = Math.round(file.progress * 100);
  return (
    <p class="note">
      <progress max={100} value={percent} aria-label={words.value.uploading(file.name)} /> {percent}%
    </p>
  );
};

const AltText = ({ place, file }: ItemProps) => {
  const id = useId();
  return (
    <div class="alt-text">
      <label for={id}>{words.value.altText}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        maxLength={maxAltTextChars}
        placeholder={words.value.altHint}
        value={file.altText}
        onInput={(event) => describe(place, file.id, event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter would send the message before it is written.
          if (event.key === "Enter" && !event.isComposing) {
            event.preventDefault();
            focusWords(event.currentTarget);
          }
        }}
      />
    </div>
  );
};

const Item = ({ place, file }: ItemProps) => {
  const isPicture = file.mediaType.startsWith("image/");
  const { handle } = file;
  return (
    <li class="attached" data-testid="attached">
      {isPicture && handle !== undefined ? (
        <img src={fileAddress(handle, file.name)} alt="" />
      ) : (
        <span class="file-icon" aria-hidden="true">
          📄
        </span>
      )}
      <div>
        <p class="file-name">
          <bdi>{file.name}</bdi>
        </p>
        <State file={file} />
        {isPicture && file.state !== "refused" && <AltText place={place} file={file} />}
      </div>
      <button
        type="button"
        class="icon small"
        aria-label={words.value.removeFile(file.name)}
        onClick={(event) => {
          focusWords(event.currentTarget);
          detach(place, file.id);
        }}
      >
        ✕
      </button>
    </li>
  );
};

/** The files beside what is being written, each with how it stands and what it shows. */
export const AttachedList = ({ place }: { readonly place: Attachments }) => {
  if (place.value.length === 0) return null;
  return (
    <ul class="attached-list" aria-label={words.value.attachments}>
      {place.value.map((file) => (
        <Item key={file.id} place={place} file={file} />
      ))}
    </ul>
  );
};
