import { z } from "zod";
import { cleanText } from "../../src/chatkit/plain-text.js";
import { maxFilesPerMessage } from "../../src/ports/files.js";
import { maxNameChars } from "./config.js";
import { storableText } from "./storable.js";

const MAX_ID_CHARS = 255;
const MAX_EMOJI_CHARS = 64;
const MAX_FORM_VALUES = 100;

/** Ids are compared and stored: visible characters only. */
const id = z
  .string()
  .min(1)
  .max(MAX_ID_CHARS)
  .regex(/^[^\p{C}\s]+$/u, "must be visible characters without spaces");

/** Bounded by the body's size alone: what is too long for a case is refused by the core, in the person's language. */
const words = z.string().transform((text) => storableText(text.replaceAll("\0", "")));
const text = words.refine((value) => value.trim() !== "", "must not be blank");

/** What was uploaded before (`POST /files`), in the order it is to be shown in. */
const files = z
  .array(z.object({ handle: id, name: words.pipe(z.string().max(MAX_ID_CHARS)), altText: words.optional() }))
  .max(maxFilesPerMessage)
  .optional();

const common = { as: id, channel: id, eventId: id.optional() };

/** Body of `POST /events`, by type. Keys that belong to another type are ignored. */
export const eventRequest = z.discriminatedUnion("type", [
  z.object({ ...common, type: z.literal("command"), text, replyTo: id.optional(), files }),
  z
    .object({ ...common, type: z.literal("message"), text: words, replyTo: id.optional(), files })
    .refine((said) => said.text.trim() !== "" || said.files?.length, "text must not be blank without files"),
  z.object({ ...common, type: z.literal("edited"), text, message: id }),
  z.object({ ...common, type: z.literal("action"), message: id, button: id }),
  z.object({
    ...common,
    type: z.literal("reaction"),
    message: id,
    emoji: z.string().min(1).max(MAX_EMOJI_CHARS).transform(storableText),
    removed: z.boolean().default(false),
  }),
  z
    .object({
      ...common,
      type: z.literal("form"),
      form: id,
      values: z
        .record(z.string().max(MAX_ID_CHARS).transform(storableText), words)
        .refine((values) => Object.keys(values).length <= MAX_FORM_VALUES, `at most ${MAX_FORM_VALUES} values`),
      message: id.optional(),
      button: id.optional(),
      files,
    })
    .refine(({ message, button }) => button === undefined || message !== undefined, "button needs message"),
]);

/** A well-formed event request; whether its ids exist is not yet known. */
export type EventRequest = z.infer<typeof eventRequest>;

/** Body of `POST /prefill`: the button somebody opens a form by. */
export const prefillRequest = z.object({ as: id, channel: id, form: id, message: id, button: id });
export type PrefillRequest = z.infer<typeof prefillRequest>;

/** Body of `POST /suggest`: what an input of this kind may be, where this person types. */
export const suggestRequest = z.object({
  as: id,
  channel: id,
  source: z.enum(["case", "agency", "account", "category", "basis"]),
  text: z.string().max(200).default(""),
});
export type SuggestRequest = z.infer<typeof suggestRequest>;

const MAX_ADVANCE_MINUTES = 366 * 24 * 60;

/** Body of `POST /clock`: minutes from 0 to a year, or the word and perhaps whose event is meant. */
export const clockRequest = z.union([
  z.strictObject({ advanceMinutes: z.number().min(0).max(MAX_ADVANCE_MINUTES) }),
  z.strictObject({ to: z.literal("next-event"), government: id.optional() }),
]);

/** Body of `PUT /governments/:id`. */
export const governmentRequest = z.object({ locale: z.enum(["id", "en"]) });

/** Body of `POST /governments/:id/channels` and `…/people`: a name, on one line and with nothing invisible in it. */
export const additionRequest = z.object({
  name: z
    .string()
    .transform((typed) => cleanText(typed).replace(/\s+/g, " ").trim())
    .refine((name) => name !== "" && [...name].length <= maxNameChars, `must have 1 to ${maxNameChars} characters`),
});
