import { useId } from "preact/hooks";
import { AddButton } from "./add-button.js";
import { become } from "./navigate.js";
import { channelOf, type PaneProps, peopleOf, words } from "./state.js";
import type { Person } from "./types.js";

/** "Dina (Dishub), petugas"; last, what they call themselves on the platform, where the registry has another name. */
const lineOf = ({ name, platformName, registered, roles }: Person): string => {
  const { roles: labels, newcomers } = words.value;
  const role = roles[0]?.role ?? "";
  const what = registered ? (labels[role] ?? role) : newcomers.unregistered;
  const line = [name, what].filter(Boolean).join(", ");
  return platformName === null || platformName === name ? line : `${line} (${platformName})`;
};

const Options = ({ people, label }: { readonly people: readonly Person[]; readonly label: string }) =>
  people.length === 0 ? null : (
    <optgroup label={label}>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {lineOf(person)}
        </option>
      ))}
    </optgroup>
  );

/** Who one is in a pane, and a way to be somebody new. */
export const PersonSelect = ({ at, channel, person }: PaneProps) => {
  const id = useId();
  const shown = channelOf(channel);
  const people = peopleOf(shown?.government ?? "");
  if (people.length === 0) return null;
  const registered = people.filter((one) => one.registered);
  const near = registered.filter(({ roles }) => roles.some(({ agency }) => agency === shown?.agency));
  const { ofThisAgency, others, newcomers } = words.value;
  return (
    <div class="person">
      <label for={id}>{words.value.person}</label>
      <select id={id} data-testid="person" value={person} onChange={(event) => become(at, event.currentTarget.value)}>
        <Options label={ofThisAgency} people={near} />
        <Options
          label={shown?.bound ? others : newcomers.registered}
          people={registered.filter((one) => !near.includes(one))}
        />
        <Options label={newcomers.notRegistered} people={people.filter((one) => !one.registered)} />
      </select>
      <AddButton wanted={{ what: "people", at }} look="short" />
    </div>
  );
};
