import { EVENT_TYPES } from '../../domain/event/event-type.ts';
import { MODALITIES } from '../../domain/event/mention.ts';
import { MONTH_DAY_INCLUSIONS, RANGE_MATCHES } from '../../domain/query/timeline-query.ts';
import { DATE_ROLES, PRECISIONS } from '../../domain/time/event-date.ts';

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
      'The range as one date of EDTF level 0 or 1, such as 2021-12, 202X or 2021-12-01/..; instead of from and to.',
  },
  match: {
    kind: 'WORD',
    words: RANGE_MATCHES,
    description:
      'How an event matches the range. OVERLAPS, if left out: it could lie in the range. WITHIN: it surely does. STARTS: its first possible day does.',
  },
  onThisDate: { kind: 'MONTH_DAY', description: 'A month and a day, such as 12-21, of any year.' },
  include: {
    kind: 'WORD',
    words: MONTH_DAY_INCLUSIONS,
    description:
      'Together with onThisDate. EXACT, if left out: events whose day is known. POSSIBLE: also events that could lie on it.',
  },
  actor: {
    kind: 'NAMES',
    description: 'Actors, of which at least one takes part: ids, or names and aliases in any case.',
  },
  actorAll: {
    kind: 'NAMES',
    description: 'Actors that all take part: ids, or names and aliases in any case.',
  },
  actorNone: {
    kind: 'NAMES',
    description: 'Actors that take no part: ids, or names and aliases in any case.',
  },
  place: { kind: 'NAMES', description: 'Places: ids, or names in any case.' },
  type: { kind: 'WORDS', words: EVENT_TYPES, description: 'Types of event.' },
  subject: { kind: 'NAMES', description: 'Subjects of stories, such as courts, elections or weather.' },
  source: {
    kind: 'NAMES',
    description: 'Publishers, in any case. At least one has an article about the event.',
  },
  article: {
    kind: 'ARTICLE_IDS',
    description: 'Ids of articles. At least one has an account of the event.',
  },
  precision: { kind: 'WORDS', words: PRECISIONS, description: 'Precisions of its date.' },
  role: {
    kind: 'WORDS',
    words: DATE_ROLES,
    description: 'How it lies in its days. PUBLISHED: the day of the report is known alone.',
  },
  modality: {
    kind: 'WORDS',
    words: MODALITIES,
    description: 'Modalities: fact, report, plan or none of these.',
  },
  minConfidence: { kind: 'SHARE', description: 'The least confidence, from 0 to 1.' },
  minSources: { kind: 'COUNT', description: 'The least number of independent sources.' },
  text: {
    kind: 'TEXT',
    description:
      'Words that all occur in its title or in one of its quotes. A text without a letter or a digit finds nothing.',
  },
  asOf: {
    kind: 'DAY',
    description:
      'Events as known from articles published by this day: dates may be wider, later events are left out.',
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
