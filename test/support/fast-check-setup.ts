import fc from "fast-check";

/** Continuous integration draws the same cases every time, so that only the change decides; every other run draws new ones. */
const ciSeed = 20_170_020;

if (process.env.CI !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: ciSeed });
