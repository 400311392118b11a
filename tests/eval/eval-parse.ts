import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { textTable } from '../../src/cli/output/text-table.ts';
import { resolveUserPath } from '../../src/config.ts';
import { readConllu } from '../../src/parsing/conllu.ts';
import { createParser } from '../../src/parsing/create-parser.ts';
import { tokenize } from '../../src/parsing/tokenize.ts';
import {
  f1,
  type ParseScore,
  percentages,
  readWords,
  scoreGivenWords,
  scoreReading,
} from './parsing/score-parse.ts';

const USAGE = `usage: npm run eval:parse -- FILE... [--weights FILE] [--json]

Scores the parser against treebanks in CoNLL-U: tags (UPOS), heads (UAS), heads with their labels (LAS) as F1 in
percent. Given words are those of the treebank; our words are those that the text of each sentence is cut into.

  --weights FILE  other weights than the bundled ones
  --json          the report as JSON, in percent`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    weights: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
/** `npm run eval:parse`: how well sentences are parsed. */
function evaluate(files: readonly string[]): string {
  const weights =
    values.weights === undefined
      ? new URL('../../seeds/parser/weights.bin', import.meta.url)
      : resolveUserPath(values.weights);
  const parser = createParser(readFileSync(weights));
  const sentences = files.flatMap((file) => readConllu(readFileSync(resolveUserPath(file), 'utf8')));
  const given = scoreGivenWords(parser, sentences);
  const ours = scoreReading(({ text }) => readWords(parser, tokenize(text)), sentences);
  return values.json ? JSON.stringify(reportOf(given, ours), null, 2) : textOf(given, ours);
}

const rounded = (percent: number): number => Math.round(percent * 10) / 10;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

const ratesOf = ({ upos, xpos, uas, las }: ParseScore) => ({
  upos: rounded(f1(upos)),
  xpos: rounded(f1(xpos)),
  uas: rounded(f1(uas)),
  las: rounded(f1(las)),
});

const labelsOf = ({ byLabel }: ParseScore) =>
  [...byLabel]
    .toSorted(([left, { gold }], [right, other]) => other.gold - gold || (left < right ? -1 : 1))
    .map(([label, count]) => ({ label, gold: count.gold, found: count.found, f1: rounded(f1(count)) }));

const reportOf = (given: ParseScore, ours: ParseScore) => ({
  givenWords: ratesOf(given),
  ourWords: ratesOf(ours),
  sureArcs: {
    share: rounded(share(given.sure.found, given.sure.gold)),
    right: rounded(share(given.sure.right, given.sure.found)),
  },
  labels: labelsOf(given),
});

function textOf(given: ParseScore, ours: ParseScore): string {
  const rows = labelsOf(given).map(({ label, gold, found, f1: rate }) => [
    label,
    rate.toFixed(1),
    `${gold}`,
    `${found}`,
  ]);
  const { sure } = given;
  return [
    `given words: ${percentages(given)}`,
    `our words: ${percentages(ours)}`,
    '',
    textTable([['label', 'F1', 'gold', 'found'], ...rows]),
    `sure arcs: ${share(sure.found, sure.gold).toFixed(1)} % of all, ${share(sure.right, sure.found).toFixed(1)} % of them right`,
  ].join('\n');
}

if (values.help) console.log(USAGE);
else if (positionals.length === 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else console.log(evaluate(positionals));
