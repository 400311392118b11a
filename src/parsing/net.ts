import { type Kernel, openKernel, type WithMemory } from './kernel.ts';
import { FLOAT, type Layer, runLayer, SHORT } from './layer.ts';
import { planMemory } from './memory-plan.ts';
import type { Weights } from './weights.ts';
import { type InputsOf, planWordInputs } from './word-inputs.ts';

/** The most words that the net reads at once. */
export const MOST_WORDS = 120;

/** The net's scores for a sentence. A row of a matrix belongs to a word. */
export interface Scores {
  /** A column for each head: the root, then the words. */
  readonly arcs: Float32Array;
  /** `tagColumns` numbers a row: first those of UPOS, then of XPOS. */
  readonly tags: Float32Array;
  /** Scores of labels, given a head for each word: 0 for the root, else the word's number from 1. */
  readonly labels: (heads: Int32Array) => Float32Array;
}

export interface Net {
  readonly tagColumns: number;
  readonly labelColumns: number;
  /** Reads one to `MOST_WORDS` words. The scores hold until the next sentence is read. */
  readonly read: (words: readonly string[]) => Scores;
  /** The scores of tags alone, for a third of the work. */
  readonly readTags: (words: readonly string[]) => Float32Array;
}

/** Opens a kernel on some bytes of memory. */
export type OpenKernel = (bytes: number) => Kernel & WithMemory;

/** Floats become short integers by one of two scales: one for an LSTM's output, from -1 to 1, and one for any other. */
const SCALES = { hidden: 32_767, other: 1024 };

/**
 * Two layers of bidirectional LSTM over summed embeddings. Tags are read from the first layer, arcs and labels from the
 * second. The score of an arc is biaffine in the vectors of its two words (Dozat and Manning 2017). Products are sums
 * of integers of 15 and 7 bits: with up to 516 inputs they fit 31 bits.
 */
export function createNet(weights: Weights, open: OpenKernel = openKernel): Net {
  const memory = planMemory(weights);
  const { plan, planFloats, planLayer } = memory;
  const planLstm = (layer: string, inputScale: number) =>
    ['forward', 'backward'].map((direction) => ({
      input: planLayer(`${layer} ${direction} input`, inputScale, `${layer} ${direction} bias`),
      recurrent: planLayer(`${layer} ${direction} recurrent`, SCALES.hidden, null),
    }));

  const firstLstm = planLstm('first', SCALES.other);
  const secondLstm = planLstm('second', SCALES.hidden);
  const tagLayer = planLayer('tags', SCALES.hidden);
  const headLayer = planLayer('head', SCALES.hidden);
  const dependentLayer = planLayer('dependent', SCALES.hidden);
  const arcLayer = planLayer('arc', SCALES.other);
  const distances = weights.floats('distance');
  const labelHeadLayer = planLayer('label head', SCALES.hidden, null);
  const labelDependentLayer = planLayer('label dependent', SCALES.hidden, 'label hidden bias');
  const labelLayer = planLayer('label', SCALES.other);
  const [hiddenScale, otherScale] = [planFloats([SCALES.hidden]), planFloats([SCALES.other])];

  const openInputs = planWordInputs(weights, memory, {
    layers: firstLstm.map(({ input }) => input),
    scale: SCALES.other,
    mostWords: MOST_WORDS,
  });
  const hidden = weights.scaled('first forward recurrent').columns;
  /** Plans a row for the root and each word. */
  const planRows = (columns: number, size = FLOAT): number => plan((MOST_WORDS + 1) * columns * size);
  const gateSize = 4 * hidden * FLOAT;
  const [gates, work] = [planRows(4 * hidden), plan(gateSize)];
  const [cell, output] = [plan(hidden * FLOAT), plan(hidden * FLOAT)];
  const [first, second] = [planRows(2 * hidden, SHORT), planRows(2 * hidden, SHORT)];
  const tags = planRows(tagLayer.outputs);
  const arcSize = headLayer.outputs;
  const [heads, dependents, dependentShorts] = [
    planRows(arcSize),
    planRows(arcSize),
    planRows(arcSize, SHORT),
  ];
  const [arcInputs, arcs] = [planRows(arcSize), planRows(MOST_WORDS + 1)];
  const labelSize = labelLayer.inputs;
  const [labelHeads, labelInputs, labelShorts] = [
    planRows(labelSize),
    planRows(labelSize),
    planRows(labelSize, SHORT),
  ];
  const labels = planRows(labelLayer.outputs);

  const kernel = open(memory.bytes());
  const { floats } = kernel;
  memory.fill(floats);
  const wordInputs = openInputs(kernel);
  const run = (layer: Layer, input: number, rows: number, out: number, bias?: number): void =>
    runLayer(kernel, layer, input, rows, out, bias);

  function runLstm(
    directions: ReturnType<typeof planLstm>,
    inputsOf: ReturnType<InputsOf>,
    rows: number,
    out: number,
  ): void {
    for (const [direction, { recurrent }] of directions.entries()) {
      const inputOf = inputsOf(direction);
      floats.fill(0, cell / FLOAT, cell / FLOAT + hidden);
      const forward = direction === 0;
      for (let step = 0; step < rows; step += 1) {
        const row = forward ? step : rows - 1 - step;
        const from = inputOf(row);
        const to = out + (2 * row + direction) * hidden * SHORT;
        if (step === 0) floats.copyWithin(work / FLOAT, from / FLOAT, (from + gateSize) / FLOAT);
        else run(recurrent, to + (forward ? -2 : 2) * hidden * SHORT, 1, work, from);
        kernel.lstmStep(work, hidden, cell, cell, output);
        kernel.toShorts(output, hidden, hiddenScale, to);
      }
    }
  }

  const secondInputs =
    (rows: number): ReturnType<InputsOf> =>
    (direction) => {
      const input = secondLstm[direction]?.input;
      if (input !== undefined) run(input, first, rows, gates);
      return (row) => gates + row * gateSize;
    };

  const firstWord = 2 * hidden * SHORT;

  function scoreArcs(words: number): void {
    run(headLayer, second, words + 1, heads);
    kernel.rectify(heads, (words + 1) * arcSize);
    run(dependentLayer, second + firstWord, words, dependents);
    kernel.rectify(dependents, words * arcSize);
    kernel.toShorts(dependents, words * arcSize, otherScale, dependentShorts);
    run(arcLayer, dependentShorts, words, arcInputs);
    for (let word = 0; word < words; word += 1) {
      const out = arcs + word * (words + 1) * FLOAT;
      kernel.dotRows(arcInputs + word * arcSize * FLOAT, heads, words + 1, arcSize, out);
      for (let head = 0, at = out / FLOAT; head <= words; head += 1, at += 1) {
        floats[at] = (floats[at] ?? 0) + (distances[distanceBucket(word + 1, head)] ?? 0);
      }
    }
  }

  function scoreLabels(headOf: Int32Array): void {
    const words = headOf.length;
    const row = labelSize * FLOAT;
    for (const head of new Set(headOf))
      run(labelHeadLayer, second + head * firstWord, 1, labelHeads + head * row);
    run(labelDependentLayer, second + firstWord, words, labelInputs);
    for (const [word, head] of headOf.entries()) {
      kernel.addRow(labelInputs + word * row, labelHeads + head * row, labelSize);
    }
    kernel.rectify(labelInputs, words * labelSize);
    kernel.toShorts(labelInputs, words * labelSize, otherScale, labelShorts);
    run(labelLayer, labelShorts, words, labels);
  }

  const view = (at: number, length: number): Float32Array => floats.subarray(at / FLOAT, at / FLOAT + length);
  function readTags(words: readonly string[]): Float32Array {
    runLstm(firstLstm, wordInputs(words), words.length + 1, first);
    run(tagLayer, first + firstWord, words.length, tags);
    return view(tags, words.length * tagLayer.outputs);
  }

  return {
    tagColumns: tagLayer.outputs,
    labelColumns: labelLayer.outputs,
    readTags,
    read(words) {
      const tagScores = readTags(words);
      runLstm(secondLstm, secondInputs(words.length + 1), words.length + 1, second);
      scoreArcs(words.length);
      return {
        arcs: view(arcs, words.length * (words.length + 1)),
        tags: tagScores,
        labels(headOf) {
          scoreLabels(headOf);
          return view(labels, words.length * labelLayer.outputs);
        },
      };
    },
  };
}

const DISTANCES = [2, 3, 4, 5, 8, 13, 21];

/** The bucket of an arc: eight of distance for heads on the left, eight for heads on the right. */
export function distanceBucket(word: number, head: number): number {
  const distance = Math.abs(word - head);
  let bucket = head > word ? 8 : 0;
  for (const bound of DISTANCES) if (distance >= bound) bucket += 1;
  return bucket;
}
