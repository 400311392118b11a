const WORDS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** A place counted from the beginning ("second", "2nd") or the end ("last"). */
export const ORDINAL = String.raw`${WORDS.join('|')}|\d{1,2}(?:st|nd|rd|th)|last|final`;

/** "second" or "2nd" → 2, "last" → -1; 0 for any other text. */
export function ordinalOf(text: string): number {
  const lower = text.toLowerCase();
  if (lower === 'last' || lower === 'final') return -1;
  return Number.parseInt(lower, 10) || WORDS.indexOf(lower) + 1;
}
