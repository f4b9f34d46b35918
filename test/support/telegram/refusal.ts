/** What Telegram answers where it does not do what it was asked (https://core.telegram.org/bots/api#making-requests). */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly status: number,
    readonly description: string,
    readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number },
  ) {
    super(description);
  }
}

/** Telegram's 400. */
export const badRequest = (why: string): Refusal => new Refusal(400, `Bad Request: ${why}`);

/** Telegram's 403. */
export const forbidden = (why: string): Refusal => new Refusal(403, `Forbidden: ${why}`);
