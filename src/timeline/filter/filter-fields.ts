import { EVENT_TYPES } from '../../domain/event/event-type.ts';
import { MODALITIES } from '../../domain/event/mention.ts';
import { MONTH_DAY_INCLUSIONS, RANGE_MATCHES } from '../../domain/query/timeline-query.ts';
import { PRECISIONS } from '../../domain/time/event-date.ts';

/** A field of a filter as a client writes it: the kind of its value, and its meaning. */
export type FilterField = {
  readonly description: string;
} & (
  | { readonly kind: 'DAY' | 'EDTF' | 'MONTH_DAY' | 'TEXT' | 'SHARE' | 'COUNT' }
  | { readonly kind: 'NAMES' | 'ARTICLE_IDS' }
  | { readonly kind: 'WORD' | 'WORDS'; readonly words: readonly string[] }
);

/**
 * The fields of a filter, once, for GraphQL's `EventFilter`, REST's parameters and the options of the command
 * line. Values of one list are alternatives; different fields must all hold.
 */
export const FILTER_FIELDS = {
  from: { kind: 'DAY', description: 'The first day of a range of days, inclusive; open when left out.' },
  to: { kind: 'DAY', description: 'The last day of a range of days, inclusive; open when left out.' },
  date: {
    kind: 'EDTF',
    description:
      'That range as one date of EDTF level 0 or 1, such as 2021-12, 202X or 2021-12-01/..; instead of from and to.',
  },
  match: {
    kind: 'WORD',
    words: RANGE_MATCHES,
    description:
      'What it takes to be in the range. OVERLAPS, if left out: could lie in it. WITHIN: surely does. STARTS: its first possible day does.',
  },
  onThisDate: { kind: 'MONTH_DAY', description: 'A month and a day, such as 12-21, of any year.' },
  include: {
    kind: 'WORD',
    words: MONTH_DAY_INCLUSIONS,
    description:
      'Together with onThisDate. EXACT, if left out: events whose day is known. POSSIBLE: those too that could lie on it.',
  },
  actor: { kind: 'NAMES', description: 'Who takes part: ids, or names and aliases in any case.' },
  actorAll: { kind: 'NAMES', description: 'Who all take part: ids, or names and aliases in any case.' },
  actorNone: { kind: 'NAMES', description: 'Who takes no part: ids, or names and aliases in any case.' },
  place: { kind: 'NAMES', description: 'Where it happened: ids, or names in any case.' },
  type: { kind: 'WORDS', words: EVENT_TYPES, description: 'What kind of happening it is.' },
  source: {
    kind: 'NAMES',
    description: 'Publishers, in any case, of which at least one has an article that tells of it.',
  },
  article: {
    kind: 'ARTICLE_IDS',
    description: 'The ids of articles, of which at least one must tell of it.',
  },
  precision: { kind: 'WORDS', words: PRECISIONS, description: 'How finely its date is known.' },
  modality: {
    kind: 'WORDS',
    words: MODALITIES,
    description: 'Whether it is told as a fact, as somebody’s word, or as a plan.',
  },
  minConfidence: { kind: 'SHARE', description: 'Confidence of at least this, from 0 to 1.' },
  minSources: { kind: 'COUNT', description: 'Told by at least so many independent sources.' },
  text: {
    kind: 'TEXT',
    description:
      'Words that all occur in its title or in one of its quotes. A text without a letter or a digit finds nothing.',
  },
  asOf: {
    kind: 'DAY',
    description:
      'What was known from articles published by this day: dates may be wider, later events are left out.',
  },
} as const satisfies Readonly<Record<string, FilterField>>;

export type FilterFieldName = keyof typeof FILTER_FIELDS;

interface ScalarValues {
  readonly DAY: string;
  readonly EDTF: string;
  readonly MONTH_DAY: string;
  readonly TEXT: string;
  readonly SHARE: number;
  readonly COUNT: number;
  readonly NAMES: readonly string[];
  readonly ARTICLE_IDS: readonly string[];
}

type ValueOf<Field> = Field extends { readonly words: readonly (infer Word)[] }
  ? Field extends { readonly kind: 'WORDS' }
    ? readonly Word[]
    : Word
  : Field extends { readonly kind: infer Kind extends keyof ScalarValues }
    ? ScalarValues[Kind]
    : never;

/** A client's filter: the types are right, the values unchecked. Null means the same as leaving a field out. */
export type FilterInput = {
  readonly [Name in FilterFieldName]?: ValueOf<(typeof FILTER_FIELDS)[Name]> | null | undefined;
};
