import type { CopyPlace } from './copy-timeline.ts';

/** The marker of a timeline that a copy goes into. The last transaction of the copy removes it. */
export const COPY_MARKER = 'copying';

/** What the marker says: the state of the source that is copied, and how far. */
interface CopyMark {
  readonly state: string;
  readonly place: CopyPlace;
}

const START: CopyPlace = { table: 'markers', after: null };

export const writeMark = (state: string, place: CopyPlace = START): string =>
  JSON.stringify({ state, place } satisfies CopyMark);

/** The place that a marker notes; null where another state was copied. */
export function placeOf(text: string | undefined, state: string): CopyPlace | null {
  if (text === undefined) return null;
  const mark: CopyMark = JSON.parse(text);
  return mark.state === state ? mark.place : null;
}
