import { expect } from "vitest";
import { simulatorClient } from "./simulator-client.js";

interface Actors {
  readonly url: string;
  /** Name of the government. */
  readonly government: string;
  /** What is typed, by what it is for, as the setup printed it. */
  readonly code: (words: RegExp) => string;
  /** Letters of the agency that is asked, and of the one that answers. */
  readonly home: string;
  readonly related: string;
  readonly admin: RegExp;
  readonly officers: Readonly<Record<"home" | "related", RegExp>>;
}

/**
 * From the codes a setup printed to the first closed case, through the simulator's HTTP API alone: chats are bound, people
 * join, a question is logged, forwarded, answered, posted and closed.
 */
export const playFirstCase = async (actors: Actors): Promise<void> => {
  const { code, home, related } = actors;
  const client = simulatorClient(() => actors.url);
  const { governments } = (await client.world()) as unknown as {
    readonly governments: readonly { readonly id: string; readonly name: string }[];
  };
  const government = governments.find(({ name }) => name === actors.government)?.id ?? "";
  const chatOf = async (letters: string, person: string): Promise<string> => {
    const chat = await client.addChannel(government, `Grup ${letters}`);
    await client.type(person, chat, code(new RegExp(`${letters} · (Kerja|Work)`)));
    expect((await client.said(chat)).at(-1)?.text).toMatch(/grup kerja|work chat/);
    return chat;
  };
  const join = async (name: string, chat: string, words: RegExp): Promise<string> => {
    const person = await client.addPerson(government, name);
    await client.type(person, chat, code(words));
    expect((await client.whispered(chat, person)).at(-1)?.text).toMatch(/Selamat datang|Welcome/);
    return person;
  };

  const lobby = await client.addChannel(government, "Lobi");
  const admin = await join("Admin", lobby, actors.admin);
  const homeChat = await chatOf(home, admin);
  const relatedChat = await chatOf(related, admin);
  const asked = await join("Petugas 1", homeChat, actors.officers.home);
  const answering = await join("Petugas 2", relatedChat, actors.officers.related);

  await client.type(asked, homeChat, "/inquiry Kapan bus sekolah lewat? from=@warga");
  await client.type(asked, homeChat, `/forward 1 ${related.toLowerCase()}`);
  expect((await client.said(relatedChat)).at(-1)?.text).toContain("Kapan bus sekolah lewat?");
  await client.type(answering, relatedChat, "/answer 1 Setiap pukul 06.30.");
  await client.type(asked, homeChat, "/posted 1 https://example.org/p/1");
  const card = (await client.said(homeChat)).find(({ text }) => text.includes("Kapan bus sekolah lewat?"));
  expect(card?.text).toMatch(/Selesai|Closed/);
  expect(card?.text).toContain("Setiap pukul 06.30.");
};
