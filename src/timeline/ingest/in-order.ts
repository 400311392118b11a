import { nextTurn } from '../next-turn.ts';

/** How many items are worked on before their turn: at most `count`, and none more once those have `size` together. */
export interface Ahead<Item> {
  readonly count: number;
  readonly size?: number;
  readonly sizeOf?: (item: Item) => number;
  /** The most results that are given together, and the size of their items. One alone may be larger. */
  readonly together?: { readonly count: number; readonly size: number };
}

interface Begun<Result> {
  readonly result: Promise<Result>;
  readonly size: number;
  isReady: boolean;
}

/**
 * The results of work on some items, in the order of the items. Results that are ready come together. Work on later items goes on
 * ahead. An item that is slow to arrive does not hold back the results before it.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ahead: Ahead<Item>,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<readonly Result[]> {
  const { count, size = Number.POSITIVE_INFINITY, sizeOf = () => 0 } = ahead;
  const source = iterate(items);
  const begun: Begun<Result>[] = [];
  let held = 0;
  let next: Promise<IteratorResult<Item>> | undefined = source.next();
  try {
    for (;;) {
      const [first] = begun;
      if (next === undefined && first === undefined) return;
      const arrival = begun.length < count && held < size ? next : undefined;
      const arrived = await Promise.race([
        ...(arrival === undefined ? [] : [arrival]),
        ...(first === undefined ? [] : [first.result.then(nextTurn, nextTurn)]),
      ]);
      if (arrived === undefined) {
        const ready = begun.splice(0, countReady(begun, ahead.together));
        for (const each of ready) held -= each.size;
        yield await Promise.all(ready.map(({ result }) => result));
      } else if (arrived.done === true) {
        next = undefined;
      } else {
        begun.push(begin(work(arrived.value), sizeOf(arrived.value)));
        held += sizeOf(arrived.value);
        next = source.next();
        next.catch(nothing);
      }
    }
  } finally {
    await source.return(undefined);
  }
}

/** The error of a result is thrown when its turn has come. */
function begin<Result>(result: Promise<Result>, size: number): Begun<Result> {
  const begun: Begun<Result> = { result, size, isReady: false };
  result.then(() => {
    begun.isReady = true;
  }, nothing);
  return begun;
}

/** The number of results that may be given now. The first has ended, perhaps with an error. */
function countReady<Result>(begun: readonly Begun<Result>[], { count, size } = ALONE): number {
  let held = begun[0]?.size ?? 0;
  let ready = 1;
  for (const { isReady, size: own } of begun.slice(1, count)) {
    held += own;
    if (!isReady || held > size) break;
    ready += 1;
  }
  return ready;
}

const ALONE = { count: 1, size: 0 };

const nothing = (): undefined => undefined;

async function* iterate<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}
