import { distanceBucket } from '../../src/parsing/net.ts';
import {
  addProduct,
  type Block,
  packRows,
  packTransposed,
  type Tape,
  type Tensor,
  transpose,
} from './tape.ts';

/** A target that is not counted: a tag or label that the net does not know. */
export const UNKNOWN = -1;

/**
 * Cross entropy of a softmax over some columns, as a mean over the rows. Adds its gradient to the tensor's, and gives
 * the loss. Both are multiplied by `weight`.
 */
export function softmaxLoss(
  { floats }: Tape,
  { rows, stride, value, gradient }: Tensor,
  targets: Int32Array,
  columns: { readonly first: number; readonly count: number },
  weight: number,
): number {
  const share = weight / rows;
  const odds = new Float64Array(columns.count);
  let loss = 0;
  for (let row = 0; row < rows; row += 1) {
    const target = targets[row] ?? UNKNOWN;
    if (target === UNKNOWN) continue;
    const scores = value + row * stride + columns.first;
    const total = softmax(floats.subarray(scores, scores + columns.count), odds);
    loss -= share * Math.log((odds[target] ?? 0) / total);
    const slopes = gradient + row * stride + columns.first;
    for (let column = 0; column < columns.count; column += 1) {
      const slope = (odds[column] ?? 0) / total - (column === target ? 1 : 0);
      floats[slopes + column] = (floats[slopes + column] ?? 0) + share * slope;
    }
  }
  return loss;
}

/** Fills in numbers in the proportion of the softmax, and gives their sum. */
function softmax(scores: Float32Array, odds: Float64Array): number {
  const most = scores.reduce((highest, score) => Math.max(highest, score), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (const [column, score] of scores.entries()) {
    const odd = Math.exp(score - most);
    odds[column] = odd;
    total += odd;
  }
  return total;
}

/**
 * Cross entropy of the heads, as a mean over the words. A word's score for a head is the product of its row of
 * `dependents` and the head's row of `heads`, plus a number for their distance.
 */
export function arcLoss(
  tape: Tape,
  dependents: Tensor,
  heads: Tensor,
  distances: Tensor,
  targets: Int32Array,
  batch: number,
): number {
  const { floats } = tape;
  const words = dependents.rows / batch;
  let loss = 0;
  for (let sentence = 0; sentence < batch; sentence += 1) {
    tape.withScratch(() => {
      const dependentRows = gather(tape, dependents, dependents.value, sentence, batch);
      const headRows = gather(tape, heads, heads.value, sentence, batch);
      const scores = tape.tensor(words, words + 1);
      const block = { rows: words, columns: words + 1, stride: scores.stride };
      addProduct(tape, dependentRows, packTransposed(tape, headRows), { ...block, at: scores.value });
      for (let word = 0; word < words; word += 1) {
        const row = scores.value + word * scores.stride;
        for (let head = 0; head <= words; head += 1) {
          const nearness = floats[distances.value + distanceBucket(word + 1, head)] ?? 0;
          floats[row + head] = head === word + 1 ? -1e9 : (floats[row + head] ?? 0) + nearness;
        }
      }
      const gold = targets.subarray(sentence * words, (sentence + 1) * words);
      loss += softmaxLoss(tape, scores, gold, { first: 0, count: words + 1 }, 1 / batch);
      const slopes = { ...block, at: scores.gradient };
      const dependentSlopes = blockLike(tape, dependentRows);
      addProduct(tape, slopes, packRows(tape, headRows), dependentSlopes);
      scatter(tape, dependentSlopes, dependents, sentence, batch);
      const headSlopes = blockLike(tape, headRows);
      addProduct(tape, transpose(tape, slopes), packRows(tape, dependentRows), headSlopes);
      scatter(tape, headSlopes, heads, sentence, batch);
      for (let word = 0; word < words; word += 1) {
        for (let head = 0; head <= words; head += 1) {
          const place = distances.gradient + distanceBucket(word + 1, head);
          floats[place] = (floats[place] ?? 0) + (floats[scores.gradient + word * scores.stride + head] ?? 0);
        }
      }
    });
  }
  return loss;
}

const blockLike = (tape: Tape, block: Block): Block => ({
  ...block,
  at: tape.allocate(block.rows * block.stride),
});

/** Copies the rows of one sentence of a batch. */
function gather(tape: Tape, tensor: Tensor, start: number, sentence: number, batch: number): Block {
  const { stride, columns } = tensor;
  const rows = tensor.rows / batch;
  const at = tape.allocate(rows * stride);
  for (let row = 0; row < rows; row += 1) {
    const from = start + (row * batch + sentence) * stride;
    tape.floats.copyWithin(at + row * stride, from, from + stride);
  }
  return { at, rows, columns, stride };
}

/** Adds rows to the gradient of one sentence of a batch. */
function scatter(tape: Tape, rows: Block, tensor: Tensor, sentence: number, batch: number): void {
  for (let row = 0; row < rows.rows; row += 1) {
    const to = tensor.gradient + (row * batch + sentence) * tensor.stride;
    tape.kernel.addRow(to * 4, (rows.at + row * rows.stride) * 4, rows.stride);
  }
}
