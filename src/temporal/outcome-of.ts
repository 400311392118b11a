import type { EventDate } from '../domain/time/event-date.ts';
import type { Resolution, Unresolved } from '../domain/time/resolution.ts';
import { timexValueOf } from '../domain/time/timex.ts';
import type { Read } from './compose.ts';
import type { Context, PeriodReading, ValueReading } from './rule.ts';
import { REASONS } from './rule-order.ts';
import { roleBefore } from './tense/role.ts';
import { dateOfPart, dateOfReading, limitedDate } from './values/date-of-reading.ts';
import { type Modifier, modifierBefore, modifierOfShift } from './values/modifiers.ts';

/** The outcome of a reading: its date, and the modifier before it ("early May") unless that begins before `reach`. */
export function outcomeOf(
  { candidate, reading }: Read,
  context: Context,
  reach: number,
): Resolution | Unresolved {
  const { text } = context;
  if (reading.kind === 'unresolved') {
    const { start, end } = candidate;
    return { ...reading, text: text.slice(start, end), start, end };
  }
  const found = modifierOf(reading, text, candidate.start);
  const modifier = found !== null && found.start >= reach ? found : null;
  const start = modifier?.start ?? candidate.start;
  const isPeriod = reading.kind === 'period';
  return {
    kind: 'resolved',
    timex: {
      text: text.slice(start, candidate.end),
      start,
      end: candidate.end,
      ...(isPeriod ? typeAndValueOf(reading) : { type: reading.type, value: reading.value }),
      mod: modifier?.mod ?? reading.mod ?? null,
    },
    date: isPeriod ? dateOf(reading, modifier, start, context) : null,
    ...groundsOf(reading),
  };
}

/** Parts modify periods ("early May"). Amounts modify counted durations and shifts ("nearly two years ago"). */
function modifierOf(reading: PeriodReading | ValueReading, text: string, start: number): Modifier | null {
  if (reading.kind === 'value')
    return reading.rule === 'duration/counted' ? modifierBefore(text, start, 'AMOUNT') : null;
  const isShift = reading.rule.startsWith('shift/') && reading.direction !== null;
  return isShift
    ? modifierOfShift(text, start, reading.direction === 'PAST' ? 'PAST' : 'FUTURE')
    : modifierBefore(text, start, 'PERIOD');
}

const typeAndValueOf = ({ period, time = '' }: PeriodReading) =>
  ({ type: time === '' ? 'DATE' : 'TIME', value: timexValueOf(period) + time }) as const;

/** A clock time's "before" and "about" move the hour, not the day. "since Sunday night" begins with that day. */
function dateOf(
  reading: PeriodReading,
  modifier: Modifier | null,
  start: number,
  { text, anchor }: Context,
): EventDate | null {
  const { period, time, mod, part: bounds, counted } = reading;
  const role = roleBefore(text, start);
  const isPartOfDay = /^T[A-Z]/.test(time ?? '');
  if (time !== undefined) return dateOfReading(period, null, isPartOfDay ? role : null, anchor);
  if (bounds !== undefined) return dateOfPart(period, bounds, role);
  if (counted !== undefined && modifier !== null) {
    const limited = limitedDate(period, counted, modifier.mod);
    if (limited !== null) return limited;
  }
  const part = modifier ?? (mod === undefined ? null : { mod, side: null });
  return dateOfReading(period, part, role, anchor);
}

const groundsOf = (reading: PeriodReading | ValueReading) => {
  const { rule, direction, reference, confidence, alternatives = [] } = reading;
  return { rule, because: REASONS.get(rule) ?? rule, alternatives, direction, reference, confidence };
};
