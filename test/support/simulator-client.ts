/** A message as `GET /api/simulator/channels/:id/messages` gives it. */
export interface ShownMessage {
  readonly id: string;
  readonly from: string;
  readonly at: string;
  readonly text: string;
  readonly blocks: readonly { readonly kind: string; readonly name?: string; readonly storeKey?: string }[];
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly form?: string }[];
  readonly reactions: readonly { readonly emoji: string; readonly by: string }[];
  readonly replyTo: string | null;
  readonly editedAt: string | null;
  readonly visibleTo: string | null;
}

/** The world as `GET /api/simulator/world` gives it, as far as tests look at it. */
export interface ShownWorld {
  readonly now: string;
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly government: string;
    readonly bound: boolean;
  }[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly government: string;
    readonly registered: boolean;
    readonly roles: readonly { readonly role: string; readonly agency: string }[];
  }[];
}

/** What a person does, as `POST /api/simulator/events` takes it. */
export interface SimulatorEvent {
  readonly as: string;
  readonly channel: string;
  readonly type: "command" | "message" | "edited" | "action" | "reaction" | "form";
  readonly [field: string]: unknown;
}

const json = async (response: Response): Promise<unknown> => {
  if (response.ok) return response.json();
  throw new Error(`${response.status} ${response.url}: ${await response.text()}`);
};

/** The simulator's API at this address, asked for at each call, as a test drives it; a call rejects on an error status. */
export const simulatorClient = (url: () => string) => {
  const post = (path: string, body: object): Promise<Response> =>
    fetch(`${url()}/api/simulator${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const add = async (government: string, what: "channels" | "people", name: string): Promise<string> =>
    ((await json(await post(`/governments/${government}/${what}`, { name }))) as { id: string }).id;
  const idle = async (): Promise<void> => {
    await json(await fetch(`${url()}/api/simulator/idle?timeoutMs=20000`));
  };
  const messages = async (channel: string): Promise<readonly ShownMessage[]> =>
    (await json(await fetch(`${url()}/api/simulator/channels/${channel}/messages`))) as readonly ShownMessage[];
  const send = async (event: SimulatorEvent): Promise<{ eventId: string; duplicate: boolean }> =>
    (await json(await post("/events", event))) as { eventId: string; duplicate: boolean };
  return {
    post,
    send,
    /** Uploads a file; what the program answers, whatever it is. */
    upload: (
      bytes: NonNullable<RequestInit["body"]>,
      init: RequestInit & { readonly duplex?: "half" } = {},
    ): Promise<Response> => fetch(`${url()}/api/simulator/files`, { method: "POST", body: bytes, ...init }),
    idle,
    messages,
    /** Types a command and waits until everything it caused is done. */
    type: async (as: string, channel: string, text: string): Promise<void> => {
      await send({ as, channel, type: "command", text });
      await idle();
    },
    /** Presses the button with this label on the newest message that has it. */
    press: async (as: string, channel: string, label: string | RegExp): Promise<void> => {
      const matches = (text: string) => (typeof label === "string" ? text === label : label.test(text));
      const holder = (await messages(channel)).findLast((each) => each.buttons.some((one) => matches(one.label)));
      const button = holder?.buttons.find((one) => matches(one.label));
      if (!holder || !button) throw new Error(`no button ${label} in ${channel}`);
      await send({ as, channel, type: "action", message: holder.id, button: button.id });
      await idle();
    },
    react: async (as: string, channel: string, message: string, emoji: string): Promise<void> => {
      await send({ as, channel, type: "reaction", message, emoji });
      await idle();
    },
    clock: async (move: { advanceMinutes: number } | { to: "next-event" }): Promise<Date> => {
      const { now } = (await json(await post("/clock", move))) as { now: string };
      return new Date(now);
    },
    world: async () => json(await fetch(`${url()}/api/simulator/world`)) as Promise<ShownWorld>,
    /** Makes a chat nobody has bound; its id. */
    addChannel: (government: string, name: string): Promise<string> => add(government, "channels", name),
    /** Makes somebody nobody has registered; their id. */
    addPerson: (government: string, name: string): Promise<string> => add(government, "people", name),
    setLocale: async (government: string, locale: "id" | "en"): Promise<void> => {
      await json(
        await fetch(`${url()}/api/simulator/governments/${government}`, {
          method: "PUT",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ locale }),
        }),
      );
    },
    /** The bot's messages everybody sees. */
    said: async (channel: string): Promise<readonly ShownMessage[]> =>
      (await messages(channel)).filter((each) => each.from === "bot" && each.visibleTo === null),
    /** What the bot told this person alone. */
    whispered: async (channel: string, person: string): Promise<readonly ShownMessage[]> =>
      (await messages(channel)).filter((each) => each.from === "bot" && each.visibleTo === person),
  };
};
