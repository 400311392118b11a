import { shapeOf, TABLES, tableEntries } from './features.ts';
import { type Kernel, openKernel, packPanels, paddedToPanel } from './kernel.ts';
import { entryNumbers, type Weights } from './weights.ts';

const FLOAT = 4;

/** The most words that the net reads at once. The trainer leaves longer sentences out. */
export const MOST_WORDS = 120;

/** What the net thinks of a sentence. A row of a matrix belongs to a word. */
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
}

/** A layer of weights in memory: `out = bias + weights · input`. */
interface Layer {
  readonly weights: number;
  readonly bias: number;
  readonly inputs: number;
  readonly outputs: number;
}

/**
 * Two layers of bidirectional LSTM over summed embeddings; tags are read from the first, arcs and labels from the
 * second (Dozat and Manning 2017: a biaffine score for each pair of words).
 */
export function createNet(weights: Weights, open: (bytes: number) => Kernel = openKernel): Net {
  let end = 0;
  const fills: ((floats: Float32Array) => void)[] = [];
  /** Plans some floats of memory. Addresses are multiples of 16 bytes. */
  const plan = (floats: number): number => {
    const at = end;
    end += Math.ceil(floats / 4) * 16;
    return at;
  };
  const planRows = (name: string): number => {
    const { values } = weights.matrix(name);
    const at = plan(values.length);
    fills.push((floats) => floats.set(values, at / FLOAT));
    return at;
  };
  const planLayer = (name: string, biasName = `${name} bias`): Layer => {
    const matrix = weights.matrix(name);
    const outputs = paddedToPanel(matrix.rows);
    const at = plan(outputs * matrix.columns);
    const bias = plan(outputs);
    fills.push((floats) => {
      packPanels(matrix.values, matrix, floats.subarray(at / FLOAT));
      if (biasName !== '') floats.set(weights.matrix(biasName).values, bias / FLOAT);
    });
    return { weights: at, bias, inputs: matrix.columns, outputs };
  };
  const planLstm = (layer: string) =>
    ['forward', 'backward'].map((direction) => ({
      input: planLayer(`${layer} ${direction} input`, `${layer} ${direction} bias`),
      recurrent: planLayer(`${layer} ${direction} recurrent`, ''),
    }));

  const tables = [...TABLES, 'shape'].map(planRows);
  const root = planRows('root');
  const lstms = [planLstm('first'), planLstm('second')];
  const tagLayer = planLayer('tags');
  const [headLayer, dependentLayer, arcLayer] = [planLayer('head'), planLayer('dependent'), planLayer('arc')];
  const distances = weights.matrix('distance').values;
  const labelHeadLayer = planLayer('label head', '');
  const labelDependentLayer = planLayer('label dependent', 'label hidden bias');
  const labelLayer = planLayer('label');

  const width = weights.matrix('root').columns;
  const hidden = weights.matrix('first forward recurrent').columns;
  const planOutput = (outputs: number): number => plan((MOST_WORDS + 1) * outputs);
  const embedded = planOutput(width);
  const [gates, cell] = [planOutput(4 * hidden), plan(hidden)];
  const [first, second] = [planOutput(2 * hidden), planOutput(2 * hidden)];
  const tags = planOutput(tagLayer.outputs);
  const [heads, dependents, arcInputs] = [
    planOutput(headLayer.outputs),
    planOutput(headLayer.outputs),
    planOutput(headLayer.outputs),
  ];
  const arcs = planOutput(MOST_WORDS + 1);
  const [labelHeads, labelDependents] = [planOutput(labelLayer.inputs), planOutput(labelLayer.inputs)];
  const labels = planOutput(labelLayer.outputs);

  const kernel = open(end);
  const { floats } = kernel;
  for (const fill of fills) fill(floats);
  const numbers = entryNumbers(weights);

  const run = (layer: Layer, input: number, rows: number, out: number): void =>
    kernel.multiply(
      input,
      layer.inputs * FLOAT,
      rows,
      layer.inputs,
      layer.weights,
      layer.outputs,
      layer.bias,
      0,
      out,
      layer.outputs * FLOAT,
    );

  function embed(words: readonly string[]): void {
    const row = width * FLOAT;
    floats.copyWithin(embedded / FLOAT, root / FLOAT, root / FLOAT + width);
    for (const [index, word] of words.entries()) {
      const to = embedded + (index + 1) * row;
      const shape = (tables[numbers.length] ?? 0) + shapeOf(word, index === 0) * row;
      floats.copyWithin(to / FLOAT, shape / FLOAT, shape / FLOAT + width);
      for (const [table, entry] of tableEntries(word).entries()) {
        kernel.addRow(to, (tables[table] ?? 0) + (numbers[table]?.get(entry) ?? 0) * row, width);
      }
    }
  }

  function runLstm(directions: ReturnType<typeof planLstm>, input: number, rows: number, out: number): void {
    for (const [direction, { input: inputLayer, recurrent }] of directions.entries()) {
      run(inputLayer, input, rows, gates);
      floats.fill(0, cell / FLOAT, cell / FLOAT + hidden);
      for (let step = 0; step < rows; step += 1) {
        const row = direction === 0 ? step : rows - 1 - step;
        const rowGates = gates + row * 4 * hidden * FLOAT;
        const to = out + (2 * row + direction) * hidden * FLOAT;
        if (step > 0) {
          const before = to + (direction === 0 ? -2 : 2) * hidden * FLOAT;
          kernel.multiply(
            before,
            0,
            1,
            hidden,
            recurrent.weights,
            recurrent.outputs,
            rowGates,
            0,
            rowGates,
            0,
          );
        }
        kernel.lstmStep(rowGates, hidden, cell, cell, to);
      }
    }
  }

  function scoreArcs(words: number): void {
    const size = headLayer.outputs;
    const dependentRow = second + 2 * hidden * FLOAT;
    run(headLayer, second, words + 1, heads);
    kernel.rectify(heads, (words + 1) * size);
    run(dependentLayer, dependentRow, words, dependents);
    kernel.rectify(dependents, words * size);
    run(arcLayer, dependents, words, arcInputs);
    for (let word = 0; word < words; word += 1) {
      const out = arcs + word * (words + 1) * FLOAT;
      kernel.dotRows(arcInputs + word * size * FLOAT, heads, words + 1, size, out);
      for (let head = 0, at = out / FLOAT; head <= words; head += 1, at += 1) {
        floats[at] = (floats[at] ?? 0) + (distances[distanceBucket(word + 1, head)] ?? 0);
      }
    }
  }

  function scoreLabels(headOf: Int32Array): void {
    const words = headOf.length;
    const size = labelLayer.inputs;
    run(labelHeadLayer, second, words + 1, labelHeads);
    run(labelDependentLayer, second + 2 * hidden * FLOAT, words, labelDependents);
    for (const [word, head] of headOf.entries()) {
      kernel.addRow(labelDependents + word * size * FLOAT, labelHeads + head * size * FLOAT, size);
    }
    kernel.rectify(labelDependents, words * size);
    run(labelLayer, labelDependents, words, labels);
  }

  const view = (at: number, length: number): Float32Array => floats.subarray(at / FLOAT, at / FLOAT + length);
  return {
    tagColumns: tagLayer.outputs,
    labelColumns: labelLayer.outputs,
    read(words) {
      embed(words);
      runLstm(lstms[0] ?? [], embedded, words.length + 1, first);
      run(tagLayer, first + 2 * hidden * FLOAT, words.length, tags);
      runLstm(lstms[1] ?? [], first, words.length + 1, second);
      scoreArcs(words.length);
      return {
        arcs: view(arcs, words.length * (words.length + 1)),
        tags: view(tags, words.length * tagLayer.outputs),
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
