import type {
  SimulatorChannel,
  SimulatorHost,
  SimulatorPerson,
  SimulatorWorld,
} from "../../src/ports/simulator-host.js";
import { type Refusal, refuse, unknownChannel } from "./refusal.js";

/** Who acts where. */
export interface Scene {
  readonly person: SimulatorPerson;
  readonly channel: SimulatorChannel;
}

/** People and channels by id. */
export interface Places {
  /** Refuses with 404 what is unknown. Rejects when the store is down and has to be asked. */
  scene(person: string, channel: string): Promise<Scene | Refusal>;
  /** The person who wrote a message; undefined for the bot and for people who are gone. */
  author(id: string): Promise<SimulatorPerson | undefined>;
}

/** Keeps the last world, since people and channels hardly change, and asks again for an id it does not know. */
export const createPlaces = (host: SimulatorHost): Places => {
  let known: SimulatorWorld | undefined;

  const find = async <T>(pick: (world: SimulatorWorld) => T | undefined): Promise<T | undefined> => {
    const found = known === undefined ? undefined : pick(known);
    if (found !== undefined) return found;
    known = await host.world();
    return pick(known);
  };

  const findPerson = (id: string) => find(({ people }) => people.find((one) => one.id === id));
  const findChannel = (id: string) => find(({ channels }) => channels.find((one) => one.id === id));

  return {
    async scene(personId, channelId) {
      const person = await findPerson(personId);
      if (person === undefined) return refuse(404, "unknown-person", "`as` names nobody of the simulator's world.");
      const channel = await findChannel(channelId);
      return channel === undefined ? unknownChannel() : { person, channel };
    },
    author: (id) => findPerson(id),
  };
};
