/** A whole number from 0 to `limit` - 1. */
export type Random = (limit: number) => number;

/** The same numbers for the same seed (Marsaglia's xorshift with 32 bits). The seed must not be 0. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

export function pick<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[random(choices.length)] ?? choices[0];
}
