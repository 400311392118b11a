import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { EventDate } from '../../domain/time/event-date.ts';
import type { Direction, Resolution, ResolutionMode, Unresolved } from '../../domain/time/resolution.ts';
import type { Timex } from '../../domain/time/timex.ts';
import { labelledLine } from './text-table.ts';

/** The day against which a text was read, and the kind of text. */
export interface ReadAs {
  readonly anchor: CalendarDate;
  readonly mode: ResolutionMode;
}

const MODE_MEANINGS: { readonly [Mode in ResolutionMode]: string } = {
  NEWS: 'news, which counts from the day it was written',
  NARRATIVE: 'history, which counts from the time it spoke of last',
};

/** Every expression of a text for people, with its meaning and the reason. Each takes some lines after an empty one. */
export const resolutionLines = (
  expressions: readonly (Resolution | Unresolved)[],
  text: string,
  { anchor, mode }: ReadAs,
): readonly string[] => [
  `read on ${anchor} as ${MODE_MEANINGS[mode]}`,
  ...expressions.flatMap((expression) => ['', ...expressionLines(expression, text, anchor)]),
];

function expressionLines(
  expression: Resolution | Unresolved,
  text: string,
  anchor: CalendarDate,
): readonly string[] {
  if (expression.kind === 'unresolved')
    return [
      headLine(expression),
      labelledLine('means', 'no time that can be placed'),
      labelledLine('because', expression.reason),
      ruleLine(expression.rule, undefined),
    ];
  const { timex, date, rule, confidence, reference } = expression;
  return [
    headLine(timex),
    ...meaningLines(timex, date),
    ...reasoningLines({ ...expression, countedFrom: referenceText(reference, text) }, anchor),
    ruleLine(rule, confidence),
  ];
}

const headLine = ({ text, start, end }: { text: string; start: number; end: number }): string =>
  `"${text.replaceAll(/\s+/g, ' ')}" (${start}–${end})`;

function referenceText(reference: Resolution['reference'], text: string): string | null {
  if (reference.kind === 'NONE') return null;
  return reference.kind === 'ANCHOR' ? 'anchor' : text.slice(reference.start, reference.end);
}

/** The meaning of an expression: a line for people, and a line in the words of the standards. */
export const meaningLines = (timex: Timex, date: EventDate | null): readonly string[] => [
  labelledLine('means', date === null ? dateless(timex) : `${date.display}: ${daysOf(date)}`),
  labelledLine('written', [...(date === null ? [] : [edtfOf(date)]), timexOf(timex)].join(', ')),
];

const edtfOf = ({ edtf, role, precision }: EventDate): string => `EDTF ${edtf} (${role}, ${precision})`;

const timexOf = ({ type, value, mod }: Timex): string =>
  ['TIMEX3', type, value, ...(mod === null ? [] : [mod])].join(' ');

/** The first and the last day, and whether the event takes all of them or lies somewhere between. */
function daysOf({ earliest, latest, role }: EventDate): string {
  if (role === 'PUBLISHED') return `reported on ${latest}`;
  if (earliest === null) return latest === null ? 'on no known day' : `on ${latest} at the latest`;
  if (latest === null) return `on ${earliest} at the earliest`;
  if (earliest === latest) return `on ${earliest}`;
  return `${role === 'SPANS' ? 'all the time' : 'at some time'} from ${earliest} to ${latest}`;
}

/** The kind of an expression that has no date of its own. */
function dateless({ type, value }: Timex): string {
  if (type === 'DURATION') return 'a length of time, not a date';
  if (type === 'SET') return 'a time that comes again and again, not one date';
  const reference = /^(PAST|PRESENT|FUTURE)_REF$/.exec(value)?.[1];
  if (reference !== undefined) return `the ${reference.toLowerCase()}, without a date`;
  return /^\d/.test(value) ? 'the end of the range before it' : 'a time to which no days belong';
}

/** How an expression came to its date. */
export interface Reasoning extends Pick<Resolution, 'because' | 'alternatives' | 'direction'> {
  /** The words it counts from, `anchor`, or null for an expression that needs no reference. */
  readonly countedFrom: string | null;
}

/** Why an expression has its meaning: the reason, the day it was counted from, and the readings that were passed over. */
export const reasoningLines = (reasoning: Reasoning, anchor: CalendarDate): readonly string[] => [
  labelledLine('because', reasoning.because),
  labelledLine('counted', countingOf(reasoning, anchor)),
  ...reasoning.alternatives.map(({ value, because }) => labelledLine('not', `${value}: ${because}`)),
];

const WAYS: { readonly [Way in Direction]: string } = { PAST: 'back ', PRESENT: '', FUTURE: 'ahead ' };

function countingOf({ countedFrom, direction }: Reasoning, anchor: CalendarDate): string {
  if (countedFrom === null) return 'from nothing: the words stand alone';
  const reference = countedFrom === 'anchor' ? `the anchor, ${anchor}` : `"${countedFrom}"`;
  return `${direction === null ? '' : WAYS[direction]}from ${reference}`;
}

/** The rule that read an expression, and the confidence in it where that is known. */
export const ruleLine = (rule: string, confidence: number | undefined): string =>
  labelledLine('rule', confidence === undefined ? rule : `${rule}, confidence ${confidence}`);
