/** The first so many of a walk, or all of it; what comes after them is not asked for. */
export async function* takeFirst<T>(
  items: AsyncIterable<T>,
  limit: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<T> {
  let left = limit;
  if (left <= 0) return;
  for await (const item of items) {
    yield item;
    left -= 1;
    if (left <= 0) return;
  }
}
