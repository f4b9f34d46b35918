/** Of each kind of statement two are under way at a time: the second uses the wait for the first one's commit. */
export const JOINED = { atOnce: 2, most: 32 };
