import { useEffect, useRef } from "preact/hooks";
import { ExampleButton } from "./example-button.js";
import { LocaleSwitch } from "./locale-switch.js";
import { narrow } from "./narrow.js";
import { openGovernment, showChannel } from "./navigate.js";
import {
  channels,
  drawerOpen,
  focused,
  government,
  logOf,
  panes,
  usualPerson,
  visibleTo,
  words,
  world,
} from "./state.js";
import type { Channel } from "./types.js";
import { unreadIn } from "./unread.js";

const SIGNS: Readonly<Record<Channel["purpose"], string>> = { work: "#", approval: "✓", digest: "≡" };
/** The field is labelled so already; without it the name fits. */
const PREFIX = /^Pemerintah (Daerah )?/;

const Item = ({ channel }: { readonly channel: Channel }) => {
  const at = panes.value.findIndex((pane) => pane.channel === channel.id);
  const person = panes.value[at]?.person ?? usualPerson(channel);
  const unread = at >= 0 && !(narrow.value && at !== focused.value) ? 0 : unreadIn(channel.id, person);
  const last = visibleTo(logOf(channel.id).value.slice(-10), person).at(-1)?.text.slice(0, 120);
  return (
    <li>
      <button
        type="button"
        class={at >= 0 ? "channel shown" : "channel"}
        aria-current={at === focused.value ? "true" : undefined}
        onClick={() => showChannel(channel.id)}
      >
        <span class={`avatar ${channel.purpose}`} aria-hidden="true">
          {SIGNS[channel.purpose]}
        </span>
        <span class="channel-text">
          <span class="channel-name">{channel.name}</span>
          <span class="channel-last">
            <bdi>{last}</bdi>
          </span>
        </span>
        {unread > 0 && (
          <span class="badge">
            <span aria-hidden="true">{unread}</span>
            <span class="sr">{words.value.unread(unread)}</span>
          </span>
        )}
      </button>
    </li>
  );
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const walk = (event: KeyboardEvent): void => {
  const list = event.currentTarget as HTMLElement;
  const buttons = [...list.querySelectorAll<HTMLElement>("button")];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const step = STEPS[event.key];
  const to = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : step === undefined ? -1 : at + step;
  const next = buttons[to];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

const GovernmentSelect = () => (
  <label class="field compact">
    <span>{words.value.government}</span>
    <select
      data-testid="government"
      value={government.value}
      onChange={(event) => {
        openGovernment(event.currentTarget.value).catch(() => undefined);
      }}
    >
      {world.value?.governments.map(({ id, name }) => (
        <option key={id} value={id}>
          {name.replace(PREFIX, "")}
        </option>
      ))}
    </select>
  </label>
);

/** The government's channels, and what concerns the page as a whole. A drawer on a narrow screen. */
export const ChannelList = () => {
  const place = useRef<HTMLElement>(null);
  const closed = narrow.value && !drawerOpen.value;
  useEffect(() => {
    if (narrow.value && drawerOpen.value) place.current?.querySelector("select")?.focus();
  }, [drawerOpen.value]);
  return (
    <aside
      ref={place}
      class="side"
      hidden={closed}
      onKeyDown={(event) => {
        if (event.key === "Escape") drawerOpen.value = false;
      }}
    >
      <GovernmentSelect />
      <nav class="channels" aria-label={words.value.channels}>
        <ul data-testid="channel-list" onKeyDown={walk}>
          {channels.value.map((channel) => (
            <Item key={channel.id} channel={channel} />
          ))}
        </ul>
      </nav>
      <div class="side-foot">
        <ExampleButton />
        <LocaleSwitch />
      </div>
    </aside>
  );
};
