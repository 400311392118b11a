import type { Mention } from '../../domain/event/mention.ts';

/** Days that a report of a night may give it: "late on Monday" may be Tuesday elsewhere, "early on Tuesday" Monday. */
export interface NightDays {
  readonly before: 0 | 1;
  readonly after: 0 | 1;
}

const LATE = /\b(?:late|night|midnight|evening)\b/iu;
const EARLY = /\b(?:early|overnight|dawn|daybreak|small hours|midnight)\b/iu;
/** Characters around the time expression: "*late on* Monday". */
const AROUND = 16;

/** The nights that a mention's time expression, and the words beside it, speak of. */
export function nightDaysOf({ quote, timex }: Mention): NightDays {
  if (timex === null) return { before: 0, after: 0 };
  const start = timex.start - quote.start;
  const words = quote.exact.slice(Math.max(0, start - AROUND), start + timex.text.length + AROUND);
  return { before: EARLY.test(words) ? 1 : 0, after: LATE.test(words) ? 1 : 0 };
}
