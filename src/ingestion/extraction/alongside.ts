import type { Span } from '../../domain/event/mention.ts';

/** For each of some spans in text order, the items (in text order too, without overlap) that overlap it; one pass. */
export function alongside<T>(
  spans: readonly Span[],
  items: readonly T[],
  spanOf: (item: T) => Span,
): readonly (readonly T[])[] {
  let from = 0;
  return spans.map(({ start, end }) => {
    while (from < items.length && endOf(items[from], spanOf) <= start) from += 1;
    const found: T[] = [];
    for (let at = from; at < items.length; at += 1) {
      const item = items[at];
      if (item === undefined || spanOf(item).start >= end) break;
      found.push(item);
    }
    return found;
  });
}

const endOf = <T>(item: T | undefined, spanOf: (item: T) => Span): number =>
  item === undefined ? Number.POSITIVE_INFINITY : spanOf(item).end;
