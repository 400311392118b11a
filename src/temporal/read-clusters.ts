import {
  asWeek,
  composed,
  explained,
  isBareClock,
  isSet,
  onDayOf,
  type Read,
  recursWith,
  withPartOfDay,
} from './compose.ts';
import type { Cluster } from './recognize.ts';
import type { Context, PeriodReading } from './rule.ts';

/** The accepted readings of a text, in text order. A clock time is joined with the day beside it: "10 p.m. on Friday". */
export function readClusters(clusters: readonly Cluster[], context: Context): readonly Read[] {
  const reads: Read[] = [];
  for (const found of clusters.flatMap((cluster) => accepted(cluster, context))) {
    const last = reads.at(-1);
    const reach = last?.candidate.end ?? 0;
    const next = asWeek(context.text, withPartOfDay(context.text, found, reach), reach);
    if (last !== undefined && isSet(last) && isBareClock(next) && recursWith(context.text, last, next))
      continue;
    if (isSet(next)) dropClocksBefore(next, reads, context.text);
    const joined =
      last === undefined ? null : (composed(context.text, last, next) ?? explained(context.text, last, next));
    if (joined === null) reads.push(next);
    else reads[reads.length - 1] = joined;
    const [left, right] = reads.slice(-2);
    if (left !== undefined && right !== undefined)
      reads[reads.length - 2] = onDayOf(context.text, left, right);
  }
  return reads;
}

/** Drops the clock times that recur with a set after them: "from 9 a.m. to 5 p.m. every day". */
function dropClocksBefore(set: Read, reads: Read[], text: string): void {
  for (
    let [right, left] = [set, reads.at(-1)];
    left !== undefined && isBareClock(left) && recursWith(text, left, right);
    [right, left] = [left, reads.at(-1)]
  )
    reads.pop();
}

/** The accepted readings of a cluster: of two that overlap, the better. The discourse remembers them in text order. */
function accepted(cluster: Cluster, context: Context): readonly Read[] {
  const kept: Read[] = [];
  for (const candidate of cluster) {
    const place = placeIn(kept, candidate.start);
    if ((kept[place - 1]?.candidate.end ?? 0) > candidate.start) continue;
    if ((kept[place]?.candidate.start ?? Number.POSITIVE_INFINITY) < candidate.end) continue;
    const reading = candidate.read(context);
    if (reading !== null) kept.splice(place, 0, { candidate, reading });
  }
  for (const { candidate, reading } of kept) {
    const isNamed =
      reading.kind === 'period' && reading.aside !== true && !isPassing(reading, candidate.start, context);
    if (!isNamed) continue;
    const { period, time } = reading;
    context.discourse.add({ period, time, start: candidate.start, end: candidate.end });
  }
  return kept;
}

/** A year in brackets or as a limit is mentioned in passing: "(1956)", "until 1956". */
const LIMIT = /(?:\(|\b(?:until|till|since))\s*$/i;
const ENDED = /\b(?:half|months?|period|quarter|weeks?|year)\s+(?:ended|ending|ends)\s+(?:on\s+)?$/i;

/** A look ahead in history writing: "a campaign planned for 1976". */
const LOOKS_AHEAD = /\b(?:planned|proposed|scheduled)\b[^.,;()]{0,50}$/i;
const REACH = 64;

/** Whether a period is mentioned in passing. "the quarter ended Sept. 30" is about the quarter, and the day only bounds it. */
function isPassing({ period }: PeriodReading, start: number, { text, narrative }: Context): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  if (ENDED.test(before)) return true;
  return period.unit === 'YEAR' && (LIMIT.test(before) || (narrative && LOOKS_AHEAD.test(before)));
}

/** The index for a span that begins at `start` among spans in text order, by binary search. */
function placeIn(kept: readonly Read[], start: number): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.candidate.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
