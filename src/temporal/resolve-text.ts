import { type CalendarDate, toDayNumber } from '../domain/calendar-date.ts';
import type { Resolution, ResolutionMode, Unresolved } from '../domain/resolution.ts';
import { timexValueOf } from '../domain/timex-value.ts';
import { dateOfReading } from './date-of-reading.ts';
import { Discourse } from './discourse.ts';
import { modifierBefore, modifierOfShift } from './modifiers.ts';
import { joinRanges } from './ranges.ts';
import { readClusters } from './read-clusters.ts';
import { recognize } from './recognize.ts';
import { modeOf } from './resolution-mode.ts';
import { roleBefore } from './role.ts';
import type { Candidate, Context, PeriodReading, Reading, ValueReading } from './rule.ts';
import { REASONS } from './rule-order.ts';

type Outcome = Resolution | Unresolved;

/**
 * Every time expression of a text with what it means when the text was written on `anchor`; in text order, without overlap.
 * Whether it is news or history writing is told from the text unless the caller says so. Pure: the same input gives the same
 * answer. Positions are UTF-16 code units.
 */
export function resolveText(
  text: string,
  anchor: CalendarDate,
  options: { mode?: ResolutionMode } = {},
): readonly Outcome[] {
  const anchorDay = toDayNumber(anchor);
  const narrative = (options.mode ?? modeOf(text, anchorDay)) === 'NARRATIVE';
  const context: Context = { text, anchor: anchorDay, discourse: new Discourse(), narrative };
  const outcomes: Outcome[] = [];
  for (const { candidate, reading } of readClusters(recognize(text), context))
    outcomes.push(outcomeOf(candidate, reading, context, endOf(outcomes.at(-1))));
  return joinRanges(text, outcomes);
}

const endOf = (outcome: Outcome | undefined): number =>
  outcome === undefined ? 0 : outcome.kind === 'resolved' ? outcome.timex.end : outcome.end;

function outcomeOf(candidate: Candidate, reading: Reading, context: Context, reach: number): Outcome {
  if (reading.kind === 'unresolved') {
    const { start, end } = candidate;
    return { ...reading, text: context.text.slice(start, end), start, end };
  }
  return reading.kind === 'period'
    ? periodOutcome(candidate, reading, context, reach)
    : valueOutcome(candidate, reading, context, reach);
}

/** A clock time's "before" and "about" move the hour, not the day. */
function periodOutcome(
  candidate: Candidate,
  reading: PeriodReading,
  context: Context,
  reach: number,
): Resolution {
  const { text, anchor } = context;
  const isBack = reading.rule.startsWith('shift/') && reading.direction === 'PAST';
  const found = isBack
    ? modifierOfShift(text, candidate.start)
    : modifierBefore(text, candidate.start, 'PERIOD');
  const modifier = found !== null && found.start >= reach ? found : null;
  const start = modifier?.start ?? candidate.start;
  const value = timexValueOf(reading.period) + (reading.time ?? '');
  return {
    kind: 'resolved',
    timex: {
      text: text.slice(start, candidate.end),
      start,
      end: candidate.end,
      type: reading.time === undefined ? 'DATE' : 'TIME',
      value,
      mod: modifier?.mod ?? reading.mod ?? null,
    },
    date:
      reading.time === undefined
        ? dateOfReading(reading.period, modifier ?? ownModifier(reading), roleBefore(text, start), anchor)
        : dateOfReading(reading.period, null, null, anchor),
    ...groundsOf(reading),
  };
}

/** The part that the expression's own words name: "year-end". */
const ownModifier = ({ mod }: PeriodReading) => (mod === undefined ? null : { mod, side: null });

function valueOutcome(
  candidate: Candidate,
  reading: ValueReading,
  context: Context,
  reach: number,
): Resolution {
  const { text } = context;
  const found = reading.rule === 'duration/counted' ? modifierBefore(text, candidate.start, 'AMOUNT') : null;
  const modifier = found !== null && found.start >= reach ? found : null;
  const start = modifier?.start ?? candidate.start;
  return {
    kind: 'resolved',
    timex: {
      text: text.slice(start, candidate.end),
      start,
      end: candidate.end,
      type: reading.type,
      value: reading.value,
      mod: modifier?.mod ?? reading.mod ?? null,
    },
    date: null,
    ...groundsOf(reading),
  };
}

const groundsOf = ({
  rule,
  direction,
  reference,
  confidence,
  alternatives,
}: PeriodReading | ValueReading) => ({
  rule,
  because: REASONS.get(rule) ?? rule,
  alternatives: alternatives ?? [],
  direction,
  reference,
  confidence,
});
