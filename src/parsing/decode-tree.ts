/**
 * The heads of a sentence's words. `scores` has a row for each word with a column for each head: the root, then the
 * words. Each word takes its best head where that gives a tree with a single root; such a tree may have crossing arcs.
 * Otherwise the best tree without crossing arcs is taken. Heads count words from 1; 0 is the root.
 */
export function decodeTree(scores: Float32Array, words: number): Int32Array {
  const best = bestHeads(scores, words);
  return isTree(best) ? best : bestProjectiveTree(scores, words);
}

function bestHeads(scores: Float32Array, words: number): Int32Array {
  const heads = new Int32Array(words);
  for (let word = 0; word < words; word += 1) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let head = 0; head <= words; head += 1) {
      const score = scores[word * (words + 1) + head] ?? 0;
      if (head === word + 1 || score <= highest) continue;
      highest = score;
      heads[word] = head;
    }
  }
  return heads;
}

/** Whether a single word hangs on the root, and every chain of heads ends there. */
function isTree(heads: Int32Array): boolean {
  if (heads.filter((head) => head === 0).length !== 1) return false;
  /** The word whose climb came here first. */
  const climbedBy = new Int32Array(heads.length + 1);
  for (let word = 1; word <= heads.length; word += 1) {
    let at = word;
    while (at !== 0 && climbedBy[at] === 0) {
      climbedBy[at] = word;
      at = heads[at - 1] ?? 0;
    }
    if (at !== 0 && climbedBy[at] === word) return false;
  }
  return true;
}

/** The best sum of each span of words, and the word at which that span is best divided. */
interface Chart {
  readonly sums: Float64Array;
  readonly middles: Int32Array;
}

/**
 * Eisner's algorithm (1996), in time cubic in the number of words. A span has its head at its left or right end. It is
 * open while the other end is the head's newest dependent, and closed when that dependent has all of its own.
 */
function bestProjectiveTree(scores: Float32Array, words: number): Int32Array {
  const chart = (): Chart => ({
    sums: new Float64Array(words * words),
    middles: new Int32Array(words * words),
  });
  const [closedLeft, closedRight, openLeft, openRight] = [chart(), chart(), chart(), chart()];
  const score = (word: number, head: number): number => scores[word * (words + 1) + head + 1] ?? 0;
  const at = ({ sums }: Chart, left: number, right: number): number => sums[left * words + right] ?? 0;

  /** Fills a span from the best of its divisions between two words: `sumAt(middle)` for `first` to `last`. */
  function fill(to: Chart, place: number, first: number, last: number, sumAt: (middle: number) => number) {
    let most = Number.NEGATIVE_INFINITY;
    for (let middle = first; middle <= last; middle += 1) {
      const sum = sumAt(middle);
      if (sum <= most) continue;
      most = sum;
      to.middles[place] = middle;
    }
    to.sums[place] = most;
  }

  for (let length = 1; length < words; length += 1) {
    for (let left = 0, right = length; right < words; left += 1, right += 1) {
      const place = left * words + right;
      fill(
        openLeft,
        place,
        left,
        right - 1,
        (middle) => at(closedLeft, left, middle) + at(closedRight, middle + 1, right),
      );
      openRight.middles[place] = openLeft.middles[place] ?? 0;
      openRight.sums[place] = (openLeft.sums[place] ?? 0) + score(left, right);
      openLeft.sums[place] = (openLeft.sums[place] ?? 0) + score(right, left);
      fill(
        closedLeft,
        place,
        left + 1,
        right,
        (middle) => at(openLeft, left, middle) + at(closedLeft, middle, right),
      );
      fill(
        closedRight,
        place,
        left,
        right - 1,
        (middle) => at(closedRight, left, middle) + at(openRight, middle, right),
      );
    }
  }

  const heads = new Int32Array(words);
  const middleOf = ({ middles }: Chart, left: number, right: number): number =>
    middles[left * words + right] ?? 0;
  function takeOpen(dependent: number, head: number): void {
    heads[dependent] = head + 1;
    const [left, right] = [Math.min(dependent, head), Math.max(dependent, head)];
    const middle = middleOf(openLeft, left, right);
    takeLeft(left, middle);
    takeRight(middle + 1, right);
  }
  /** Takes a closed span whose head is its left end. */
  function takeLeft(left: number, right: number): void {
    if (left === right) return;
    const middle = middleOf(closedLeft, left, right);
    takeOpen(middle, left);
    takeLeft(middle, right);
  }
  function takeRight(left: number, right: number): void {
    if (left === right) return;
    const middle = middleOf(closedRight, left, right);
    takeRight(left, middle);
    takeOpen(middle, right);
  }

  const roots = chart();
  fill(
    roots,
    0,
    0,
    words - 1,
    (root) => score(root, -1) + at(closedRight, 0, root) + at(closedLeft, root, words - 1),
  );
  const root = roots.middles[0] ?? 0;
  takeRight(0, root);
  takeLeft(root, words - 1);
  return heads;
}
