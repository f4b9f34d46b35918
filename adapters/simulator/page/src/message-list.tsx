import { useEffect, useRef } from "preact/hooks";
import { dayOf } from "./clock.js";
import { CodesFrom } from "./empty-government.js";
import { useHandingOn } from "./focus.js";
import { LogButton } from "./log-button.js";
import { MessageView } from "./message.js";
import { type Log, lastId } from "./message-log.js";
import { authorOf } from "./message-props.js";
import { outgoing } from "./outgoing.js";
import { channelOf, loadState, logOf, seenIn, visibleTo, words } from "./state.js";
import { useVirtualList } from "./use-virtual-list.js";

interface ListProps {
  readonly channel: string;
  readonly person: string;
}

/** The day a message opens, if the one before is of another. */
const dayBefore = (log: Log, index: number): string | undefined => {
  const day = dayOf(Date.parse(log[index]?.at ?? ""));
  const former = log[index - 1];
  return former && dayOf(Date.parse(former.at)) === day ? undefined : day;
};

interface AnnouncerProps {
  readonly log: Log;
  readonly person: string;
  readonly loaded: boolean;
}

/** Tells screen readers what is new; the list itself stays silent, because scrolling changes it too. */
const Announcer = ({ log, person, loaded }: AnnouncerProps) => {
  const start = useRef<number | undefined>(undefined);
  if (loaded && start.current === undefined) start.current = lastId(log);
  const since = start.current ?? Number.POSITIVE_INFINITY;
  const fresh = log.slice(-3).filter(({ id, from }) => Number(id) > since && from !== person);
  return (
    <div class="sr" aria-live="polite">
      {fresh.map(({ id, from, text }) => (
        <p key={id}>{words.value.newMessage(authorOf(from), text.slice(0, 400))}</p>
      ))}
    </div>
  );
};

/** Why there is nothing to read, and what can be done. */
const Empty = ({ channel, person }: ListProps) => {
  const text = words.value;
  const state = loadState(channel).value;
  if (state === "failed")
    return (
      <p class="empty-log" role="status">
        {text.loadFailed}
      </p>
    );
  if (state !== "loaded") return <p class="empty-log">{text.loading}</p>;
  if (channelOf(channel)?.purpose === "digest") return <p class="empty-log">{text.noDigest}</p>;
  return (
    <div class="empty-log">
      <p>{text.noMessages}</p>
      {channelOf(channel)?.bound === false && <CodesFrom />}
      <LogButton channel={channel} person={person} wide />
    </div>
  );
};

interface RowsProps extends ListProps {
  readonly log: Log;
  readonly virtualizer: ReturnType<typeof useVirtualList>["virtualizer"];
}

const Rows = ({ channel, person, log, virtualizer }: RowsProps) => {
  const items = virtualizer.getVirtualItems();
  return (
    <div class="log-size" style={{ height: `${virtualizer.getTotalSize()}px` }}>
      <div class="log-window" style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
        {items.map(({ index, key }) => {
          const message = log[index];
          const day = dayBefore(log, index);
          return message ? (
            <div key={key} data-index={index} ref={virtualizer.measureElement} class="row">
              {day !== undefined && <p class="day">{day}</p>}
              <MessageView channel={channel} person={person} message={message} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
};

/** Who writes wants to see it arrive. */
const useFollowingOwn = (channel: string, person: string, follow: () => void): void => {
  const count = outgoing.value.filter(({ event }) => event.channel === channel && event.as === person).length;
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) follow();
    before.current = count;
  }, [count]);
};

const ToNewest = ({ onClick }: { readonly onClick: () => void }) => (
  <button
    ref={useHandingOn()}
    type="button"
    class="icon to-newest"
    aria-label={words.value.newest}
    title={words.value.newest}
    onClick={onClick}
  >
    ↓
  </button>
);

/** A channel's messages as this person sees them. */
export const MessageList = ({ channel, person }: ListProps) => {
  const log = visibleTo(logOf(channel).value, person);
  const { scroller, virtualizer } = useVirtualList(log.map(({ id }) => id));
  const end = lastId(logOf(channel).value);
  const atEnd = virtualizer.isAtEnd();
  const loaded = loadState(channel).value === "loaded";
  useEffect(() => {
    if (atEnd && loaded) seenIn(channel).value = end;
  }, [channel, end, atEnd, loaded]);
  useFollowingOwn(channel, person, () => virtualizer.scrollToEnd());
  return (
    <div class="log-place">
      <div
        ref={scroller}
        class="log"
        role="log"
        aria-live="off"
        aria-label={words.value.messagesIn(channelOf(channel)?.name ?? "")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
        tabIndex={0}
      >
        {log.length === 0 && <Empty channel={channel} person={person} />}
        <Rows channel={channel} person={person} log={log} virtualizer={virtualizer} />
      </div>
      {log.length > 0 && !atEnd && <ToNewest onClick={() => virtualizer.scrollToEnd()} />}
      <Announcer log={log} person={person} loaded={loaded} />
    </div>
  );
};
