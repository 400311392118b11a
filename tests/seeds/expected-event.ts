import type { TimelineEvent } from '../../src/domain/event/event.ts';
import type { Mention } from '../../src/domain/event/mention.ts';
import { locate, overlaps, type Passage } from '../support/locate.ts';

/** The time expression that dates an account of an event in a dispatch. */
export interface Account extends Passage {
  readonly file: string;
}

/** An event as a desk editor would enter it for the five dispatches together. */
export interface ExpectedEvent {
  readonly name: string;
  readonly date: {
    readonly edtf: string;
    readonly earliest: string;
    readonly latest: string;
    readonly precision: string;
    readonly role: string;
  };
  readonly actors: readonly string[];
  /** A known gap: participants that a desk editor would name and the rules do not find. */
  readonly notYetNamed: readonly string[];
  readonly places: readonly string[];
  /** The first is the editor's choice, the others are acceptable. */
  readonly types: readonly string[];
  readonly modality: string;
  readonly titleContains: readonly string[];
  readonly mentions: readonly Account[];
  /** Accounts that the event may hold too. */
  readonly mayAlsoHold: readonly Account[];
  /** Number of publishers; all dispatches have the same one. */
  readonly sourceCount: number;
}

/** The text of a dispatch by its file name. */
export type Texts = ReadonlyMap<string, string>;

const isAt = (mention: Mention, { file, ...passage }: Account, texts: Texts): boolean =>
  mention.article.file === file &&
  mention.timex !== null &&
  overlaps(mention.timex, locate(texts.get(file) ?? '', passage));

export const isTitled = (event: TimelineEvent, words: readonly string[]): boolean =>
  words.every((word) => event.title.toLowerCase().includes(word.toLowerCase()));

/** The events with all accounts of an expected event; among several, those with the expected words in their titles. */
export function listMatches(expected: ExpectedEvent, events: readonly TimelineEvent[], texts: Texts) {
  const holding = events.filter(({ mentions }) =>
    expected.mentions.every((account) => mentions.some((mention) => isAt(mention, account, texts))),
  );
  const titled = holding.filter((event) => isTitled(event, expected.titleContains));
  return titled.length > 0 ? titled : holding;
}

/** The dated mentions of an event that are not of the expected event. */
export const listStrangers = (
  expected: ExpectedEvent,
  event: TimelineEvent,
  texts: Texts,
): readonly string[] =>
  event.mentions
    .filter(({ timex }) => timex !== null)
    .filter((mention) =>
      [...expected.mentions, ...expected.mayAlsoHold].every((account) => !isAt(mention, account, texts)),
    )
    .map(({ article, timex, quote }) => `${article.file} "${timex?.text}": ${quote.exact}`);

/** Whether an event holds as many dated accounts as expected. Only then its date must equal the expected date. */
export const holdsOnly = ({ mentions }: ExpectedEvent, event: TimelineEvent): boolean =>
  event.mentions.filter(({ timex }) => timex !== null).length === mentions.length;
