import { expect, test } from 'vitest';
import { sentenceTitle } from '../../../src/ingestion/extraction/titles/sentence/sentence-title.ts';
import { mentionsOf } from '../read-text.ts';

/** Kind and title of each mention. */
const titlesOf = (text: string) => mentionsOf(text).map(({ titleKind, title }) => [titleKind, title]);

test.each([
  [
    'has a subject and a verb of its own',
    'Norway closed the mine on Monday.',
    ['CLAUSE', 'Norway closed the mine'],
  ],
  [
    'has a pronoun that may mean several',
    'Norway and Sweden met envoys. It closed the mine on Monday.',
    ['SENTENCE', 'It closed the mine on Monday'],
  ],
  [
    'says nothing but that somebody spoke',
    'The company said on Monday.',
    ['SENTENCE', 'The company said on Monday'],
  ],
  [
    'belongs to somebody named elsewhere',
    'The clerks said that their ferry sank on Monday.',
    ['SENTENCE', 'The clerks said that their ferry sank on Monday'],
  ],
  [
    'stands for what was told before',
    'The move was approved on Monday.',
    ['SENTENCE', 'The move was approved on Monday'],
  ],
])('a title that %s', (_, text, expected) => {
  expect(titlesOf(text)).toContainEqual(expected);
});

const whole = (
  text: string,
  clause = { start: 0, end: 10 },
  beginnings: readonly number[] = [],
  phraseEnds: readonly number[] = [],
) =>
  sentenceTitle(
    text,
    { start: 0, end: text.length },
    { clause, verbEnd: clause.start, beginnings, wholeEnds: [], phraseEnds, time: null },
  );

test('a sentence of up to two hundred characters is a title without its full stop and its opening conjunction', () => {
  expect(whole('But the mine stayed open.')).toBe('The mine stayed open');
  expect(whole('They asked: “Will the mine stay open?”')).toBe('They asked: “Will the mine stay open?”');
});

test('a longer one is cut at the end of a clause', () => {
  const first =
    'The mine of the northern valley, which had fed three towns for a hundred years and more, was closed for good in the spring of the year';
  const rest =
    ', while the miners looked for work in the harbours of the south and in the forests of the east';
  expect(whole(first + rest)).toBe(`${first}…`);
});

test('a longer one without such an end late enough is cut at a word', () => {
  const title = whole(`The mine, ${'old and deep and '.repeat(20)}cold, was closed.`);
  expect(title).toMatch(/^The mine, old and deep .*(?:and|old|deep)…$/u);
  expect(title.length).toBeGreaterThan(180);
});

test('a longer one is cut at the end of a phrase where no clause ends late enough', () => {
  const text = `The mine of the north was closed ${'by the owners '.repeat(9)}for the good of the valley and for the good of all its people`;
  const phraseEnd = text.indexOf(' for the good');
  expect(whole(text, { start: 0, end: 10 }, [], [phraseEnd])).toBe(`${text.slice(0, phraseEnd)}…`);
});

test('no cut leaves out the verb of the statement', () => {
  const subject = `The miners${', the clerks'.repeat(10)} and the owners`;
  const text = `${subject}, as all agree, closed the mine for the good of the valley, of the towns, of the rivers and of the sea`;
  const verbEnd = text.indexOf(' the mine');
  const title = sentenceTitle(
    text,
    { start: 0, end: text.length },
    {
      clause: { start: 0, end: text.length },
      verbEnd,
      beginnings: [],
      wholeEnds: [],
      phraseEnds: [],
      time: null,
    },
  );
  expect(title).toMatch(/ closed the mine/u);
});

test('a quotation that runs over several sentences has both its marks in a title of one', () => {
  expect(whole('The mayor said, “We will close the mine.')).toBe('The mayor said, “We will close the mine”');
  expect(whole('We will close the mine.”')).toBe('“We will close the mine”');
});

test('a cut leaves out a long quotation, and closes one that a longer sentence begins with', () => {
  const speech = `We shall ${'go on and on '.repeat(14)}`;
  const told =
    'The mayor of the northern valley told the crowd that had come to the gate of the mine from three towns on the eve of the vote';
  expect(whole(`${told}: “${speech}”`)).toBe(`${told}…`);
  expect(whole(`“${speech}${speech}”`)).toMatch(/^“We shall .*…”$/u);
});

test('a title begins late where a clause with a subject of its own lies far behind', () => {
  const text = `${'The mine stood, '.repeat(14)}and the owners, who were old, closed it on Monday.`;
  const start = text.indexOf('the owners');
  const clause = { start, end: text.length };
  expect(whole(text, clause, [0, start])).toBe('…the owners, who were old, closed it on Monday');
  expect(whole(text, clause, [0])).toMatch(/^The mine stood, .*…$/u);
});

test('a title that would lose a word is the whole phrase of the noun', () => {
  const text = 'Officials met in the Gulf of Orda, which was searched on Monday.';
  expect(titlesOf(text)[0]).toEqual(['CLAUSE', 'The Gulf of Orda, which was searched on Monday']);
});

test('a noun that a clause describes as its object stands behind the verb of that clause', () => {
  const text = 'The clerk that the mayor sent on Monday wanted the town to pay for the bridge.';
  expect(titlesOf(text)[0]).toEqual(['CLAUSE', 'The mayor sent the clerk']);
});

test('a title ends before a clause that lost its verb', () => {
  expect(titlesOf('The troops entered Orda on Monday but within days were driven out.')).toContainEqual([
    'CLAUSE',
    'The troops entered Orda',
  ]);
});

test('capitals of an article’s first word are small in a title, if the word stands in small letters elsewhere', () => {
  const appeal = 'MINERS marched through Leeds on Monday.';
  expect(titlesOf(`${appeal} The miners sang.`)).toEqual([['CLAUSE', 'Miners marched through Leeds']]);
  expect(titlesOf('NATO met in Leeds on Monday. The talks failed.')).toEqual([
    ['CLAUSE', 'NATO met in Leeds'],
  ]);
});
