/** Everything random or hashed that the core needs, so that a test can make it repeatable. */
export interface Ids {
  /** A new identifier, unique for ever, safe in URLs. */
  newId(): string;
  /** SHA-256 of the text's UTF-8 bytes, hexadecimal. */
  hashOf(text: string): string;
}
