/** How many items are worked on before their turn: at most `count`, and none more once those have `size` together. */
export interface Ahead<Item> {
  readonly count: number;
  readonly size?: number;
  readonly sizeOf?: (item: Item) => number;
}

/**
 * The results of work on some items, in the order of the items. Work on later items goes on ahead. An item that is slow to arrive
 * does not hold back the results before it.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  { count, size = Number.POSITIVE_INFINITY, sizeOf = () => 0 }: Ahead<Item>,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = iterate(items);
  const begun: { readonly result: Promise<Result>; readonly size: number }[] = [];
  let held = 0;
  let next: Promise<IteratorResult<Item>> | undefined = source.next();
  try {
    for (;;) {
      const [first] = begun;
      if (next === undefined && first === undefined) return;
      const arrival = begun.length < count && held < size ? next : undefined;
      const arrived = await Promise.race([
        ...(arrival === undefined ? [] : [arrival]),
        ...(first === undefined ? [] : [first.result.then(nothing, nothing)]),
      ]);
      if (arrived === undefined) {
        begun.shift();
        held -= first?.size ?? 0;
        if (first !== undefined) yield first.result;
      } else if (arrived.done === true) {
        next = undefined;
      } else {
        const result = work(arrived.value);
        // The error of a result is thrown when its turn has come.
        result.catch(nothing);
        begun.push({ result, size: sizeOf(arrived.value) });
        held += sizeOf(arrived.value);
        next = source.next();
        next.catch(nothing);
      }
    }
  } finally {
    await source.return(undefined);
  }
}

const nothing = (): undefined => undefined;

async function* iterate<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}
