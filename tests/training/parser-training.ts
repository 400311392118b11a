import { SHAPES, TABLES } from '../../src/parsing/features.ts';
import type { MatrixHeader } from '../../src/parsing/weights.ts';
import type { Batch } from './batches.ts';
import { arcLoss, softmaxLoss } from './losses.ts';
import { type LstmWeights, lstm } from './lstm.ts';
import { addRows, dropOut, embed, linear, rectify, rowsFrom } from './operations.ts';
import { Tape, type Tensor } from './tape.ts';
import type { Vocabulary } from './vocabulary.ts';
import { writeWeights } from './write-weights.ts';

/** Widths of the net: of a word, of an LSTM direction, of the vectors of arcs and of those of labels. */
export interface Size {
  readonly word: number;
  readonly hidden: number;
  readonly arc: number;
  readonly label: number;
}

/** Shares of numbers that are dropped: between the layers, and before the labels. */
export interface Dropout {
  readonly layers: number;
  readonly labels: number;
}

/** Weights of the parts of the loss. The heads weigh 1. */
const LABELS = 1.5;
const TAGS = 0.5;

interface Parameter {
  readonly name: string;
  readonly tensor: Tensor;
}

/** A net in training. */
export interface Training {
  readonly tape: Tape;
  readonly parameters: readonly Parameter[];
  /** The loss of a batch; its gradients are those of the parameters afterwards. */
  readonly learn: (batch: Batch, dropout: Dropout) => number;
  /** The net at this moment as a weights file. */
  readonly toFile: () => Uint8Array<ArrayBuffer>;
}

/** Begins with random weights. `floats` is the memory of the largest batch and the weights. */
export function startTraining(
  vocabulary: Vocabulary,
  size: Size,
  random: () => number,
  floats: number,
): Training {
  const tape = new Tape(floats);
  const parameters: Parameter[] = [];
  const { word, hidden, arc, label } = size;

  /** Random numbers up to a bound either way. */
  function parameter(name: string, rows: number, columns: number, bound: number): Tensor {
    const tensor = tape.tensor(rows, columns);
    parameters.push({ name, tensor });
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        tape.floats[tensor.value + row * tensor.stride + column] = bound * (2 * random() - 1);
      }
    }
    return tensor;
  }
  const bias = (name: string, columns: number): Tensor => parameter(name, 1, columns, 0);
  /** Numbers of a size that keeps the size of what goes through them (Glorot and Bengio 2010). */
  const matrix = (name: string, rows: number, columns: number, inputs = columns): Tensor =>
    parameter(name, rows, columns, Math.sqrt(6 / (inputs + rows)));
  const direction = (name: string, inputs: number): LstmWeights => {
    const weights = {
      input: matrix(`${name} input`, 4 * hidden, inputs),
      recurrent: parameter(`${name} recurrent`, 4 * hidden, hidden, Math.sqrt(3 / hidden)),
      bias: bias(`${name} bias`, 4 * hidden),
    };
    // An LSTM learns faster when its cells begin by remembering.
    tape.floats.fill(1, weights.bias.value + hidden, weights.bias.value + 2 * hidden);
    return weights;
  };
  const layer = (name: string, inputs: number): readonly LstmWeights[] => [
    direction(`${name} forward`, inputs),
    direction(`${name} backward`, inputs),
  ];

  const tables = TABLES.map((name) => parameter(name, vocabulary.tables[name]?.length ?? 0, word, 0.15));
  tables.push(parameter('shape', SHAPES, word, 0.15));
  const root = parameter('root', 1, word, 0.15);
  const [first, second] = [layer('first', word), layer('second', 2 * hidden)];
  const tagCount = vocabulary.upos.length + vocabulary.xpos.length;
  const tags = [matrix('tags', tagCount, 2 * hidden), bias('tags bias', tagCount)] as const;
  const head = [matrix('head', arc, 2 * hidden), bias('head bias', arc)] as const;
  const dependent = [matrix('dependent', arc, 2 * hidden), bias('dependent bias', arc)] as const;
  const arcs = [parameter('arc', arc, arc, 0.03), bias('arc bias', arc)] as const;
  const distances = bias('distance', 16);
  const labelHead = matrix('label head', label, 2 * hidden);
  const labelDependent = matrix('label dependent', label, 2 * hidden);
  const labelHidden = bias('label hidden bias', label);
  const labels = [
    matrix('label', vocabulary.labels.length, label),
    bias('label bias', vocabulary.labels.length),
  ] as const;
  const afterParameters = tape.mark();

  function learn(batch: Batch, dropout: Dropout): number {
    const { sentences, words } = batch;
    for (const { tensor } of parameters) {
      tape.floats.fill(0, tensor.gradient, tensor.gradient + tensor.rows * tensor.stride);
    }
    const drop = (tensor: Tensor): Tensor => dropOut(tape, tensor, dropout.layers, sentences, random);

    const embedded = tape.tensor((words + 1) * sentences, word);
    embed(tape, [root], [new Int32Array(sentences)], { ...embedded, rows: sentences });
    embed(tape, tables, batch.numbers, rowsFrom(embedded, sentences));
    const once = drop(lstm(tape, drop(embedded), first, sentences));
    const tagScores = linear(tape, rowsFrom(once, sentences), ...tags);
    const twice = drop(lstm(tape, once, second, sentences));
    const twiceWords = rowsFrom(twice, sentences);

    const heads = drop(rectify(tape, linear(tape, twice, ...head)));
    const dependents = drop(rectify(tape, linear(tape, twiceWords, ...dependent)));
    const dependentRows = linear(tape, dependents, ...arcs);

    const goldRows = batch.heads.map((goldHead, row) => goldHead * sentences + (row % sentences));
    const ofHeads = linear(tape, twice, labelHead);
    const together = addRows(tape, linear(tape, twiceWords, labelDependent, labelHidden), ofHeads, goldRows);
    const labelInput = dropOut(tape, rectify(tape, together), dropout.labels, together.rows, random);
    const labelScores = linear(tape, labelInput, ...labels);

    const upos = { first: 0, count: vocabulary.upos.length };
    const xpos = { first: upos.count, count: vocabulary.xpos.length };
    const loss =
      arcLoss(tape, dependentRows, heads, distances, sentenceBySentence(batch), sentences) +
      softmaxLoss(tape, labelScores, batch.labels, { first: 0, count: vocabulary.labels.length }, LABELS) +
      softmaxLoss(tape, tagScores, batch.upos, upos, TAGS) +
      softmaxLoss(tape, tagScores, batch.xpos, xpos, TAGS);
    tape.backward();
    tape.release(afterParameters);
    return loss;
  }

  const valuesOf = ({ rows, columns, stride, value }: Tensor): Float32Array => {
    const values = new Float32Array(rows * columns);
    for (let row = 0; row < rows; row += 1) {
      const from = value + row * stride;
      values.set(tape.floats.subarray(from, from + columns), row * columns);
    }
    return values;
  };
  const toFile = (): Uint8Array<ArrayBuffer> => {
    const matrices = parameters.map(
      ({ name, tensor: { rows, columns } }): MatrixHeader => ({
        name,
        rows,
        columns,
        bytes: rows === 1 ? 4 : 1,
      }),
    );
    const values = new Map(parameters.map(({ name, tensor }) => [name, tensor]));
    return writeWeights({ ...vocabulary, matrices }, (name) => valuesOf(values.get(name) as Tensor));
  };
  return { tape, parameters, learn, toFile };
}

/** The heads of a batch, all of the first sentence, then of the second. */
const sentenceBySentence = ({ heads, words, sentences }: Batch): Int32Array =>
  heads.map((_, place) => heads[(place % words) * sentences + Math.floor(place / words)] ?? 0);
