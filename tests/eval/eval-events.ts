import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textTable } from '../../src/cli/output/text-table.ts';
import { evaluateSequence, type Outcome } from './events/evaluate-sequence.ts';
import { listErrors } from './events/list-errors.ts';
import { readSeedSequence, readSequences } from './events/read-sequences.ts';
import { readStories } from './events/read-stories.ts';
import { type EventScore, scoreOutcomes } from './events/score-outcomes.ts';
import { sweepThreshold } from './events/sweep-threshold.ts';
import type { Rates } from './score.ts';

const USAGE = `usage: npm run eval:events -- [--errors] [--sweep] [--json]

Reads the annotated sequences of tests/events and the bundled dispatches, each into a timeline of its own, and scores
what is found against what people annotated: dated mentions, their dates, types and actors, and how they are joined.

  --errors  list what was missed, made up, read wrongly, split or lumped
  --sweep   show what other thresholds of the joining would do
  --json    the report as JSON, rates from 0 to 1
  --help    show this help`;

const OPTIONS = {
  errors: { type: 'boolean', default: false },
  sweep: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** `npm run eval:events`: how well dispatches become events. */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const sequences = [
    await readSeedSequence(pathOf('../../seeds/late-2021')),
    ...(await readSequences(pathOf('../events'))),
  ];
  const outcomes = [];
  for (const sequence of sequences) outcomes.push(await evaluateSequence(sequence));
  const scores = [
    ...outcomes.map((outcome) => scoreOutcomes(outcome.name, [outcome])),
    scoreOutcomes('together', outcomes),
  ];
  const errors = values.errors
    ? outcomes.map((outcome) => ({ name: outcome.name, errors: listErrors(outcome) }))
    : [];
  const sweep = values.sweep ? sweepThreshold(outcomes) : [];
  const stories = await scoreStories();
  if (values.json) console.log(JSON.stringify({ scores, stories, errors, sweep }, null, 2));
  else {
    console.log(scoreTable(scores));
    console.log(storyTable(stories));
    for (const { name, errors: lines } of errors) console.log(`${name}\n  ${lines.join('\n  ')}\n`);
    if (values.sweep) console.log(sweepTable(sweep));
  }
}

/** The joining of the stories that weights are chosen on, and of those that only measure. */
async function scoreStories(): Promise<readonly EventScore[]> {
  const scores: EventScore[] = [];
  for (const part of ['tuned', 'varied', 'believed']) {
    const outcomes: Outcome[] = [];
    for (const story of await readStories(pathOf(`../stories/${part}`)))
      outcomes.push(await evaluateSequence(story));
    scores.push(scoreOutcomes(part, outcomes));
  }
  return scores;
}

const pathOf = (relative: string): string => join(import.meta.dirname, relative);

const percent = (fraction: number): string => (100 * fraction).toFixed(1).padStart(5);

const cells = ({ precision, recall, f1 }: Rates): string => [precision, recall, f1].map(percent).join(' ');

const HEADER = [
  'sequence',
  'gold',
  'found',
  'mentions P R F1',
  'dates',
  'types',
  'actors',
  'pairs P R F1',
  'B-cubed P R F1',
  'end to end: pairs',
  'B-cubed',
];

const scoreTable = (scores: readonly EventScore[]): string =>
  textTable([
    HEADER,
    ...scores.map((score) => [
      score.name,
      String(score.gold),
      String(score.found),
      cells(score.mentions),
      percent(score.dates),
      percent(score.types),
      percent(score.actors),
      cells(score.pairs),
      cells(score.bCubed),
      cells(score.pairsEndToEnd),
      cells(score.bCubedEndToEnd),
    ]),
  ]);

const storyTable = (scores: readonly EventScore[]): string =>
  textTable([
    ['stories', 'gold', 'found', 'pairs P R F1', 'B-cubed P R F1'],
    ...scores.map(({ name, gold, mentions, pairs, bCubed }) => [
      name,
      String(gold),
      String(Math.round(gold * mentions.recall)),
      cells(pairs),
      cells(bCubed),
    ]),
  ]);

const sweepTable = (rows: ReturnType<typeof sweepThreshold>): string =>
  textTable([
    ['threshold', 'pairs F1', 'B-cubed F1'],
    ...rows.map(({ threshold, pairs, bCubed }) => [String(threshold), percent(pairs), percent(bCubed)]),
  ]);

await main(process.argv.slice(2));
