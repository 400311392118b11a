import { expect, test } from 'vitest';
import languages from './languages.json' with { type: 'json' };
import { readFile, readOne, rejectionsOf } from './read-one.ts';

const ENGLISH = 'The talks ended on Friday.';
const RUSSIAN = 'Президент заявил во вторник, что войска вернутся на базы.';

test.each(languages.english)('English is read: $why', ({ text }) => {
  expect(readOne('a.txt', text).text).toBe(text);
});

test.each(languages.other)('$language is refused by its name', ({ text, language }) => {
  expect(readFile('a.txt', text)).toEqual([
    {
      kind: 'rejected',
      name: 'a.txt',
      code: 'LANGUAGE_NOT_SUPPORTED',
      reason: `the text looks like ${language}; only English is read`,
    },
  ]);
});

test.each(['en', 'EN', 'en-GB', 'en_US'])('a text that says it is English is read: %s', (language) => {
  expect(readOne('a.json', JSON.stringify({ text: ENGLISH, language })).language).toBe(
    language.replace('_', '-'),
  );
});

test.each([
  ['ru', 'Russian (ru)'],
  ['de-AT', 'German (de-AT)'],
  ['de-1', 'German (de-1)'],
  ['enm', 'Middle English (enm)'],
])('a text that says it is in another language is refused: %s', (language, name) => {
  expect(rejectionsOf('a.json', JSON.stringify({ text: ENGLISH, language }))).toEqual([
    `a.json: the language is given as ${name}; only English is read`,
  ]);
});

test('a text that says it is English and is not is refused', () => {
  expect(rejectionsOf('a.json', JSON.stringify({ text: RUSSIAN, language: 'en' }))).toEqual([
    'a.json: the text looks like Russian (ru); only English is read',
  ]);
});

test('what a page says of its language decides nothing', () => {
  expect(readOne('a.html', `<html lang="de"><body><p>${ENGLISH}</p></body></html>`).language).toBe('en');
});

test('a long text is judged by more than its beginning', () => {
  const text = `${ENGLISH}\n`.repeat(10) + `${RUSSIAN}\n`.repeat(15_000);
  expect(rejectionsOf('a.txt', text, { maxBytes: 4_000_000 })).toEqual([
    'a.txt: the text looks like Russian (ru); only English is read',
  ]);
});
