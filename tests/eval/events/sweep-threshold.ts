import { clusterAccounts } from '../../../src/ingestion/joining/cluster/cluster-accounts.ts';
import type { Outcome } from './evaluate-sequence.ts';
import { type Grouped, scoreBCubed, scorePairs } from './partition-scores.ts';

const THRESHOLDS = [0.4, 0.45, 0.5, 0.525, 0.55, 0.575, 0.6, 0.65, 0.7];

/** The scores of other thresholds on the same mentions: pairwise F1 and B-cubed F1 of the matched mentions. */
export function sweepThreshold(
  outcomes: readonly Outcome[],
): readonly { readonly threshold: number; readonly pairs: number; readonly bCubed: number }[] {
  return THRESHOLDS.map((threshold) => {
    const joined = outcomes.flatMap((outcome) => rejoined(outcome, threshold));
    return { threshold, pairs: scorePairs(joined).f1, bCubed: scoreBCubed(joined).f1 };
  });
}

function rejoined({ name, events, matches }: Outcome, threshold: number): readonly Grouped[] {
  const clusters = clusterAccounts(
    events.flatMap(({ mentions }) => mentions),
    { threshold },
  );
  const places = new Map(
    clusters.flatMap(({ accounts }, index) =>
      accounts.map(({ mention }) => [mention.id, `${name} ${index}`]),
    ),
  );
  return matches.map(({ gold, mention }) => ({
    gold: `${name} ${gold.event}`,
    predicted: places.get(mention.id) ?? null,
  }));
}
