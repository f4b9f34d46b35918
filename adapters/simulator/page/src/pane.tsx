import { AddButton } from "./add-button.js";
import { Composer } from "./composer.js";
import { MessageList } from "./message-list.js";
import { OutgoingList } from "./outgoing-list.js";
import { PersonSelect } from "./person-select.js";
import { channelOf, focused, type PaneProps, personOf, words, world } from "./state.js";
import type { Channel } from "./types.js";

/** Whose chat it is, and what it is called on the platform where the registry has another name. */
const subtitleOf = ({ name, platformName, agency }: Channel): string => {
  const owner = world.value?.agencies.find(({ id }) => id === agency)?.name;
  return [owner, platformName === name ? null : platformName].filter(Boolean).join(" · ");
};

const Head = (props: PaneProps) => {
  const shown = channelOf(props.channel);
  return (
    <header class="pane-head">
      <div class="pane-title">
        <h2>{shown?.name}</h2>
        <p>{shown && subtitleOf(shown)}</p>
      </div>
      <PersonSelect {...props} />
    </header>
  );
};

/** What is to be typed first in a chat nobody has bound, and by somebody nobody has registered. */
const Hint = ({ channel, person }: PaneProps) => {
  const { unbound, unboundHint, unregisteredHint } = words.value.newcomers;
  const hints = [
    channelOf(channel)?.bound === false ? `${unbound}. ${unboundHint}` : undefined,
    personOf(person)?.registered === false ? unregisteredHint : undefined,
  ].filter((hint) => hint !== undefined);
  return hints.length === 0 ? null : (
    <p class="pane-hint" data-testid="hint">
      {hints.join(" ")}
    </p>
  );
};

const Nobody = ({ at }: PaneProps) => (
  <div class="nobody">
    <p>{words.value.newcomers.nobody}</p>
    <AddButton wanted={{ what: "people", at }} look="primary" />
  </div>
);

/** One shown channel: who one is there, its messages, and where to write. */
export const Pane = (props: PaneProps) => {
  const { at, channel, person } = props;
  const focus = (): void => {
    focused.value = at;
  };
  return (
    <section
      class={at === focused.value ? "pane focused" : "pane"}
      data-testid="pane"
      data-channel={channel}
      aria-label={channelOf(channel)?.name}
      onFocusIn={focus}
      onPointerDown={focus}
    >
      <Head {...props} />
      <MessageList channel={channel} person={person} />
      <OutgoingList channel={channel} person={person} />
      <Hint {...props} />
      {person === "" ? <Nobody {...props} /> : <Composer channel={channel} person={person} />}
    </section>
  );
};
