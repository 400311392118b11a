import type { Span } from '../domain/event/mention.ts';
import type { DayNumber } from '../domain/time/calendar-date.ts';
import type { Period, PeriodBounds } from '../domain/time/period.ts';
import type { Alternative, Direction, Reference } from '../domain/time/resolution.ts';
import type { TimexMod, TimexType } from '../domain/time/timex.ts';
import type { GovernorAt } from '../parsing/tree/governor.ts';
import type { Discourse } from './discourse.ts';

/** The input of a rule: the text around its candidate, the anchor, and the periods that the text has named so far. */
export interface Context {
  readonly text: string;
  readonly anchor: DayNumber;
  readonly discourse: Discourse;
  /** History writing: dates without a year follow the period mentioned last, not the anchor. */
  readonly narrative: boolean;
  /** Looks up the verb over an expression. A rule asks only where the direction matters: each question may parse a sentence. */
  readonly governorAt: GovernorAt;
}

interface ReadingBase {
  readonly rule: string;
  readonly direction: Direction | null;
  readonly reference: Reference;
  readonly confidence: number;
  /** Other possible meanings, each with the reason against it. */
  readonly alternatives?: readonly Alternative[];
}

/** An expression that names a period of the calendar: "Tuesday", "last week", "in 2014". */
export interface PeriodReading extends ReadingBase {
  readonly kind: 'period';
  readonly period: Period;
  /** The days that the expression means, where they are only a part of the period: "the second half of the 19th century". */
  readonly part?: PeriodBounds;
  /** The days between which a shift is counted: from the anchor to the very day two weeks ago. */
  readonly counted?: { readonly from: DayNumber; readonly to: DayNumber };
  /** TIMEX3 time of day, which makes the expression a TIME: `T10:00`, `TNI`. */
  readonly time?: string;
  readonly mod?: TimexMod;
  /** The clock time takes its day from an earlier expression. A day right beside it goes first. */
  readonly borrowsDay?: true;
  /** A mere comparison ("up from a year ago"): no later expression counts from it. */
  readonly aside?: true;
}

/** An expression that names no period of the calendar: a duration, a set, "now", "recently". */
export interface ValueReading extends ReadingBase {
  readonly kind: 'value';
  readonly type: TimexType;
  readonly value: string;
  readonly mod?: TimexMod;
}

/** A time expression that no day fits: "30 February". */
export interface NoReading {
  readonly kind: 'unresolved';
  readonly rule: string;
  readonly reason: string;
}

/** The meaning of one candidate. */
export type Reading = PeriodReading | ValueReading | NoReading;

/** A span that a family claims. `read` gives null where the context shows that the words are no time: "march on". */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  read(context: Context): Reading | null;
}

/** One kind of expression, such as weekdays. */
export interface Family {
  /** All rule names of the family, each with its reason in words for a journalist. */
  readonly reasons: Readonly<Record<string, string>>;
  find(text: string): readonly Candidate[];
}

/** Words before an expression that make a longer one of it: "the first Sunday of" before "September". */
export interface Prefix {
  /** All rule names of the prefix, each with its reason in words for a journalist. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Matches the words right before an expression, and needs named groups for `read`. */
  readonly pattern: RegExp;
  /** Null where words and expression do not belong together. */
  read(groups: RuleMatch['groups'], inner: InnerReading, context: Context): Reading | null;
}

/** The reading of the expression behind a prefix, with its place and the place where the prefix begins. */
export interface InnerReading extends Span {
  readonly reading: PeriodReading;
  readonly prefixStart: number;
}

/** A match of a family's pattern, with its named groups. */
export interface RuleMatch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** A family whose candidates are the matches of one pattern. The pattern needs the flags `dg`, and named groups for `read`. */
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

/** The whole match, or only the group `span` where the pattern has words around the expression. */
function matchOf(found: RegExpExecArray): RuleMatch {
  const groups = found.groups ?? {};
  const [start, end] = found.indices?.groups?.['span'] ?? [found.index, found.index + found[0].length];
  return { start, end, text: found.input.slice(start, end), groups };
}

/** Counted from the anchor: "last week". */
export const ANCHOR: Reference = { kind: 'ANCHOR' };
/** Counted from an earlier expression of the text, else from the anchor: "two days later". */
export const referenceTo = (mentioned: Span | undefined): Reference =>
  mentioned === undefined ? ANCHOR : { kind: 'EXPRESSION', start: mentioned.start, end: mentioned.end };

/** Counted from nothing: "in 2014". */
export const NO_REFERENCE: Reference = { kind: 'NONE' };
