import type {
  agencies as agenciesInIndonesian,
  channels as channelsInIndonesian,
  confirm as confirmInIndonesian,
} from "../id/registry-lists.js";

export const agencies: typeof agenciesInIndonesian = {
  heading: (total) => `Agencies (${total})`,
  empty: 'There is no agency yet. To add one: /agency dishub name="Transport Office".',
  kinds: { internal: "of the government", external: "outside the government" },
  people: (count, role) => `${count} × ${role}`,
  has: (chats) => chats,
  lacks: (chats) => `no ${chats} yet`,
  hint: "To see one: /agency and its code.",
  keepHint: 'To add one: /agency dishub name="Transport Office"; one outside, such as PLN, with kind=external.',
  external:
    "Agencies outside the government are not bound by the regulation's clock: forwards to them have no deadline.",
  added: (name, code) => `${name} is registered with the code ${code}.`,
  changed: (name) => `${name} was changed.`,
  next: (code) => `Next: connect its chats with /channel ${code}, then invite its people with /member.`,
};

export const channels: typeof channelsInIndonesian = {
  heading: (whose, total) => `Connected chats of ${whose} (${total})`,
  empty: (whose) =>
    `No chat of ${whose} is connected yet. The communications office or an admin gets a code by /channel.`,
  hint: "A chat is connected by a code that works once: get it here, then type /setup and the code in that chat.",
};

export const confirm: typeof confirmInIndonesian = {
  unbind: (name, what, lost) =>
    `Disconnect ${name} (${what})? Until another is connected, ${lost} reach nobody. What already waits is still sent to the old chat.`,
  endrole: (name, role, agency) =>
    `End ${name} as ${role} of ${agency}? The right ends at once, without days of grace.`,
  unlink: (name, platform, user) =>
    `Remove the ${platform} account ${user} of ${name}? It is known no longer; the person and their roles stay.`,
  acting: (name, home, agency) =>
    `${name} is registered in ${home}, not in ${agency}. Name ${name} to act for an official of ${agency}? Who acts may approve texts of ${agency}.`,
  actingUntil: (day) => `Until ${day}.`,
  accept: (what, name) =>
    `That code was made for ${what}, and you are registered as ${name}. Use it for yourself? If not, leave it: it is not used.`,
  external: (name, hours, citation) =>
    `Make ${name} an agency outside the government? What is forwarded there from now on has no deadline of ${hours} hours${citation === "" ? "" : ` (${citation})`} and no reminders, and its SOP no longer counts. What was forwarded already stays as it is.`,
  lost: {
    work: "cards, reminders and what other agencies forward",
    approval: "texts that wait for a decision, reported answers and warnings about deadlines",
    digest: "digests",
  },
};
