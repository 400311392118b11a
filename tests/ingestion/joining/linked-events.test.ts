import { expect, test } from 'vitest';
import { accountOf, byExactness } from '../../../src/ingestion/joining/account.ts';
import { comparedMentions } from '../../../src/ingestion/joining/linked-events.ts';
import { buildMention } from '../../store/build-event.ts';

const MENTIONS = Array.from({ length: 60 }, (_, n) =>
  buildMention(`m${n}`, { title: `Ada Novak met ${'a b '.repeat(n % 7)}${(n * 37) % 60}` }),
);

test('an event is compared by its 24 most exact accounts, in whatever order they come', () => {
  const inOrder = MENTIONS.flatMap((mention) => accountOf(mention) ?? []).sort(byExactness);
  const expected = inOrder.slice(0, 24).map(({ mention }) => mention.id);
  for (const mentions of [
    MENTIONS,
    MENTIONS.toReversed(),
    MENTIONS.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ])
    expect(comparedMentions({ mentions }).map(({ id }) => id)).toEqual(expected);
});

test('an event of few accounts is compared by all of them', () => {
  const mentions = MENTIONS.slice(0, 3);
  expect(comparedMentions({ mentions })).toHaveLength(3);
});
