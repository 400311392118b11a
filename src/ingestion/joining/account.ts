import type { Mention, Participant } from '../../domain/event/mention.ts';
import { type DayBounds, dayBoundsOf, type EventDate } from '../../domain/time/event-date.ts';
import { wordsOfMention, wordsOfNames, wordsOfQuote } from '../sentences/wording.ts';

/** A dated mention as it is compared: everything that would otherwise be computed once for each pair. */
export interface Account {
  readonly mention: Mention;
  readonly date: EventDate;
  readonly bounds: DayBounds;
  /** Days, both ends counted. */
  readonly length: number;
  /** The first of those who act; null where the account names nobody who does. */
  readonly main: Participant | null;
  /** All who take part, those who act and those acted upon. */
  readonly actors: ReadonlySet<string>;
  /** Those acted upon. */
  readonly recipients: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Words of the names of those who take part and of the places. */
  readonly names: ReadonlySet<string>;
  /** Those of the whole sentence. */
  readonly quoteWords: ReadonlySet<string>;
}

/** Mentions are never changed, and one joining compares them many times. */
const known = new WeakMap<Mention, Account>();

/** What is compared of a mention; null for one without a date, which is never compared. */
export function accountOf(mention: Mention): Account | null {
  if (mention.date === null) return null;
  const account = known.get(mention) ?? readAccount(mention, mention.date);
  known.set(mention, account);
  return account;
}

function readAccount(mention: Mention, date: EventDate): Account {
  const { actors, places } = mention;
  const bounds = dayBoundsOf(date);
  return {
    mention,
    date,
    bounds,
    length: bounds.latestDay - bounds.earliestDay + 1,
    main: actors.find(({ role }) => role === 'ACTOR') ?? null,
    actors: new Set(actors.map(({ id }) => id)),
    recipients: new Set(actors.filter(({ role }) => role === 'RECIPIENT').map(({ id }) => id)),
    places: new Set(places.map(({ id }) => id)),
    words: wordsOfMention(mention),
    names: wordsOfNames(mention),
    quoteWords: wordsOfQuote(mention),
  };
}

/**
 * The most exact first, of these the most telling: an order of the set, whatever order it came in. The text comes before the
 * id, so that it is the same in whichever articles the mentions stand.
 */
export function byExactness(one: Account, other: Account): number {
  return (
    one.length - other.length ||
    other.actors.size - one.actors.size ||
    other.words.size - one.words.size ||
    compare(one.mention.title, other.mention.title) ||
    compare(one.mention.id, other.mention.id)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
