import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveUserPath } from '../../src/config.ts';
import { type ConlluSentence, readConllu } from '../../src/parsing/conllu.ts';
import { createParser } from '../../src/parsing/create-parser.ts';
import { seededRandom } from '../bench/random.ts';
import { percentages, scoreGivenWords } from '../eval/parsing/score-parse.ts';
import { adam } from './adam.ts';
import { batchesOf, examplesOf } from './batches.ts';
import { startTraining } from './parser-training.ts';
import { vocabularyOf } from './vocabulary.ts';

const USAGE = `usage: npm run train:parser -- FOLDER [--out FILE] [--seed N] [--epochs N]

Trains the parser on FOLDER/train/{ewt,gum}.conllu and prints how well it reads FOLDER/dev after each epoch.

  --out FILE  the weights; without it seeds/parser/weights.bin
  --seed N    1 unless given
  --epochs N  20 unless given`;

const SIZE = { word: 96, hidden: 128, arc: 128, label: 128 };
const DROPOUT = { layers: 0.33, labels: 0.1 };
const [PEAK_RATE, LAST_RATE, WARM_UP] = [0.003, 0.00006, 100];
/** Floats for the weights with their gradients, and for the largest batch. */
const MEMORY = 48_000_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    epochs: { type: 'string', default: '20' },
  },
});
if (positionals.length === 1) train(resolveUserPath(positionals[0] ?? ''));
else {
  console.error(USAGE);
  process.exitCode = 2;
}

function train(folder: string): void {
  const read = (part: string): readonly ConlluSentence[] =>
    ['ewt', 'gum'].flatMap((name) => readConllu(readFileSync(join(folder, part, `${name}.conllu`), 'utf8')));
  const [sentences, dev] = [read('train'), read('dev')];
  const out =
    values.out === undefined
      ? join(import.meta.dirname, '../../seeds/parser/weights.bin')
      : resolveUserPath(values.out);
  const epochs = Number(values.epochs);
  const chooser = seededRandom(Number(values.seed));
  const random = (): number => chooser(2 ** 24) / 2 ** 24;

  const vocabulary = vocabularyOf(sentences);
  const examples = examplesOf(sentences, vocabulary);
  const training = startTraining(vocabulary, SIZE, random, MEMORY);
  const move = adam(
    training.tape,
    training.parameters.map(({ tensor }) => tensor),
  );
  let steps = 0;
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const start = process.cpuUsage();
    const batches = batchesOf(examples, random);
    let loss = 0;
    for (const batch of batches) {
      loss += training.learn(batch, DROPOUT);
      steps += 1;
      move(rateAt(steps, batches.length * epochs));
    }
    const seconds = Math.round(process.cpuUsage(start).user / 1e6);
    const file = training.toFile();
    writeFileSync(out, file);
    const score = percentages(scoreGivenWords(createParser(file), dev));
    console.log(`epoch ${epoch}: loss ${(loss / batches.length).toFixed(3)}, dev ${score}, ${seconds} s`);
  }
}

/** Rises to the peak, then falls along a cosine. */
function rateAt(step: number, steps: number): number {
  if (step < WARM_UP) return (PEAK_RATE * step) / WARM_UP;
  const progress = (step - WARM_UP) / (steps - WARM_UP);
  return LAST_RATE + ((PEAK_RATE - LAST_RATE) * (1 + Math.cos(Math.PI * progress))) / 2;
}
