import type { TimelineEvent } from '../../src/domain/event/event.ts';
import type { Mention } from '../../src/domain/event/mention.ts';
import { locate, overlaps, type Passage } from '../support/locate.ts';

/** The time expression of a dispatch on which an account of an event rests. */
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
  readonly places: readonly string[];
  /** The first is the editor's choice, the others can be defended. */
  readonly types: readonly string[];
  readonly modality: string;
  readonly titleContains: readonly string[];
  readonly mentions: readonly Account[];
  /** Accounts that may well tell the same: an event that holds them too is not wrong. */
  readonly mayAlsoHold: readonly Account[];
  /** Publishers: the dispatches have one and the same. */
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

/** The events that hold all accounts of an expected one; where several do, those with the expected words in their titles. */
export function listMatches(expected: ExpectedEvent, events: readonly TimelineEvent[], texts: Texts) {
  const holding = events.filter(({ mentions }) =>
    expected.mentions.every((account) => mentions.some((mention) => isAt(mention, account, texts))),
  );
  const titled = holding.filter((event) => isTitled(event, expected.titleContains));
  return titled.length > 0 ? titled : holding;
}

/** The dated mentions of an event that tell of something else than the expected event. */
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

/** Whether an event holds no more dated accounts than the expected one: then its date is exactly the expected one. */
export const holdsOnly = ({ mentions }: ExpectedEvent, event: TimelineEvent): boolean =>
  event.mentions.filter(({ timex }) => timex !== null).length === mentions.length;
