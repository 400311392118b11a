const PARTS: Readonly<Record<string, string>> = {
  MONTH: String.raw`\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)`,
  WEEKDAY: String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b`,
  PART_OF_DAY: String.raw`\b(?:morning|forenoon|noon|midday|afternoon|evening|night|overnight|midnight|dawn|dusk|tonight)s?\b`,
  UNIT: String.raw`\b(?:second|minute|hour|day|week|weekend|fortnight|month|quarter|period|year|decade|century|centurie)s?\b`,
  SEASON: String.raw`\b(?:spring|summer|autumn|fall|winter|season)s?\b`,
  NUMBER: String.raw`(?:\d[\d,./]*|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|half|couple)\b)`,
  DAY_NUMBER: String.raw`\b[0-3]?\d(?:st|nd|rd|th)?\b`,
  YEAR: String.raw`\b\d{4}\b`,
  STAGE: String.raw`\b(?:early|earlier|mid|middle|late|later|start|beginning|end|first half|second half)\b`,
};

/** A pattern over words in lower case with single spaces, in which `MONTH`, `UNIT` and so on stand for their kinds. */
export const words = (pattern: string): RegExp =>
  new RegExp(pattern.replace(/\b[A-Z_]{4,}\b/g, (part) => PARTS[part] ?? part));
