import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/event.ts';
import type { Mention } from '../../src/domain/mention.ts';
import expected from './expected-events.json' with { type: 'json' };
import expectedMentions from './expected-mentions.json' with { type: 'json' };
import { locate, overlaps, type Passage } from './locate.ts';
import { ingestSeeds } from './seed-timeline.ts';

interface DatedPassage extends Passage {
  readonly file: string;
}

interface ExpectedEvent {
  readonly name: string;
  readonly date: { readonly edtf: string; readonly precision: string; readonly role: string };
  readonly actors: readonly string[];
  readonly places: readonly string[];
  /** The first is the annotator's choice, the others can be defended. */
  readonly types: readonly string[];
  readonly modality: string;
  readonly titleContains: readonly string[];
  readonly mentions: readonly DatedPassage[];
  /** Accounts that may be of the same happening: an event that holds them too is not wrong. */
  readonly mayAlsoHold: readonly DatedPassage[];
  readonly articleCount: number;
  readonly sourceCount: number;
}

const EXPECTED: readonly ExpectedEvent[] = expected;

const { events, reports, texts } = await ingestSeeds();

const textOf = (file: string): string => texts.get(file) ?? '';

const isAt = (mention: Mention, { file, ...passage }: DatedPassage): boolean =>
  mention.article.file === file && mention.timex !== null && overlaps(mention.timex, locate(textOf(file), passage));

const holds = (event: TimelineEvent, passage: DatedPassage): boolean =>
  event.mentions.some((mention) => isAt(mention, passage));

const isTitled = (event: TimelineEvent, words: readonly string[]): boolean =>
  words.every((word) => event.title.toLowerCase().includes(word.toLowerCase()));

/** The events that tell all of the expected accounts; those with the expected words in their titles where several do. */
function find({ mentions, titleContains }: ExpectedEvent): readonly TimelineEvent[] {
  const holding = events.filter((event) => mentions.every((passage) => holds(event, passage)));
  const titled = holding.filter((event) => isTitled(event, titleContains));
  return titled.length > 0 ? titled : holding;
}

const datedMentions = (event: TimelineEvent) => event.mentions.filter(({ timex }) => timex !== null);

const describeMention = ({ article, timex, quote }: Mention) =>
  `${article.file?.slice(0, 3)} "${timex?.text}": ${quote.exact}`;

describe.each(EXPECTED)('$name', (gold) => {
  const [event] = find(gold);

  test('is one event with all its accounts and no others', () => {
    expect(find(gold)).toHaveLength(1);
    const allowed = [...gold.mentions, ...gold.mayAlsoHold];
    const strangers = datedMentions(find(gold)[0] as TimelineEvent).filter(
      (mention) => !allowed.some((passage) => isAt(mention, passage)),
    );
    expect(strangers.map(describeMention)).toEqual([]);
  });

  test('has its date', () => {
    const joined = datedMentions(event as TimelineEvent).length > gold.mentions.length;
    if (!joined) expect(event?.date).toMatchObject(gold.date);
    else expect(gold.mayAlsoHold).not.toEqual([]);
  });

  test('has its actors, places, type, modality and title', () => {
    expect(event?.actors.map(({ name }) => name)).toEqual(expect.arrayContaining([...gold.actors]));
    expect(event?.places.map(({ name }) => name)).toEqual(expect.arrayContaining([...gold.places]));
    expect(gold.types).toContain(event?.type);
    expect(event?.modality).toBe(gold.modality);
    expect(event?.title.toLowerCase()).toEqual(
      expect.stringMatching(new RegExp(gold.titleContains.map((word) => `(?=.*${word.toLowerCase()})`).join(''))),
    );
  });

  test('counts its articles and its sources', () => {
    expect(new Set(event?.mentions.map(({ article }) => article.id)).size).toBeGreaterThanOrEqual(gold.articleCount);
    expect(event?.sourceCount).toBe(gold.sourceCount);
  });
});
