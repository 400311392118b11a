import { expect, test } from 'vitest';
import { readFile, readOne, rejectionsOf } from './read-one.ts';

const BODY = 'The talks ended on Friday.';
const article = { text: BODY, title: 'Talks end' };
const textsOf = (name: string, content: string): readonly string[] =>
  readFile(name, content).map((outcome) =>
    outcome.kind === 'article' ? outcome.source.text : `${outcome.name}: ${outcome.reason}`,
  );

test('a JSON file holds one article, an array of them, or an object with the field articles', () => {
  const another = { text: 'They resume in January.' };
  expect(textsOf('a.json', JSON.stringify(article))).toEqual([BODY]);
  expect(textsOf('a.json', JSON.stringify([article, another]))).toEqual([BODY, another.text]);
  expect(textsOf('a.json', JSON.stringify({ articles: [another] }))).toEqual([another.text]);
});

test('a bad record of an array is rejected by its number and spoils no other', () => {
  expect(textsOf('a.json', JSON.stringify([article, { title: 'No text' }, article]))).toEqual([
    BODY,
    'a.json#2: /text: this field is missing',
    BODY,
  ]);
});

test('NDJSON holds an article a line; blank lines count and say nothing', () => {
  const lines = [JSON.stringify(article), '', '{"text": }', '  ', JSON.stringify(article)].join('\r\n');
  expect(textsOf('a.ndjson', lines)).toEqual([BODY, 'a.ndjson:line 3: not valid JSON', BODY]);
});

test('a line that is not UTF-8 spoils no other', () => {
  const good = new TextEncoder().encode(`${JSON.stringify(article)}\n`);
  const outcomes = readFile('a.jsonl', Uint8Array.from([...good, 0x22, 0xff, 0x22, 0x0a, ...good]));
  expect(outcomes.map(({ kind }) => kind)).toEqual(['article', 'rejected', 'article']);
});

test('all the fields are taken, and null says nothing', () => {
  const record = {
    ...article,
    publisher: ' The  Example\nPost ',
    url: 'HTTPS://News.Example/a',
    publishedOn: '2021-12-21T23:30:00-05:00',
    language: 'en_US',
    basedOn: { publisher: null, url: 'https://other.example/1' },
  };
  expect(readOne('a.json', JSON.stringify(record))).toEqual({
    text: BODY,
    file: 'a.json',
    title: 'Talks end',
    publisher: 'The Example Post',
    url: 'https://news.example/a',
    publishedOn: '2021-12-21',
    language: 'en-US',
    basedOn: { publisher: null, url: 'https://other.example/1' },
  });
  expect(readOne('a.json', JSON.stringify({ ...article, publishedOn: null, basedOn: null }))).toMatchObject({
    publishedOn: null,
    basedOn: null,
  });
});

test('a title is one line of whole characters', () => {
  expect(readOne('a.json', `{"text": "${BODY}", "title": " Talks\\n \\u0000 end \\ud800"}`).title).toBe(
    'Talks end \uFFFD',
  );
});

test('the text of a record is brought to LF as that of a file is', () => {
  expect(readOne('a.json', JSON.stringify({ text: `\uFEFF${BODY}\r\nMore.` })).text).toBe(`${BODY}\nMore.`);
});

test.each<readonly [unknown, string]>([
  [{ ...article, headline: 'x' }, '/headline: unknown field, did you mean "title"'],
  [
    { ...article, tags: [] },
    '/tags: unknown field, known are text, title, publisher, url, publishedOn, language, basedOn',
  ],
  [{ body: BODY }, '/body: unknown field, did you mean "text"'],
  [{ text: 5 }, '/text: 5 where a string belongs'],
  [{ text: '' }, '/text: empty'],
  [{ ...article, title: 'x'.repeat(1001) }, '/title: longer than 1000 characters'],
  [{ ...article, publishedOn: '2021-02-30' }, '/publishedOn: "2021-02-30" is not a day of the calendar'],
  [{ ...article, url: 'https://' }, '/url: "https://" is no http or https address'],
  [{ ...article, url: 'javascript:alert(1)' }, '/url: "javascript:alert(1)" is no http or https address'],
  [{ ...article, basedOn: [] }, '/basedOn: an array where an object belongs'],
  ['text', '"text" where an object belongs'],
  [null, 'null where an object belongs'],
  [{ text: 'a\0b' }, '/text: not a text: NUL character at position 1'],
  [[], 'no article in it'],
])('a record that breaks the schema is rejected with the field and its rule: %j', (record, reason) => {
  expect(rejectionsOf('a.json', JSON.stringify(record))).toEqual([`a.json: ${reason}`]);
});

test('half a surrogate pair is no text', () => {
  expect(rejectionsOf('a.json', '{"text": "a\\ud800b"}')).toEqual([
    'a.json: /text: holds half a surrogate pair, which is no character',
  ]);
});

test('malformed JSON is rejected with its place', () => {
  expect(rejectionsOf('a.json', `${JSON.stringify(article)}\n{}`)).toEqual([
    'a.json: not valid JSON (line 2, column 1)',
  ]);
});

test('of a field that is given twice the last one counts', () => {
  expect(readOne('a.json', `{"text": "One.", "text": ${JSON.stringify(BODY)}}`).text).toBe(BODY);
});

test('nesting beyond all reason is rejected', () => {
  const deep = '['.repeat(500_000) + ']'.repeat(500_000);
  expect(rejectionsOf('a.json', `{"text": ${deep}}`)).toEqual([
    'a.json: /text: an array where a string belongs',
  ]);
});

test('the limit holds for each record, not for the file', () => {
  const records = [article, { text: `${BODY} ${BODY}` }, article];
  expect(
    readFile('a.json', JSON.stringify(records), { maxBytes: 30 }).map((outcome) => outcome.kind),
  ).toEqual(['article', 'rejected', 'article']);
});

test('a sidecar gives the fields of a text', () => {
  const sidecar = new TextEncoder().encode('{"title": "Talks end", "publishedOn": "2021-12-26"}');
  expect(readOne('b/a.txt', BODY, { sidecar })).toMatchObject({
    text: BODY,
    file: 'a.txt',
    title: 'Talks end',
    publishedOn: '2021-12-26',
  });
});

test('a sidecar is laid over front matter field by field', () => {
  const sidecar = new TextEncoder().encode('{"title": "New"}');
  const content = `---\ntitle: Old\npublishedOn: 2021-12-26\n---\n${BODY}`;
  expect(readOne('a.md', content, { sidecar })).toMatchObject({ title: 'New', publishedOn: '2021-12-26' });
});

test.each([
  ['{"date": "2021-12-26"}', '/date: unknown field, did you mean "publishedOn"'],
  ['{"text": "x"}', '/text: unknown field, known are title, publisher, url, publishedOn, language, basedOn'],
  ['{"publishedOn": "2021-13-01"}', '/publishedOn: "2021-13-01" is not a day of the calendar'],
  ['[', 'not valid JSON'],
])('a bad sidecar rejects its article under the name of the sidecar: %j', (content, reason) => {
  const sidecar = new TextEncoder().encode(content);
  expect(rejectionsOf('b/a.txt', BODY, { sidecar })).toEqual([`b/a.txt: sidecar a.meta.json: ${reason}`]);
});
