import { randomUUID } from "node:crypto";
import { maxAddedPerGovernment, type SimulatorAddition } from "../../ports/simulator-host.js";
import type { PrismaClient } from "../db/generated/client.js";

/** Adds to the simulated platform what no registry knows yet. Every method rejects when the database is down. */
export interface SimulatorAdditions {
  addChannel(governmentId: string, name: string): Promise<SimulatorAddition>;
  addPerson(governmentId: string, name: string): Promise<SimulatorAddition>;
}

interface Outcome {
  readonly isGovernment: boolean;
  readonly known: string | null;
  readonly added: string | null;
}

/** One addition after the other, so that the count below sees all before it. (The number is the program's own.) */
const IN_TURN = "select pg_advisory_xact_lock(7261626, 12)";

/** Id, government, name, most rows. */
const addTo = (table: "simulator_chat" | "simulator_user"): string => `
  with g as (select id from government where id = $2 and example),
  known as (select t.id from ${table} t join g on g.id = t.government_id where t.name = $3),
  added as (
    insert into ${table} (id, government_id, name)
    select $1, g.id, $3 from g
     where not exists (select from known)
       and (select count(*) from ${table} t where t.government_id = g.id) < $4::int
    returning id)
  select exists (select from g) as "isGovernment", (select id from known) as known, (select id from added) as added`;

const ADD_CHANNEL = addTo("simulator_chat");
const ADD_PERSON = addTo("simulator_user");

const additionOf = ({ isGovernment, known, added }: Outcome): SimulatorAddition => {
  if (!isGovernment) return "unknown";
  if (known !== null) return { id: known, isNew: false };
  return added === null ? "full" : { id: added, isNew: true };
};

/** Chats and people of the platform's own, for example governments only; `notify` is called after one was added. */
export const createSimulatorAdditions = (prisma: PrismaClient, notify: () => void): SimulatorAdditions => {
  const add = async (statement: string, governmentId: string, name: string): Promise<SimulatorAddition> => {
    const [, [outcome]] = await prisma.$transaction([
      prisma.$executeRawUnsafe(IN_TURN),
      prisma.$queryRawUnsafe<Outcome[]>(statement, randomUUID(), governmentId, name, maxAddedPerGovernment),
    ]);
    if (outcome === undefined) throw new Error("adding to the simulator came back empty");
    const addition = additionOf(outcome);
    if (typeof addition !== "string" && addition.isNew) notify();
    return addition;
  };
  return {
    addChannel: (governmentId, name) => add(ADD_CHANNEL, governmentId, name),
    addPerson: (governmentId, name) => add(ADD_PERSON, governmentId, name),
  };
};
