import type { Mention } from '../../../domain/event/mention.ts';

/** How many people an account says something became of. */
export interface CountTold {
  readonly fate: string;
  /** The words of the text: `at least 12 people were killed`. */
  readonly says: string;
  /** The numbers that the words allow: one, or for a rough number those about it. */
  readonly least: number;
  readonly most: number;
}

const NUMBER_WORDS =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty`.split(/\s+/u);

/** Words for one fate each, with the forms that stand before a number ("killing 12") and after it ("12 dead"). */
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
/** Up to four words between the number and the fate, none of which begins another count. */
const BETWEEN = '(?: (?!and |or |but |to )[a-z]+){0,4}?';

const PATTERNS = FATES.map(({ fate, verb, after }) => ({
  fate,
  forms: [
    ...(verb === null ? [] : [`\\b${verb} (?:${BOUND})?${NUMBER}`]),
    `(?:${BOUND})?\\b${NUMBER}${BETWEEN} (?:${after})\\b`,
  ].map((form) => new RegExp(form, 'iu')),
}));

/** Most sentences count nobody: this is seen faster. */
const ANY_FATE = /kill|dead|died|deaths|fatal|injur|wound|hurt|missing|arrest|detain|displac|evacuat/iu;

/** Rough numbers allow a tenth on either side. */
const ROUGH = 0.1;

/** The people whose fate an account counts, in its clause or in what follows there: "a dam burst, killing at least 12". */
export function countsIn({ quote, clause }: Mention): readonly CountTold[] {
  if (!ANY_FATE.test(quote.exact)) return [];
  const own = countsOf(quote.exact.slice(clause.start - quote.start, clause.end - quote.start));
  return own.length > 0 ? own : countsOf(quote.exact.slice(clause.end - quote.start));
}

function countsOf(told: string): readonly CountTold[] {
  return PATTERNS.flatMap(({ fate, forms }) => {
    const match = forms.map((form) => form.exec(told)).find((found) => found !== null);
    if (match == null) return [];
    const value = numberOf(match.groups?.['number'] ?? '');
    const margin = match.groups?.['rough'] === undefined ? 0 : value * ROUGH;
    return [{ fate, says: match[0].trim(), least: value - margin, most: value + margin }];
  });
}

function numberOf(number: string): number {
  const word = NUMBER_WORDS.indexOf(number.toLowerCase());
  return word === -1 ? Number(number.replaceAll(',', '')) : word;
}
