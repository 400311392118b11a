/** `" The  Example\nPost "` → `The Example Post`: a name or headline without control characters, null where nothing is left. */
export const oneLine = (text: string): string | null =>
  text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim() || null;
