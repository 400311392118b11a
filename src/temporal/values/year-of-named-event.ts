const KINDS =
  'tsunami|(?:earth)?quakes?|battle|massacre|attacks?|bombings?|uprising|revolution|revolt|rebellion|coup|putsch|floods?|disaster|crash|riots?|storm|hurricane|fire|explosion|murders?|killings|landings?|raid|truce|armistice|strike|march';
const YEAR_AFTER = new RegExp(
  String.raw`^\s+(?:[a-z]+\s+(?:and\s+)?){0,3}(?:${KINDS})\s+(?:of|in)\s+(?<year>(?:1[5-9]|20)\d\d)\b`,
  'i',
);
const REACH = 60;

/** The year of an event that is named by its day: "the Boxing Day tsunami in 2004" → 2004. */
export function yearOfNamedEvent(text: string, end: number): number | undefined {
  const year = YEAR_AFTER.exec(text.slice(end, end + REACH))?.groups?.['year'];
  return year === undefined ? undefined : Number(year);
}
