import type { Span } from '../domain/event/mention.ts';
import type { DayNumber } from '../domain/time/calendar-date.ts';
import type { Period } from '../domain/time/period.ts';
import type { Alternative, Direction, Reference } from '../domain/time/resolution.ts';
import type { TimexMod, TimexType } from '../domain/time/timex.ts';
import type { Discourse } from './discourse.ts';

/** What a rule may look at: the text around its candidate, the anchor, and what the text has mentioned so far. */
export interface Context {
  readonly text: string;
  readonly anchor: DayNumber;
  readonly discourse: Discourse;
  /** History writing: dates without a year follow the period mentioned last, not the anchor. */
  readonly narrative: boolean;
}

interface ReadingBase {
  readonly rule: string;
  readonly direction: Direction | null;
  readonly reference: Reference;
  readonly confidence: number;
  /** What else it could have meant, and why it does not. */
  readonly alternatives?: readonly Alternative[];
}

/** An expression that names a stretch of the calendar: "Tuesday", "last week", "in 2014". */
export interface PeriodReading extends ReadingBase {
  readonly kind: 'period';
  readonly period: Period;
  /** TIMEX3 time of day, which makes the expression a TIME: `T10:00`, `TNI`. */
  readonly time?: string;
  readonly mod?: TimexMod;
  /** A clock time whose day is borrowed from what was said before: the day beside it goes first. */
  readonly borrowsDay?: true;
  /** A mere comparison ("up from a year ago"), on which nothing later rests. */
  readonly aside?: true;
}

/** An expression that names no stretch of the calendar: durations, sets, "now", "recently". */
export interface ValueReading extends ReadingBase {
  readonly kind: 'value';
  readonly type: TimexType;
  readonly value: string;
  readonly mod?: TimexMod;
}

/** An expression about time that cannot be placed. */
export interface NoReading {
  readonly kind: 'unresolved';
  readonly rule: string;
  readonly reason: string;
}

export type Reading = PeriodReading | ValueReading | NoReading;

/** A span that a family claims. `read` gives null where the context shows that it is no time after all. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  read(context: Context): Reading | null;
}

/** One kind of expression, in a file of its own under `rules/`. */
export interface Family {
  /** Every rule name that the family may give, with the reason in words that a journalist can follow. */
  readonly reasons: Readonly<Record<string, string>>;
  find(text: string): readonly Candidate[];
}

export interface RuleMatch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** A family whose candidates are the matches of one pattern, which needs the flags `dg` and named groups for what it reads. */
export function patternFamily(
  reasons: Family['reasons'],
  pattern: RegExp,
  read: (match: RuleMatch, context: Context) => Reading | null,
): Family {
  return {
    reasons,
    find: (text) =>
      Array.from(text.matchAll(pattern), (found) => {
        const match = matchOf(found);
        return { start: match.start, end: match.end, read: (context) => read(match, context) };
      }),
  };
}

/** The whole match, or only the group `span` where the pattern needs words around the expression. */
function matchOf(found: RegExpExecArray): RuleMatch {
  const groups = found.groups ?? {};
  const [start, end] = found.indices?.groups?.['span'] ?? [found.index, found.index + found[0].length];
  return { start, end, text: found.input.slice(start, end), groups };
}

export const ANCHOR: Reference = { kind: 'ANCHOR' };
/** What a value was counted from: an expression that the text named before, else the anchor. */
export const referenceTo = (mentioned: Span | undefined): Reference =>
  mentioned === undefined ? ANCHOR : { kind: 'EXPRESSION', start: mentioned.start, end: mentioned.end };

export const NO_REFERENCE: Reference = { kind: 'NONE' };
