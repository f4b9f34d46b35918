import type { Span } from "../../../../src/ports/chat/outbound.js";
import { now } from "./clock.js";
import { remaining } from "./remaining.js";

/** Links lead to the web and nowhere else. */
export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

const Countdown = ({ at, text }: { readonly at: string; readonly text: string }) => {
  const { text: rest, tone } = remaining(Date.parse(at), now.value);
  return (
    <>
      <time dateTime={at}>{text}</time> <span class={`countdown ${tone}`}>{rest}</span>
    </>
  );
};

const SpanView = ({ span }: { readonly span: Span }) => {
  switch (span.kind) {
    case "plain":
      return <>{span.text}</>;
    case "bold":
      return <strong>{span.text}</strong>;
    case "italic":
      return <em>{span.text}</em>;
    case "code":
      return <code>{span.text}</code>;
    case "link":
      return isWeb(span.url) ? (
        <a href={span.url} target="_blank" rel="noopener noreferrer nofollow">
          {span.text}
        </a>
      ) : (
        span.text
      );
    case "time":
      return <Countdown at={span.at} text={span.text} />;
    case "mention":
      return <span class="mention">@{span.fallback.replace(/^@/, "")}</span>;
    default:
      return span satisfies never;
  }
};

/** Runs of text; whatever is in them is text. */
export const Spans = ({ spans }: { readonly spans: readonly Span[] }) => (
  <bdi>
    {spans.map((span, at) => (
      <SpanView key={at} span={span} />
    ))}
  </bdi>
);
