import { Composer } from "./composer.js";
import { MessageList } from "./message-list.js";
import { become } from "./navigate.js";
import { OutgoingList } from "./outgoing-list.js";
import { channelOf, focused, words, world } from "./state.js";
import type { Person } from "./types.js";

interface PaneProps {
  readonly at: number;
  readonly channel: string;
  readonly person: string;
}

const roleOf = (person: Person): string => {
  const role = person.roles[0]?.role;
  return role === undefined ? "" : `, ${words.value.roles[role] ?? role}`;
};

const Options = ({ people, label }: { readonly people: readonly Person[]; readonly label: string }) => (
  <optgroup label={label}>
    {people.map((person) => (
      <option key={person.id} value={person.id}>
        {person.name + roleOf(person)}
      </option>
    ))}
  </optgroup>
);

const PersonSelect = ({ at, channel, person }: PaneProps) => {
  const shown = channelOf(channel);
  const people = (world.value?.people ?? []).filter((one) => one.government === shown?.government);
  const near = (one: Person): boolean => one.roles.some(({ agency }) => agency === shown?.agency);
  return (
    <label class="person">
      <span>{words.value.person}</span>
      <select data-testid="person" value={person} onChange={(event) => become(at, event.currentTarget.value)}>
        <Options label={words.value.ofThisAgency} people={people.filter(near)} />
        <Options label={words.value.others} people={people.filter((one) => !near(one))} />
      </select>
    </label>
  );
};

/** One shown channel: who one is there, its messages, and where to write. */
export const Pane = (props: PaneProps) => {
  const { at, channel, person } = props;
  const shown = channelOf(channel);
  const agency = world.value?.agencies.find(({ id }) => id === shown?.agency);
  const focus = (): void => {
    focused.value = at;
  };
  return (
    <section
      class={at === focused.value ? "pane focused" : "pane"}
      data-testid="pane"
      data-channel={channel}
      aria-label={shown?.name}
      onFocusIn={focus}
      onPointerDown={focus}
    >
      <header class="pane-head">
        <div class="pane-title">
          <h2>{shown?.name}</h2>
          <p>{agency?.name}</p>
        </div>
        <PersonSelect {...props} />
      </header>
      <MessageList channel={channel} person={person} />
      <OutgoingList channel={channel} person={person} />
      <Composer channel={channel} person={person} />
    </section>
  );
};
