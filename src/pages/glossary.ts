import type { EventType } from '../domain/event/event-type.ts';
import type { Modality } from '../domain/event/mention.ts';
import type { DateRole, Precision } from '../domain/time/event-date.ts';
import { type Html, html, own } from './html.ts';

/** A word of the API as people say it, and its meaning in a sentence. */
export interface Term {
  readonly label: string;
  readonly meaning: string;
}

/** The words for which the pages have plain English. `/about` lists them, and each use of a word links there. */
export const GLOSSARY = {
  role: {
    ON: { label: 'on that day', meaning: 'It happened on that day.' },
    WITHIN: { label: 'some time in it', meaning: 'It happened in that time; on which day is not said.' },
    SPANS: { label: 'all of that time', meaning: 'It went on from the first day to the last.' },
    BEFORE: { label: 'by that day', meaning: 'It happened by that day at the latest.' },
    AFTER: {
      label: 'from that day on',
      meaning: 'It happened on that day or later, or has gone on since then.',
    },
    PUBLISHED: {
      label: 'day of the report',
      meaning: 'An article reported it on that day. When it happened is not said.',
    },
  } satisfies Record<DateRole, Term>,
  modality: {
    ASSERTED: { label: 'stated as fact', meaning: 'The article itself says that it happened.' },
    REPORTED: {
      label: 'reported',
      meaning: 'A person or an office that the article names or quotes says that it happened.',
    },
    PLANNED: { label: 'planned', meaning: 'It lay ahead or was intended when the article was written.' },
    UNREAL: {
      label: 'hypothetical',
      meaning: 'It was denied, dropped, merely possible or tied to a condition. Nothing happened.',
    },
  } satisfies Record<Modality, Term>,
  precision: {
    DAY: { label: 'a day', meaning: 'The day is known.' },
    WEEK: { label: 'a week', meaning: 'The week is known, from Monday to Sunday.' },
    MONTH_PART: {
      label: 'part of a month',
      meaning: 'Early, mid or late in a month: its days 1–10, 11–20 or 21 to the end.',
    },
    MONTH: { label: 'a month', meaning: 'The month is known.' },
    QUARTER: { label: 'a quarter', meaning: 'The quarter of the year is known.' },
    SEASON: {
      label: 'a season',
      meaning: 'The season is known. A winter is named by the year it begins in.',
    },
    YEAR_PART: {
      label: 'part of a year',
      meaning: 'Early, mid or late in a year: its months 1–3, 4–9 or 10–12.',
    },
    YEAR: { label: 'a year', meaning: 'The year is known.' },
    DECADE: { label: 'a decade', meaning: 'The ten years are known.' },
    CENTURY: { label: 'a century', meaning: 'The hundred years are known.' },
    RANGE: { label: 'a span of days', meaning: 'A first and a last day are known.' },
    OPEN: { label: 'open', meaning: 'Only the beginning or only the end is known.' },
  } satisfies Record<Precision, Term>,
  type: {
    AGREE: { label: 'agreement', meaning: 'Agrees to something, or signs an accord.' },
    CONSULT: { label: 'talks', meaning: 'Meets, visits, telephones or negotiates.' },
    SUPPORT: { label: 'support', meaning: 'Backs a person or a cause by words or ties.' },
    CONCEDE: { label: 'concession', meaning: 'Yields, eases or gives way.' },
    COOPERATE: { label: 'cooperation', meaning: 'Works or trades together, or shares knowledge.' },
    AID: { label: 'aid', meaning: 'Gives money, goods or protection.' },
    RETREAT: { label: 'retreat', meaning: 'Withdraws, releases or steps down.' },
    REQUEST: { label: 'demand', meaning: 'Asks for something or insists on it.' },
    ACCUSE: { label: 'accusation', meaning: 'Blames, criticizes or files charges.' },
    REJECT: { label: 'rejection', meaning: 'Refuses, denies or defies.' },
    THREATEN: { label: 'threat', meaning: 'Warns of a harm to come.' },
    PROTEST: { label: 'protest', meaning: 'Demonstrates or strikes.' },
    SANCTION: { label: 'sanction', meaning: 'Cuts ties, expels, or imposes penalties.' },
    MOBILIZE: { label: 'show of force', meaning: 'Raises, moves or readies forces.' },
    COERCE: { label: 'coercion', meaning: 'Seizes, arrests, blocks or represses.' },
    ASSAULT: { label: 'violence', meaning: 'Attacks, fights, injures or kills.' },
    STATEMENT: { label: 'statement', meaning: 'Says something that is no act of another kind.' },
    OTHER: { label: 'other', meaning: 'An act that fits none of the other kinds.' },
  } satisfies Record<EventType, Term>,
  word: {
    anchor: {
      label: 'anchor',
      meaning:
        'The day from which words such as “Tuesday” are counted: that on which the article was written.',
    },
    account: { label: 'account', meaning: 'The passage in which one article tells of an event.' },
    source: {
      label: 'source',
      meaning: 'A publisher. Copies of one text count once, however many sites have them.',
    },
    revision: {
      label: 'revision',
      meaning: 'The number of a state of the timeline. What is cited by its revision never changes.',
    },
  },
} as const;

export type GlossaryName = keyof typeof GLOSSARY;

/** The headings of the lists. */
export const GLOSSARY_TITLES: Readonly<Record<GlossaryName, string>> = {
  role: 'How an event lies in its days',
  modality: 'How sure it is',
  precision: 'How finely a date is known',
  type: 'Kinds of event',
  word: 'Words of these pages',
};

/** The plain English of a word of the API; the word itself where there is none. */
export function labelOf(list: string, word: string): string {
  return termOf(list, word)?.label ?? word;
}

function termOf(list: string, word: string): Term | undefined {
  const terms: Readonly<Record<string, Readonly<Record<string, Term>>>> = GLOSSARY;
  return terms[list]?.[word];
}

/** A word in plain English. It links to its meaning, which is also its tooltip. */
export function term(list: GlossaryName, word: string): Html {
  const found = termOf(list, word);
  if (found === undefined) return html`${word}`;
  return html`<a class="term" href="${own(`/about#${list}-${word.toLowerCase()}`)}" title="${found.meaning}">${found.label}</a>`;
}
