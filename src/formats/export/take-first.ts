/** The first items of a walk, up to a limit; the walk is not continued after them. */
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

/** As `takeFirst`, for items that come in pages. */
export async function* takeFirstOfPages<T>(
  pages: AsyncIterable<readonly T[]>,
  limit: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly T[]> {
  let left = limit;
  if (left <= 0) return;
  for await (const page of pages) {
    yield page.slice(0, left);
    left -= page.length;
    if (left <= 0) return;
  }
}
