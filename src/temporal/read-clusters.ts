import { asWeek, composed, type Read, withPartOfDay } from './compose.ts';
import type { Cluster } from './recognize.ts';
import type { Context, PeriodReading } from './rule.ts';

/** Every reading that stands, in text order, clock times joined with the day beside them. */
export function readClusters(clusters: readonly Cluster[], context: Context): readonly Read[] {
  const reads: Read[] = [];
  for (const found of clusters.flatMap((cluster) => accepted(cluster, context))) {
    const last = reads.at(-1);
    const reach = last?.candidate.end ?? 0;
    const next = asWeek(context.text, withPartOfDay(context.text, found, reach), reach);
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
    if (reading.kind === 'period' && reading.aside !== true && !isPassing(reading, candidate.start, context))
      context.discourse.add({ period: reading.period, start: candidate.start, end: candidate.end });
  return kept;
}

/** A year in brackets or as a limit is mentioned in passing. */
const LIMIT = /(?:\(|\b(?:until|till|since))\s*$/i;
const ENDED = /\b(?:ended|ending|ends)\s+(?:on\s+)?$/i;

/** History that only looks ahead: "a campaign planned for 1976". */
const LOOKS_AHEAD = /\b(?:planned|proposed|scheduled)\b[^.,;()]{0,50}$/i;
const REACH = 64;

/** "the quarter ended Sept. 30" speaks of the quarter: the day only bounds it. A story stays where it is when it looks ahead. */
function isPassing({ period }: PeriodReading, start: number, { text, narrative }: Context): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  if (ENDED.test(before)) return true;
  return period.unit === 'YEAR' && (LIMIT.test(before) || (narrative && LOOKS_AHEAD.test(before)));
}

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
