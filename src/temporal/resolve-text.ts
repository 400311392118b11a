import { type CalendarDate, toDayNumber } from '../domain/calendar-date.ts';
import type { Resolution, ResolutionMode, Unresolved } from '../domain/resolution.ts';
import { timexValueOf } from '../domain/timex-value.ts';
import { composed, type Read, withPartOfDay } from './compose.ts';
import { dateOfReading } from './date-of-reading.ts';
import { Discourse } from './discourse.ts';
import { modifierBefore } from './modifiers.ts';
import { joinRanges } from './ranges.ts';
import { type Cluster, recognize } from './recognize.ts';
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
  const clusters = recognize(text);
  const anchorDay = toDayNumber(anchor);
  const narrative = (options.mode ?? modeOf(text, anchorDay)) === 'NARRATIVE';
  const context: Context = { text, anchor: anchorDay, discourse: new Discourse(), narrative };
  const outcomes: Outcome[] = [];
  for (const { candidate, reading } of readAll(clusters, context))
    outcomes.push(outcomeOf(candidate, reading, context, endOf(outcomes.at(-1))));
  return joinRanges(text, outcomes);
}

const endOf = (outcome: Outcome | undefined): number =>
  outcome === undefined ? 0 : outcome.kind === 'resolved' ? outcome.timex.end : outcome.end;

/** Every reading that stands, in text order, clock times joined with the day beside them. */
function readAll(clusters: readonly Cluster[], context: Context): readonly Read[] {
  const reads: Read[] = [];
  for (const found of clusters.flatMap((cluster) => accepted(cluster, context))) {
    const last = reads.at(-1);
    const next = withPartOfDay(context.text, found, last?.candidate.end ?? 0);
    const joined = last === undefined ? null : composed(context.text, last, next);
    if (joined === null) reads.push(next);
    else reads[reads.length - 1] = joined;
  }
  return reads;
}

/** The readings of a cluster that stand, best first where they overlap, remembered in text order. */
function accepted(cluster: Cluster, context: Context): readonly Read[] {
  const kept: Read[] = [];
  for (const candidate of cluster) {
    const place = placeIn(kept, candidate.start);
    if ((kept[place - 1]?.candidate.end ?? 0) > candidate.start) continue;
    if ((kept[place]?.candidate.start ?? Number.POSITIVE_INFINITY) < candidate.end) continue;
    const reading = candidate.read(context);
    if (reading !== null) kept.splice(place, 0, { candidate, reading });
  }
  for (const { candidate, reading } of kept)
    if (reading.kind === 'period' && reading.aside !== true && !endsPeriod(context.text, candidate.start))
      context.discourse.add({ period: reading.period, start: candidate.start, end: candidate.end });
  return kept;
}

const ENDED = /\b(?:ended|ending|ends)\s+(?:on\s+)?$/i;

/** "the quarter ended Sept. 30" speaks of the quarter: the day only bounds it. */
const endsPeriod = (text: string, start: number): boolean =>
  ENDED.test(text.slice(Math.max(0, start - 12), start));

/** Where a span that begins at `start` belongs among spans in text order, found by halving. */
function placeIn(kept: readonly Read[], start: number): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.candidate.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function outcomeOf(candidate: Candidate, reading: Reading, context: Context, reach: number): Outcome {
  if (reading.kind === 'unresolved') {
    const { start, end } = candidate;
    return { ...reading, text: context.text.slice(start, end), start, end };
  }
  return reading.kind === 'period'
    ? periodOutcome(candidate, reading, context, reach)
    : valueOutcome(candidate, reading, context, reach);
}

function periodOutcome(
  candidate: Candidate,
  reading: PeriodReading,
  context: Context,
  reach: number,
): Resolution {
  const { text, anchor } = context;
  const found = modifierBefore(text, candidate.start, 'PERIOD');
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
    date: dateOfReading(reading.period, modifier ?? ownModifier(reading), roleBefore(text, start), anchor),
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
