/** Fewer letters are too easily a slip. */
const LEAST_LETTERS = 3;

const plain = (text: string): string => text.trim().toLowerCase();

/** The one of these that goes by the name, else the only one a name of which begins so: "kepala" is "kepala instansi". */
export const meantBy = <T>(
  all: readonly T[],
  namesOf: (each: T) => readonly string[],
  typed: string,
): T | undefined => {
  const said = plain(typed);
  const whole = all.find((each) => namesOf(each).some((name) => plain(name) === said));
  if (whole !== undefined || [...said].length < LEAST_LETTERS) return whole;
  const [first, ...others] = all.filter((each) => namesOf(each).some((name) => plain(name).startsWith(said)));
  return others.length === 0 ? first : undefined;
};
