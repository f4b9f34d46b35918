/** Everything random or hashed that the core needs, so that a test can make it repeatable. */
export interface Ids {
  /** A new identifier, unique for ever, safe in URLs. */
  newId(): string;
  /** The part of a one-time code that nobody can guess: `SECRET_CHARS` of `CODE_SYMBOLS` (domain/registry/one-time-code). */
  newSecret(): string;
  /** SHA-256 of the text's UTF-8 bytes, hexadecimal. */
  hashOf(text: string): string;
}
