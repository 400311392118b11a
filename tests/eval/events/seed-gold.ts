import expectedEvents from '../../seeds/expected-events.json' with { type: 'json' };
import expectedMentions from '../../seeds/expected-mentions.json' with { type: 'json' };
import { locate } from '../../support/locate.ts';
import type { GoldMention } from './sequence.ts';

/** The expected mentions of the bundled dispatches: the accounts of each expected event, with the dates of their expressions. */
export const seedGold = (texts: ReadonlyMap<string, string>): readonly GoldMention[] =>
  expectedEvents.flatMap(({ name, types, titleContains, mentions }) =>
    mentions.map(({ file, text, occurrence }): GoldMention => {
      const body = texts.get(file) ?? '';
      const time = locate(body, { text, occurrence });
      return {
        file,
        time,
        words: nearest(body, titleContains, time.start),
        date: dateOf(file, text, occurrence),
        types,
        actors: null,
        event: name,
      };
    }),
  );

const expressions = new Map(Object.entries(expectedMentions));

const dateOf = (file: string, text: string, occurrence: number): string =>
  expressions
    .get(file)
    ?.expressions.find((expression) => expression.text === text && expression.occurrence === occurrence)?.date
    ?.edtf ?? '';

/** The occurrence nearest to the time expression of the first word that the title must have. */
function nearest(body: string, [word]: readonly string[], at: number): GoldMention['words'] {
  if (word === undefined) return null;
  const [text, wanted] = [body.toLowerCase(), word.toLowerCase()];
  const found = [text.lastIndexOf(wanted, at), text.indexOf(wanted, at)].filter((start) => start !== -1);
  const [start] = found.sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
  return start === undefined ? null : { start, end: start + word.length };
}
