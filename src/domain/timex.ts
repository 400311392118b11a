/** The four types of TIMEX3 (TimeML annotation guidelines 1.2.1). */
export const TIMEX_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'] as const;

export type TimexType = (typeof TIMEX_TYPES)[number];

/** The values of TIMEX3's `mod` attribute. */
export const TIMEX_MODS = [
  'BEFORE',
  'AFTER',
  'ON_OR_BEFORE',
  'ON_OR_AFTER',
  'LESS_THAN',
  'MORE_THAN',
  'EQUAL_OR_LESS',
  'EQUAL_OR_MORE',
  'START',
  'MID',
  'END',
  'APPROX',
] as const;

export type TimexMod = (typeof TIMEX_MODS)[number];

/** A time expression in a text. `start` and `end` are UTF-16 code units, end exclusive: `text` is that slice. */
export interface Timex {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly type: TimexType;
  /** TIMEX3 value: `2021-12-21`, `2021-W50`, `2021-Q3`, `P1M`, `PRESENT_REF`, … */
  readonly value: string;
  readonly mod: TimexMod | null;
}
