import type { Span } from '../domain/event/mention.ts';
import { barredSpans, outside } from './barred-spans.ts';
import type { Candidate } from './rule.ts';
import { FAMILIES, PREFIXES } from './rule-order.ts';
import { withPrefixes } from './with-prefixes.ts';

/** Overlapping candidates, best first: the longer candidate, then the candidate of the earlier family. */
export type Cluster = readonly Candidate[];

interface Ranked extends Span {
  readonly candidate: Candidate;
  readonly rank: number;
}

const length = ({ candidate }: Ranked): number => candidate.end - candidate.start;

/**
 * All spans that some family claims, in text order, except in names, addresses and codes. Overlapping spans are in one
 * cluster: "December 21" and "December".
 */
export function recognize(text: string): readonly Cluster[] {
  const ranked = FAMILIES.flatMap((family, rank) =>
    family.find(text).map((candidate) => ({ ...candidate, candidate, rank })),
  );
  for (const { candidate } of [...ranked])
    for (const longer of withPrefixes(text, candidate, PREFIXES))
      ranked.push({ ...longer, candidate: longer, rank: FAMILIES.length });
  ranked.sort((a, b) => a.start - b.start);
  const clusters: Ranked[][] = [];
  let reach = -1;
  for (const entry of outside(ranked, barredSpans(text))) {
    if (entry.candidate.start < reach) clusters.at(-1)?.push(entry);
    else clusters.push([entry]);
    reach = Math.max(reach, entry.candidate.end);
  }
  return clusters.map((cluster) =>
    cluster.sort((a, b) => length(b) - length(a) || a.rank - b.rank).map(({ candidate }) => candidate),
  );
}
