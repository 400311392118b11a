import { type CalendarDate, toDayNumber } from '../domain/time/calendar-date.ts';
import type { Resolution, ResolutionMode, Unresolved } from '../domain/time/resolution.ts';
import type { GovernorAt } from '../parsing/tree/governor.ts';
import { Discourse } from './discourse.ts';
import { outcomeOf } from './outcome-of.ts';
import { joinRanges } from './ranges.ts';
import { readClusters } from './read-clusters.ts';
import { recognize } from './recognize.ts';
import { modeOf } from './resolution-mode.ts';
import type { Context } from './rule.ts';

type Outcome = Resolution | Unresolved;

/**
 * The time expressions of a text with their meaning for a text written on `anchor`, in text order and without overlap:
 * "on Friday" → 2021-12-17. The text itself shows whether it is news or history writing, unless the caller gives the mode.
 * Positions are UTF-16 code units.
 */
export function resolveText(
  text: string,
  anchor: CalendarDate,
  options: { readonly mode?: ResolutionMode; readonly governorAt: GovernorAt },
): readonly Outcome[] {
  const anchorDay = toDayNumber(anchor);
  const narrative = (options.mode ?? modeOf(text, anchorDay)) === 'NARRATIVE';
  const { governorAt } = options;
  const context: Context = { text, anchor: anchorDay, discourse: new Discourse(), narrative, governorAt };
  const outcomes: Outcome[] = [];
  for (const read of readClusters(recognize(text), context))
    outcomes.push(outcomeOf(read, context, endOf(outcomes.at(-1))));
  return joinRanges(text, outcomes, anchorDay);
}

const endOf = (outcome: Outcome | undefined): number =>
  outcome === undefined ? 0 : outcome.kind === 'resolved' ? outcome.timex.end : outcome.end;
