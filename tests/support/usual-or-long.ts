/** A nightly workflow sets it, and so may a developer: properties are tried more often, and texts are longer. */
const isLongRun = process.env['DATELINE_TEST_RUNS'] === 'long';

/** How often a property is tried, or how long a text is: `usualOrLong(50, 500)` is 50 by default. */
export const usualOrLong = (usual: number, long: number): number => (isLongRun ? long : usual);
