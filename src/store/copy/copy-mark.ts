import type { CopyPlace } from './copy-timeline.ts';

/** The marker of a timeline that a copy goes into. The last transaction of the copy removes it. */
export const COPY_MARKER = 'copying';

/** The state of the source that is copied, and how far the copy is. */
interface CopyMark {
  readonly state: string;
  /** Null before the first row. */
  readonly place: CopyPlace | null;
}

export const writeMark = (state: string, place: CopyPlace | null = null): string =>
  JSON.stringify({ state, place } satisfies CopyMark);

/** The place that a marker notes; null where nothing of this state was copied. */
export function placeOf(text: string | undefined, state: string): CopyPlace | null {
  if (text === undefined) return null;
  const mark: CopyMark = JSON.parse(text);
  return mark.state === state ? mark.place : null;
}
