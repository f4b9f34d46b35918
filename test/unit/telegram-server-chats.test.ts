import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Update, User } from "../support/telegram/objects.js";
import type { Place } from "../support/telegram/world.js";
import { callTelegram } from "../support/telegram-client.js";
import { createTelegramServer, type TelegramServer } from "../support/telegram-server.js";

let server: TelegramServer;
let budi: User;
let group: Place;

beforeEach(async () => {
  server = await createTelegramServer();
  budi = server.addPerson({ first_name: "Budi", username: "budi_pupr" });
  group = server.addGroup("PUPR", [budi]);
});
afterEach(() => server.close());

const call = (method: string, params: object | FormData = {}) => callTelegram(server, method, params);

const updatesOf = async (params: object = {}): Promise<readonly Update[]> =>
  (await call("getUpdates", params)).result as readonly Update[];

const sent = async (params: object = {}): Promise<number> => {
  const { result } = await call("sendMessage", { chat_id: group.id, text: "kartu", ...params });
  return (result as { readonly message_id: number }).message_id;
};

/** The status and the words of a refusal. */
const refused = async (method: string, params: object | FormData): Promise<string> => {
  const { status, description } = await call(method, params);
  return `${status} ${description}`;
};

describe("chats", () => {
  it("move: the old one names the new one, whose messages are counted anew", async () => {
    const card = await sent();
    const moved = server.migrate(budi, group);
    expect(await updatesOf()).toMatchObject([
      { message: { chat: { id: group.id, type: "group" }, migrate_to_chat_id: moved.id } },
      { message: { chat: { id: moved.id, type: "supergroup" }, migrate_from_chat_id: group.id } },
      { my_chat_member: { chat: { id: moved.id }, new_chat_member: { status: "member" } } },
    ]);
    expect(await call("sendMessage", { chat_id: group.id, text: "x" })).toMatchObject({
      status: 400,
      parameters: { migrate_to_chat_id: moved.id },
    });
    const edit = { chat_id: moved.id, message_id: card + 100, text: "x" };
    expect(await refused("editMessageText", edit)).toContain("message to edit not found");
  });

  it("are left and stopped, and say so", async () => {
    server.setBot(budi, group, "kicked");
    expect(await updatesOf()).toMatchObject([
      { my_chat_member: { old_chat_member: { status: "member" }, new_chat_member: { status: "kicked" } } },
    ]);
    const kicked = "403 Forbidden: bot was kicked from the group chat";
    expect(await refused("sendMessage", { chat_id: group.id, text: "x" })).toBe(kicked);
    const alone = { chat_id: budi.id, text: "x" };
    expect(await refused("sendMessage", alone)).toContain("can't initiate conversation");
    server.hand(budi).say("/start kode");
    const place = server.world.places.get(budi.id);
    if (place) server.setBot(budi, place, "kicked");
    expect(await refused("sendMessage", alone)).toBe("403 Forbidden: bot was blocked by the user");
  });

  it("have topics, whose messages answer what opened them", async () => {
    const forum = server.addGroup("Kota", [budi], { kind: "supergroup", isForum: true, bot: "administrator" });
    const topic = server.openTopic(budi, forum, "Jalan");
    server.hand(budi, forum).say("lubang", { thread: topic });
    expect((await updatesOf()).at(-1)).toMatchObject({
      message: { message_thread_id: topic, is_topic_message: true, reply_to_message: { message_id: topic } },
    });
    await call("sendMessage", { chat_id: forum.id, text: "x", message_thread_id: topic });
    expect(server.read(forum).at(-1)).toMatchObject({ thread: topic });
  });
});

describe("files", () => {
  it("travel both ways", async () => {
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const form = new FormData();
    form.set("chat_id", String(group.id));
    form.set("caption", "jalan rusak");
    form.set("reply_markup", JSON.stringify({ inline_keyboard: [[{ text: "x", url: "https://example.org/" }]] }));
    form.set("photo", new File([bytes], "jalan.png"));
    const { result } = await call("sendPhoto", form);
    const sizes = (result as { readonly photo: readonly { readonly file_id: string }[] }).photo;
    expect(server.violations).toEqual([]);
    expect(server.read(group)).toMatchObject([{ text: "jalan rusak", file: { kind: "photo", bytes } }]);
    const file = (await call("getFile", { file_id: sizes.at(-1)?.file_id })).result as { readonly file_path: string };
    const address = `${server.apiRoot}/file/bot${server.token}/${file.file_path}`;
    expect(new Uint8Array(await (await fetch(address)).arrayBuffer())).toEqual(bytes);
    expect(await refused("getFile", { file_id: "nothing" })).toContain("invalid file_id");
    expect(await refused("getFile", { file_id: "file-0" })).toContain("wrong file_id");
    form.set("photo", new File(["bukan gambar"], "x.png"));
    expect(await refused("sendPhoto", form)).toContain("IMAGE_PROCESS_FAILED");
    form.set("photo", new File([bytes], "x.png"));
    form.set("caption", "a".repeat(1025));
    expect(await refused("sendPhoto", form)).toContain("message caption is too long");
    const large = { kind: "document", name: "x.pdf", mediaType: "application/pdf" } as const;
    server.hand(budi, group).send({ ...large, bytes: new Uint8Array(20 * 1024 * 1024 + 1), caption: "/catat" });
    const [update] = await updatesOf();
    const message = update?.message as { readonly document: { readonly file_id: string } } | undefined;
    expect(await refused("getFile", { file_id: message?.document.file_id })).toContain("file is too big");
  });
});

describe("the list of commands", () => {
  it("is kept by scope and language", async () => {
    const commands = [{ command: "status", description: "Keadaan kasus" }];
    const scope = { type: "all_group_chats" };
    await call("setMyCommands", { commands, scope, language_code: "id" });
    expect((await call("getMyCommands", { scope, language_code: "id" })).result).toEqual(commands);
    expect((await call("getMyCommands", { scope })).result).toEqual([]);
    const wrong = [{ command: "Status!", description: "x" }];
    expect(await refused("setMyCommands", { commands: wrong })).toContain("BOT_COMMAND_INVALID");
  });
});
