/**
 * A unit with nothing but "the", where the words around make it a stretch of the calendar: "the end of the year" 2021 (END) ·
 * "earlier in the week" 2021-W51 (START) · "over the weekend" 2021-W51-WE or the one before · "the full year" 2021 ·
 * "the 1988 quarter" the quarter of that year · "the latest period" the quarter that the text speaks of.
 */
import { weekdayOf } from '../../domain/calendar-date.ts';
import { boundsOf, type PeriodUnit, periodOf, shiftPeriod } from '../../domain/period.ts';
import { leansForward } from '../cues.ts';
import { GAP, UNIT } from '../patterns.ts';
import { ANCHOR, type Context, patternFamily, type Reading } from '../rule.ts';

/** "his end-of-the-year address" names a kind of address, not a stretch: a part needs its article or a preposition. */
const PART = String.raw`(?:the|at|by|before|until|toward|towards)${GAP}(?:very${GAP})?(?:beginning|start|middle|end|close|rest|course)${GAP}of|(?:earlier|later|early|late)${GAP}in`;
const PATTERN = new RegExp(
  String.raw`(?<=\b(?:${PART})${GAP})(?:the|that)${GAP}(?<unit>${UNIT})\b|\bthe${GAP}(?:full|entire|whole)${GAP}(?<whole>week|month|year)\b|` +
    String.raw`\b(?:at|on|over|during|for|of)${GAP}(?<span>the${GAP}weekend)\b|\bthe${GAP}(?<year>(?:19|20)\d\d)${GAP}(?<part>quarter|period|half)\b|\bthe${GAP}latest${GAP}(?<latest>period)\b`,
  'dgiu',
);

export const toldPeriod = patternFamily(
  'told-period',
  PATTERN,
  ({ groups, start }, context): Reading | null => {
    const { unit, whole, year, latest } = groups;
    if (year !== undefined || latest !== undefined) return sameQuarter(year, context);
    const name = unit ?? whole;
    if (name === undefined) return weekend(start, context);
    const told = context.narrative ? context.discourse.lastOf(unitOf(name)) : undefined;
    return {
      kind: 'period',
      period: told?.period ?? periodOf(unitOf(name), context.anchor),
      rule: 'told-period/unit',
      direction: null,
      reference: told === undefined ? ANCHOR : { kind: 'EXPRESSION', start: told.start, end: told.end },
      confidence: 0.7,
    };
  },
);

const unitOf = (name: string): PeriodUnit => name.toUpperCase() as PeriodUnit;

/** In the quarter spoken of last, of the year that is named. */
function sameQuarter(year: string | undefined, { discourse, anchor }: Context): Reading {
  const told = discourse.lastNamed('QUARTER');
  const last = told?.period ?? shiftPeriod(periodOf('QUARTER', anchor), -1);
  const inYear = year === undefined ? last.index : Number(year) * 4 + (((last.index % 4) + 4) % 4);
  return {
    kind: 'period',
    period: { unit: 'QUARTER', index: inYear },
    rule: 'told-period/quarter',
    direction: null,
    reference: told === undefined ? ANCHOR : { kind: 'EXPRESSION', start: told.start, end: told.end },
    confidence: 0.6,
    ...(year === undefined ? {} : { aside: true }),
  };
}

const SATURDAY = 6;

/** The weekend that is on or was last, the coming one after a cue. */
function weekend(start: number, { text, anchor }: Context): Reading {
  const isOn = weekdayOf(anchor) >= SATURDAY;
  const thisWeek = periodOf('WEEKEND', anchor);
  const forward = leansForward(text, start);
  const period = isOn || forward ? thisWeek : shiftPeriod(thisWeek, -1);
  return {
    kind: 'period',
    period,
    rule: 'told-period/weekend',
    direction: boundsOf(period).first > anchor ? 'FUTURE' : 'PAST',
    reference: ANCHOR,
    confidence: 0.7,
  };
}
