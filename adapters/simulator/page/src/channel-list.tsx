import { Dialog } from "./dialog.js";
import { walkButtons } from "./focus.js";
import { LocaleSwitch } from "./locale-switch.js";
import { narrow } from "./narrow.js";
import { changeGovernment, showChannel } from "./navigate.js";
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

const SIGNS: Readonly<Record<Channel["purpose"] & string, string>> = { work: "#", approval: "✓", digest: "≡" };
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
        <span class={`avatar ${channel.purpose ?? "unbound"}`} aria-hidden="true">
          {channel.purpose === null ? "…" : SIGNS[channel.purpose]}
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

const GovernmentSelect = () => (
  <label class="field compact">
    <span>{words.value.government}</span>
    <select
      data-testid="government"
      value={government.value}
      onChange={(event) => {
        changeGovernment(event.currentTarget.value);
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

const Contents = () => (
  <>
    <GovernmentSelect />
    <nav class="channels" aria-label={words.value.channels}>
      <ul data-testid="channel-list" onKeyDown={walkButtons}>
        {channels.value.map((channel) => (
          <Item key={channel.id} channel={channel} />
        ))}
      </ul>
    </nav>
    <div class="side-foot">
      <LocaleSwitch />
    </div>
  </>
);

const closeDrawer = (): void => {
  drawerOpen.value = false;
};

/** The government's channels, and what concerns the page as a whole. A drawer on a narrow screen. */
export const ChannelList = () => {
  if (!narrow.value)
    return (
      <aside class="side">
        <Contents />
      </aside>
    );
  if (!drawerOpen.value) return null;
  return (
    <Dialog title={words.value.channels} onClose={closeDrawer} place="side">
      <button type="button" class="icon close" aria-label={words.value.closeChannels} onClick={closeDrawer}>
        ✕
      </button>
      <Contents />
    </Dialog>
  );
};
