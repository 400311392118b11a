import type { Mention } from '../../domain/event/mention.ts';

/** A number of people and their fate, as one account gives it. */
export interface PeopleCount {
  readonly fate: string;
  /** The words for a kind of people: `soldiers`. Empty where the text has none. */
  readonly kinds: ReadonlySet<string>;
  /** The words of the text: `at least 12 people were killed`. */
  readonly says: string;
  /** The numbers that the words allow: a single one, or a range around a rough number. */
  readonly least: number;
  readonly most: number;
}

const NUMBER_WORDS =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty`.split(/\s+/u);

/** Words of each fate, with the forms before a number ("killing 12") and after it ("12 dead"). */
const FATES = [
  { fate: 'killed', verb: 'kill(?:s|ed|ing)', after: 'killed|dead|died|deaths|fatalities' },
  { fate: 'injured', verb: '(?:injur|wound|hurt)(?:es|s|ed|ing)?', after: 'injured|wounded|hurt' },
  { fate: 'missing', verb: null, after: 'missing' },
  { fate: 'arrested', verb: '(?:arrest|detain)(?:s|ed|ing)', after: 'arrested|detained' },
  { fate: 'displaced', verb: '(?:displac|evacuat)(?:es|ed|ing)', after: 'displaced|evacuated' },
] as const;

const BOUND =
  '(?:at least|more than|over|up to|at most|fewer than|(?<rough>about|around|roughly|nearly|almost|some)) ';
const NUMBER = `(?<![\\d$€£.,-])(?<number>\\d{1,3}(?:,\\d{3})+|\\d+|${NUMBER_WORDS.slice(1).join('|')})(?![\\d%-]|[.,]\\d)`;
/** Up to four words may stand between number and fate, unless one of them begins another count. */
const BETWEEN = '(?<whom>(?: (?!and |or |but |to )[a-z]+){0,4}?)';

const PATTERNS = FATES.map(({ fate, verb, after }) => ({
  fate,
  forms: [
    ...(verb === null ? [] : [`\\b${verb} (?:${BOUND})?${NUMBER}(?=(?<whom>(?: [a-z]+){0,2}))`]),
    `(?:${BOUND})?\\b${NUMBER}${BETWEEN} (?:${after})\\b`,
  ].map((form) => new RegExp(form, 'iu')),
}));

/** Words for people of any kind, and words that are not for people. */
const ANYONE = new Set(
  `people persons others men women children victims passengers residents were was have had been are more in on at by of from and as
  the a an`.split(/\s+/u),
);

const kindsIn = (whom: string): ReadonlySet<string> =>
  new Set(
    whom
      .toLowerCase()
      .split(' ')
      .filter((word) => word !== '' && !ANYONE.has(word)),
  );

/** A quick test, since most sentences count no people. */
const ANY_FATE = /kill|dead|died|deaths|fatal|injur|wound|hurt|missing|arrest|detain|displac|evacuat/iu;

/** Rough numbers allow a tenth on either side. */
const ROUGH = 0.1;

/** The counts of people in an account's clause and the words after it: "a dam burst, killing at least 12". */
export function countsIn({ quote, clause }: Mention): readonly PeopleCount[] {
  if (!ANY_FATE.test(quote.exact)) return [];
  const own = countsOf(quote.exact.slice(clause.start - quote.start, clause.end - quote.start));
  return own.length > 0 ? own : countsOf(quote.exact.slice(clause.end - quote.start));
}

function countsOf(text: string): readonly PeopleCount[] {
  return PATTERNS.flatMap(({ fate, forms }) => {
    const match = forms.map((form) => form.exec(text)).find((found) => found !== null);
    if (match == null) return [];
    const value = numberOf(match.groups?.['number'] ?? '');
    const margin = match.groups?.['rough'] === undefined ? 0 : value * ROUGH;
    return [
      {
        fate,
        kinds: kindsIn(match.groups?.['whom'] ?? ''),
        says: match[0].trim(),
        least: value - margin,
        most: value + margin,
      },
    ];
  });
}

function numberOf(number: string): number {
  const word = NUMBER_WORDS.indexOf(number.toLowerCase());
  return word === -1 ? Number(number.replaceAll(',', '')) : word;
}
