import { useEffect, useRef } from "preact/hooks";
import { AddButton } from "./add-button.js";
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

const Sign = ({ purpose }: Pick<Channel, "purpose">) => (
  <span class={`avatar ${purpose ?? "unbound"}`} aria-hidden="true">
    {purpose === null ? "…" : SIGNS[purpose]}
  </span>
);

const Badge = ({ unread }: { readonly unread: number }) => (
  <span class="badge">
    <span aria-hidden="true">{unread}</span>
    <span class="sr">{words.value.unread(unread)}</span>
  </span>
);

/** Brings a chat that was just made into view: it stands at the end of a list that may be long. */
const useInView = (wanted: boolean) => {
  const place = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wanted) place.current?.scrollIntoView({ block: "nearest" });
  }, [wanted]);
  return place;
};

const Item = ({ channel }: { readonly channel: Channel }) => {
  const at = panes.value.findIndex((pane) => pane.channel === channel.id);
  const person = panes.value[at]?.person ?? usualPerson(channel);
  const unread = at >= 0 && !(narrow.value && at !== focused.value) ? 0 : unreadIn(channel.id, person);
  const last = visibleTo(logOf(channel.id).value.slice(-10), person).at(-1)?.text.slice(0, 120);
  const place = useInView(!channel.bound && at === focused.value);
  return (
    <li>
      <button
        ref={place}
        type="button"
        class={at >= 0 ? "channel shown" : "channel"}
        aria-current={at === focused.value ? "true" : undefined}
        onClick={() => showChannel(channel.id)}
      >
        <Sign purpose={channel.purpose} />
        <span class="channel-text">
          <span class="channel-name">{channel.name}</span>
          <span class="channel-last">
            <bdi>{last}</bdi>
          </span>
        </span>
        {unread > 0 && <Badge unread={unread} />}
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

const List = ({ of, testId }: { readonly of: readonly Channel[]; readonly testId: string }) => (
  <ul data-testid={testId} onKeyDown={walkButtons}>
    {of.map((channel) => (
      <Item key={channel.id} channel={channel} />
    ))}
  </ul>
);

/** Chats that are no agency's yet, and what makes them one's. */
const Unbound = ({ of }: { readonly of: readonly Channel[] }) => {
  const { unbound, unboundHint } = words.value.newcomers;
  return (
    <div class="unbound">
      <h3>{unbound}</h3>
      <p class="hint">{unboundHint}</p>
      <List of={of} testId="unbound-list" />
    </div>
  );
};

const Contents = () => {
  const bound = channels.value.filter((one) => one.bound);
  const unbound = channels.value.filter((one) => !one.bound);
  return (
    <>
      <GovernmentSelect />
      <nav class="channels" aria-label={words.value.channels}>
        {bound.length > 0 && <List of={bound} testId="channel-list" />}
        {unbound.length > 0 && <Unbound of={unbound} />}
        <AddButton wanted={{ what: "channels" }} look="quiet" />
      </nav>
      <div class="side-foot">
        <LocaleSwitch />
      </div>
    </>
  );
};

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
