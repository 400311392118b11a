import { expect, test } from 'vitest';
import { readOne, rejectionsOf } from './read-one.ts';

const BODY = 'The talks ended on Friday.';
const withFields = (yaml: string): string => `---\n${yaml}\n---\n\n${BODY}\n`;

test('front matter gives the fields and the text is what follows its blank lines', () => {
  const yaml = [
    'title: Talks end',
    'publisher: The Example Post',
    'url: https://News.Example/talks?utm_source=feed#top',
    'publishedOn: 2021-12-27',
    'language: en-GB',
    'basedOn: { publisher: Another Paper, url: "https://other.example/1" }',
  ].join('\n');
  expect(readOne('a.md', withFields(yaml))).toEqual({
    text: `${BODY}\n`,
    file: 'a.md',
    title: 'Talks end',
    publisher: 'The Example Post',
    url: 'https://news.example/talks',
    publishedOn: '2021-12-27',
    language: 'en-GB',
    basedOn: { publisher: 'Another Paper', url: 'https://other.example/1' },
  });
});

test('Markdown without front matter is all text, with its marks', () => {
  expect(readOne('a.md', `# Talks\n\n**${BODY}**`).text).toBe(`# Talks\n\n**${BODY}**`);
});

test('a rule further down ends nothing', () => {
  expect(readOne('a.md', `${withFields('title: T')}\n---\n\nMore.`).text).toBe(`${BODY}\n\n---\n\nMore.`);
});

test('empty front matter and CRLF are understood', () => {
  expect(readOne('a.md', `---\r\n---\r\n${BODY}\r\n`)).toMatchObject({ text: `${BODY}\n`, title: null });
});

test.each([
  ['publishedOn: 2021-12-27', '2021-12-27'],
  ['publishedOn: "2021-12-21T23:30:00-05:00"', '2021-12-21'],
  ['publishedOn: 2021-12-22T00:30:00Z', '2021-12-22'],
  ['date: 2021-12-27 10:00:00 +0100', '2021-12-27'],
  ['published: 2021-12-27', '2021-12-27'],
  ['date: 2021-12-01\npublishedOn: 2021-12-27', '2021-12-27'],
  ['date: 12/27/2021', null],
  ['publishedOn: null', null],
])('the day of publication is the civil day as written: %j', (yaml, expected) => {
  expect(readOne('a.md', withFields(yaml)).publishedOn).toBe(expected);
});

test('front matter fields of other programs are left alone', () => {
  const yaml = 'layout: post\ntags: [a, b]\nauthor: { name: X }\n__proto__: { title: no }';
  expect(readOne('a.md', withFields(yaml))).toMatchObject({ title: null, text: `${BODY}\n` });
});

test.each([
  ['publishedOn: 2021-02-30', '/publishedOn: "2021-02-30" is not a day of the calendar'],
  ['date: 2021-02-30', '/publishedOn: "2021-02-30" is not a day of the calendar'],
  ['publishedOn: yesterday', '/publishedOn: "yesterday" is not a day written as YYYY-MM-DD'],
  ['publishedOn: 20211227', '/publishedOn: 20211227 where a string belongs'],
  ['title: [a]', '/title: an array where a string belongs'],
  ['title: ""', '/title: empty'],
  ['url: news.example/talks', '/url: "news.example/talks" is no http or https address'],
  ['language: english', '/language: "english" is no language tag (BCP 47)'],
  ['basedOn: { site: x }', '/basedOn/site: unknown field, known are publisher, url'],
  ['title: a\ntitle: b', 'malformed YAML in line 3, map keys must be unique'],
  ['title: Talks: the end', 'malformed YAML in line 2, nested mappings are not allowed in compact mappings'],
  ['title: !secret x', 'malformed YAML in line 2, unresolved tag: !secret'],
  ['- title', 'no fields with values'],
])('a field of ours that is wrong is named: %j', (yaml, reason) => {
  expect(rejectionsOf('a.md', withFields(yaml))).toEqual([`a.md: front matter: ${reason}`]);
});

test('front matter that is never closed is rejected', () => {
  expect(rejectionsOf('a.md', `---\ntitle: T\n${BODY}`)).toEqual([
    'a.md: front matter: opened by --- but not closed by another',
  ]);
});

test('aliases that unfold into a bomb are rejected', () => {
  const levels = Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`);
  const yaml = ['a0: &a0 [x]', ...levels].join('\n');
  expect(rejectionsOf('a.md', withFields(yaml))[0]).toContain('excessive alias count');
});

test('front matter nested beyond all reason is rejected', () => {
  expect(rejectionsOf('a.md', withFields('['.repeat(60_000)))[0]).toMatch(
    /^a\.md: front matter: malformed YAML/,
  );
});

test('front matter alone is no article', () => {
  expect(rejectionsOf('a.md', '---\ntitle: T\n---\n\n')).toEqual(['a.md: the text is empty']);
});
