import type { Block } from "../../../../src/ports/chat/outbound.js";
import { API } from "./api.js";
import { words } from "./state.js";

type FileBlock = Extract<Block, { readonly kind: "file" }>;

/** Where a file is read; `name` is what it is saved as. */
export const fileAddress = (key: string, name: string): string =>
  `${API}/files/${encodeURIComponent(key)}?name=${encodeURIComponent(name)}`;

const Picture = ({ file }: { readonly file: FileBlock }) => {
  const { storeKey, name, altText } = file;
  const text = words.value;
  return (
    <figure class="picture">
      <a href={fileAddress(storeKey, name)} target="_blank" rel="noopener">
        <img src={fileAddress(storeKey, name)} alt={altText === "" ? text.undescribed(name) : altText} loading="lazy" />
      </a>
      <figcaption>
        <bdi class="file-name">{name}</bdi>
        {/* The picture itself says it to those who hear the page. */}
        <span aria-hidden="true" dir="auto">
          {altText === "" ? text.noAltText : `${text.altText}: ${altText}`}
        </span>
      </figcaption>
    </figure>
  );
};

/** A file with a message: a picture as such, anything else as a line that saves it. */
export const FileView = ({ file }: { readonly file: FileBlock }) => {
  const { storeKey, name, mediaType, sizeBytes, altText } = file;
  if (mediaType.startsWith("image/")) return <Picture file={file} />;
  return (
    <p class="file">
      <span aria-hidden="true">{mediaType.startsWith("audio/") ? "🎤" : "📄"}</span>
      <a href={fileAddress(storeKey, name)} download={name}>
        <bdi>{name}</bdi>
      </a>
      <span class="note">{words.value.fileSize(sizeBytes)}</span>
      {altText !== "" && <span class="note">{altText}</span>}
    </p>
  );
};
