/** What the browser keeps for this address; nothing where it refuses. */
export const keptLocally = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** Keeps a value if the browser lets us. */
export const keepLocally = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Refused: the choice holds until the page is left.
  }
};
