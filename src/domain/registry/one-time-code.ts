/** Symbols of a code: no I, L, O and U, which are read as others or make words (Crockford's base 32). */
export const CODE_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Ten symbols out of 32 are 50 bits. */
export const SECRET_CHARS = 10;
const HALF = SECRET_CHARS / 2;
/** Longer words are no code; it also bounds the work on a hostile text. */
const MAX_TYPED_CHARS = 64;

/** A code as somebody typed it. */
export interface TypedCode {
  /** The letters the government's case codes begin with. */
  readonly letters: string;
  /** The code in its one spelling, which is what is hashed. */
  readonly code: string;
}

/**
 * The code people type: ("KOBAR", "7K3F9QXM2P") gives "KOBAR-7K3F9-QXM2P". Throws RangeError where `parseOneTimeCode`
 * could not read the result back.
 */
export const formatOneTimeCode = (letters: string, secret: string): string => {
  const code = `${letters}-${secret.slice(0, HALF)}-${secret.slice(HALF)}`;
  if (parseOneTimeCode(code)?.code !== code) throw new RangeError("no one-time code");
  return code;
};

/**
 * Reads a code in any case, with its hyphens, with spaces instead or with neither; the letters that are no symbols are read
 * as what they look like. Undefined for anything else.
 */
export const parseOneTimeCode = (typed: string): TypedCode | undefined => {
  if (typed.length > MAX_TYPED_CHARS) return undefined;
  const words = typed
    .trim()
    .toUpperCase()
    .split(/[\s-]+/);
  const [letters = "", ...rest] = words;
  const secret = rest.join("").replace(/O/g, "0").replace(/[IL]/g, "1");
  const isSecret = secret.length === SECRET_CHARS && [...secret].every((symbol) => CODE_SYMBOLS.includes(symbol));
  if (!isSecret || !/^[A-Z]{2,10}$/.test(letters)) return undefined;
  return { letters, code: `${letters}-${secret.slice(0, HALF)}-${secret.slice(HALF)}` };
};
