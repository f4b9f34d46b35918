import type { Block } from "../../../../src/ports/chat/outbound.js";
import { caseCodesIn } from "./case-codes.js";
import { FileView } from "./file-view.js";
import { LongText } from "./long-text.js";
import { Spans } from "./spans.js";
import { statusTone } from "./status-tone.js";

const SEPARATOR = " · ";

/** A card's code, and its status as a coloured label. */
const Heading = ({ text }: { readonly text: string }) => {
  const at = text.indexOf(SEPARATOR);
  if (at < 0) return <h3 class="heading">{text}</h3>;
  const name = text.slice(0, at);
  const status = text.slice(at + SEPARATOR.length);
  return (
    <h3 class="heading">
      <span class={caseCodesIn(name).length > 0 ? "code-name case-code" : "code-name"}>{name}</span>
      <span class="sr">{SEPARATOR}</span>
      <span class={`status ${statusTone(status)}`}>{status}</span>
    </h3>
  );
};

/** One block of a message. Buttons stand below the message, not here. */
export const BlockView = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case "heading":
      return <Heading text={block.text} />;
    case "text":
      return (
        <p class="text">
          <Spans spans={block.spans} />
        </p>
      );
    case "quote":
      return (
        <blockquote dir="auto">
          <Spans spans={block.spans} />
        </blockquote>
      );
    case "note":
      return (
        <p class="note">
          <Spans spans={block.spans} />
        </p>
      );
    case "code":
      return (
        <pre class="code">
          <LongText text={block.text} />
        </pre>
      );
    case "file":
      return <FileView file={block} />;
    case "divider":
      return <hr />;
    case "fields":
      return (
        <dl class="fields">
          {block.items.map(({ label, value }, at) => (
            <div key={`${at} ${label}`}>
              <dt>{label}</dt>
              <dd dir="auto">
                <Spans spans={value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case "buttons":
      return null;
    default:
      return block satisfies never;
  }
};
