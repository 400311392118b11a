/**
 * The results of work on some items, in the order of the items. The work on at most `ahead` items is under way at once, and an item
 * that is slow to arrive does not hold back the results before it.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = iterate(items);
  const begun: Promise<Result>[] = [];
  let next: Promise<IteratorResult<Item>> | undefined = source.next();
  try {
    for (;;) {
      const [first] = begun;
      if (next === undefined && first === undefined) return;
      const arrival = begun.length < ahead ? next : undefined;
      const arrived = await Promise.race([
        ...(arrival === undefined ? [] : [arrival]),
        ...(first === undefined ? [] : [first.then(nothing, nothing)]),
      ]);
      if (arrived === undefined) {
        begun.shift();
        if (first !== undefined) yield first;
      } else if (arrived.done === true) {
        next = undefined;
      } else {
        const result = work(arrived.value);
        // The error of a result is thrown when its turn has come.
        result.catch(nothing);
        begun.push(result);
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
