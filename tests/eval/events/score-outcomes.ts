import type { Rates } from '../score.ts';
import type { Outcome } from './evaluate-sequence.ts';
import type { Match } from './match-mentions.ts';
import { type Grouped, scoreBCubed, scorePairs } from './partition-scores.ts';

/** The scores of sequences. All fractions are 0–1. */
export interface EventScore {
  readonly name: string;
  readonly gold: number;
  readonly found: number;
  readonly mentions: Rates;
  /** The share of matched mentions with the gold date, with a gold type, and with all gold actors. */
  readonly dates: number;
  readonly types: number;
  readonly actors: number;
  /** Scores of the joining alone, on matched mentions. */
  readonly pairs: Rates;
  readonly bCubed: Rates;
  /** Scores of reading and joining together. A missed or invented mention is a fault too. */
  readonly pairsEndToEnd: Rates;
  readonly bCubedEndToEnd: Rates;
}

/** The scores of some outcomes together. Events of different sequences are different events. */
export function scoreOutcomes(name: string, outcomes: readonly Outcome[]): EventScore {
  const matches = outcomes.flatMap((outcome) => outcome.matches);
  const gold = matches.length + sum(outcomes.map(({ missed }) => missed.length));
  const found = matches.length + sum(outcomes.map(({ spurious }) => spurious.length));
  const joined = outcomes.flatMap((outcome) => outcome.joined.map((item) => within(outcome.name, item)));
  const endToEnd = outcomes.flatMap((outcome) => outcome.endToEnd.map((item) => within(outcome.name, item)));
  const named = matches.filter((match) => match.gold.actors !== null);
  return {
    name,
    gold,
    found,
    mentions: {
      precision: share(matches.length, found),
      recall: share(matches.length, gold),
      f1: share(2 * matches.length, found + gold),
    },
    dates: share(matches.filter(isDateRight).length, matches.length),
    types: share(matches.filter(isTypeRight).length, matches.length),
    actors: share(named.filter(areActorsRight).length, named.length),
    pairs: scorePairs(joined),
    bCubed: scoreBCubed(joined),
    pairsEndToEnd: scorePairs(endToEnd),
    bCubedEndToEnd: scoreBCubed(endToEnd),
  };
}

export const isDateRight = ({ gold, mention }: Match): boolean =>
  gold.date === null || gold.date === mention.date?.edtf;

export const isTypeRight = ({ gold, mention }: Match): boolean =>
  gold.types === null || gold.types.includes(mention.type);

/** Every annotated actor takes part. Other actors may take part too. */
export const areActorsRight = ({ gold, mention }: Match): boolean =>
  (gold.actors ?? []).every((name) => mention.actors.some((actor) => actor.name === name));

const within = (name: string, { gold, predicted }: Grouped): Grouped => ({
  gold: gold === null ? null : `${name} ${gold}`,
  predicted: predicted === null ? null : `${name} ${predicted}`,
});

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
