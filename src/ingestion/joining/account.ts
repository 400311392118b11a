import type { Mention, Participant } from '../../domain/event/mention.ts';
import { type DayBounds, dayBoundsOf, type EventDate } from '../../domain/time/event-date.ts';
import {
  contentWords,
  namesInClause,
  weightOfWord,
  wordsOfMention,
  wordsOfNames,
  wordsOfQuote,
} from '../sentences/wording.ts';
import { type Acts, actsOf, ordinalOf } from './acts.ts';
import { countsIn, type PeopleCount } from './counts-in.ts';
import { figuresIn } from './figures-in.ts';
import { isLeadOf, type Links, linksOf } from './links-of.ts';
import { nightDaysOf } from './night.ts';

/** Content words with what comparing them needs. */
export interface WeighedWords {
  readonly all: ReadonlySet<string>;
  /** The weight of all words together. */
  readonly weight: number;
  /** The words that also stand in a name of the account's participants and places. */
  readonly inNames: readonly string[];
}

/** A dated mention prepared for comparison. Joining compares each mention with many others. */
export interface Account {
  readonly mention: Mention;
  readonly date: EventDate;
  /** The days on which the event may have happened: those of the date, and for a report also the days before it. */
  readonly days: DayBounds;
  /** The days of the other accounts that are compared: a night has the day before or after it too. */
  readonly bounds: DayBounds;
  /** Days, both ends counted. */
  readonly length: number;
  /** The numbers of people and their fate. */
  readonly counts: () => readonly PeopleCount[];
  /** The figures of the clause, without days and years: "1.5", "3,100". */
  readonly figures: () => ReadonlySet<string>;
  /** The first actor; null where the account names none. */
  readonly main: Participant | null;
  /** Actors and recipients. */
  readonly actors: ReadonlySet<string>;
  /** The recipients. */
  readonly recipients: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly words: WeighedWords;
  /** The acts that the account states, as groups of words for the same act. */
  readonly acts: Acts;
  readonly ordinal: string | null;
  /** Whether the sentence opens its article. */
  readonly isLead: boolean;
  /** The keys by which two accounts are found to be comparable. */
  readonly links: Links;
  /** The participants and the words, each once: a single one in common brings two accounts near each other. */
  readonly keys: readonly string[];
  /** Words of the names of participants and places. */
  readonly names: ReadonlySet<string>;
  /** Words of the names in the clause, whatever they name. */
  readonly clauseNames: ReadonlySet<string>;
  /** The names that the article has most often. */
  readonly story: ReadonlySet<string>;
  /** All content words of the sentence and its article's headline. */
  readonly setting: () => ReadonlySet<string>;
  /** The content words of the whole sentence. */
  readonly quoteWords: () => WeighedWords;
}

/** Mentions are immutable, and one joining compares them many times. */
const known = new WeakMap<Mention, Account>();

/** The account of a mention; null for a mention without a date, which is never compared. */
export function accountOf(mention: Mention): Account | null {
  if (mention.date === null) return null;
  const account = known.get(mention) ?? readAccount(mention, mention.date);
  known.set(mention, account);
  return account;
}

/** The most days that an article reports the news after the event. */
const REPORTED_AFTER = 3;

function daysOf(date: EventDate): DayBounds {
  const bounds = dayBoundsOf(date);
  if (date.role !== 'PUBLISHED') return bounds;
  return { ...bounds, earliestDay: bounds.earliestDay - REPORTED_AFTER };
}

function readAccount(mention: Mention, date: EventDate): Account {
  const { actors, places } = mention;
  const days = daysOf(date);
  const { before, after } = date.precision === 'DAY' ? nightDaysOf(mention) : { before: 0, after: 0 };
  const names = wordsOfNames(mention);
  const acts = actsOf(mention);
  const words = wordsOfMention(mention);
  const clauseNames = namesInClause(mention);
  const story = mention.story ?? [];
  const isLead = isLeadOf(mention);
  const links = linksOf(mention, { acts, names: clauseNames, isLead });
  const quoteWords = once(() => wordsOfQuote(mention));
  return {
    mention,
    date,
    days,
    bounds: { earliestDay: days.earliestDay - before, latestDay: days.latestDay + after },
    length: days.latestDay - days.earliestDay + 1,
    counts: once(() => countsIn(mention)),
    figures: once(() => figuresIn(mention)),
    main: actors.find(({ role }) => role === 'ACTOR') ?? null,
    actors: links.participants,
    recipients: new Set(actors.filter(({ role }) => role === 'RECIPIENT').map(({ id }) => id)),
    places: new Set(places.map(({ id }) => id)),
    words: weigh(words, names),
    acts,
    ordinal: ordinalOf(mention),
    isLead,
    links,
    keys: [...links.participants.union(words)],
    names,
    clauseNames,
    story: new Set(story),
    setting: once(() => quoteWords().union(contentWords(mention.article.title ?? ''))),
    quoteWords: once(() => weigh(quoteWords(), names)),
  };
}

/** Reads a value at the first call and keeps it. Few comparisons ask for it. */
function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

function weigh(all: ReadonlySet<string>, names: ReadonlySet<string>): WeighedWords {
  let weight = 0;
  for (const word of all) weight += weightOfWord(word);
  return { all, weight, inNames: [...names].filter((name) => all.has(name)) };
}

/**
 * The most exact account first, then the one with most words. The text comes before the id, so that the order
 * depends on the set of accounts alone.
 */
export function byExactness(one: Account, other: Account): number {
  return (
    one.length - other.length ||
    other.actors.size - one.actors.size ||
    other.words.all.size - one.words.all.size ||
    compare(one.mention.title, other.mention.title) ||
    compare(one.mention.id, other.mention.id)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
