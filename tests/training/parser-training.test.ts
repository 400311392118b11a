import { expect, test } from 'vitest';
import { createParser } from '../../src/parsing/create-parser.ts';
import { seededRandom } from '../bench/random.ts';
import { adam } from './adam.ts';
import { batchesOf, examplesOf } from './batches.ts';
import { startTraining } from './parser-training.ts';
import { SMALL_TREEBANK } from './small-treebank.ts';
import { vocabularyOf } from './vocabulary.ts';

const SIZE = { word: 32, hidden: 32, arc: 32, label: 32 };
const [FLOATS, RATE] = [3_000_000, 0.01];

function begin() {
  const chooser = seededRandom(1);
  const random = (): number => chooser(2 ** 24) / 2 ** 24;
  const vocabulary = vocabularyOf(SMALL_TREEBANK);
  const examples = examplesOf(SMALL_TREEBANK, vocabulary);
  return { examples, random, training: startTraining(vocabulary, SIZE, random, FLOATS) };
}

test('in some steps over thirty sentences the loss falls, and the net parses them', () => {
  const { examples, random, training } = begin();
  const tensors = training.parameters.map(({ tensor }) => tensor);
  const move = adam(training.tape, tensors);
  const losses: number[] = [];
  for (let epoch = 0; epoch < 15; epoch += 1) {
    for (const batch of batchesOf(examples, random)) {
      losses.push(training.learn(batch, { layers: 0.1, labels: 0.1 }));
      move(RATE);
    }
  }
  expect(losses.at(0)).toBeGreaterThan(6);
  expect(losses.at(-1)).toBeLessThan(0.6);

  const parser = createParser(training.toFile());
  for (const { words } of SMALL_TREEBANK) {
    const { margins, ...parse } = parser.parse(words.map(({ form }) => form));
    expect(parse).toEqual({
      upos: words.map(({ upos }) => upos),
      xpos: words.map(({ xpos }) => xpos),
      heads: words.map(({ head }) => head),
      labels: words.map(({ label }) => label),
    });
  }
});

test('along the gradient of each matrix the loss rises as steeply as the gradient says', () => {
  const { examples, random, training } = begin();
  const [batch] = batchesOf(examples, random);
  if (batch === undefined) throw new Error('no batch');
  const { floats } = training.tape;
  const loss = (): number => training.learn(batch, { layers: 0, labels: 0 });
  loss();
  const gradients = training.parameters.map(({ tensor }) =>
    floats.slice(tensor.gradient, tensor.gradient + tensor.rows * tensor.stride),
  );
  for (const [index, { name, tensor }] of training.parameters.entries()) {
    const gradient = gradients[index] ?? new Float32Array();
    const before = floats.slice(tensor.value, tensor.value + gradient.length);
    const steepness = Math.hypot(...gradient);
    const lossAt = (step: number): number => {
      const moved = before.map((value, at) => value + (step * (gradient[at] ?? 0)) / steepness);
      floats.set(moved, tensor.value);
      return loss();
    };
    const measured = (lossAt(0.003) - lossAt(-0.003)) / 0.006;
    floats.set(before, tensor.value);
    expect([name, measured / steepness]).toEqual([name, expect.closeTo(1, 1)]);
  }
});
