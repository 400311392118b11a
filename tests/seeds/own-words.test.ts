import { describe, expect, test } from 'vitest';
import { splitDispatch } from './front-matter.ts';
import { listLongQuotations, listQuotations } from './quotations.ts';
import { readSeedFolder } from './seed-folder.ts';

const MAX_QUOTED_WORDS = 8;
const FIELDS = ['title', 'publisher', 'basedOn', 'language', 'publishedOn'];
const PUBLISHED_ON = [undefined, undefined, undefined, '2021-12-27', '2021-12-26'];

const seeds = await readSeedFolder();
const dispatches = seeds.map(({ name, bytes }) => ({ name, ...splitDispatch(bytes.toString('utf8')) }));

test('the folder holds five dispatches and nothing else, numbered in order', () => {
  expect(seeds.map(({ name }) => name)).toEqual(
    [1, 2, 3, 4, 5].map((number) => expect.stringMatching(new RegExp(`^00${number}(-[a-z0-9]+)+\\.md$`))),
  );
});

test('the fourth and the fifth dispatch say when they were published, the others carry no date', () => {
  expect(dispatches.map(({ frontMatter }) => frontMatter['publishedOn'])).toEqual(PUBLISHED_ON);
});

describe.each(dispatches)('$name', ({ frontMatter, body }) => {
  test('is published by Dateline in English, has a title, and says nothing that the schema does not know', () => {
    expect(frontMatter).toMatchObject({
      publisher: 'Dateline',
      language: 'en',
      title: expect.stringMatching(/\S/),
    });
    expect(Object.keys(frontMatter).filter((field) => !FIELDS.includes(field))).toEqual([]);
  });

  test('names what it retells by publisher and address only', () => {
    const { basedOn = {} } = frontMatter;
    expect(Object.keys(Object(basedOn)).filter((field) => field !== 'publisher' && field !== 'url')).toEqual(
      [],
    );
  });

  test('has no quotation of more than eight words', () => {
    expect(listLongQuotations(body, MAX_QUOTED_WORDS)).toEqual([]);
  });

  test('closes every quotation in the paragraph that opens it', () => {
    const marks = body.match(/[“”"]/gu)?.length ?? 0;
    expect(listQuotations(body)).toHaveLength(marks / 2);
  });
});

test('a quotation of nine words is found, between curly marks and between straight ones', () => {
  const eight = 'one two three four five six seven eight';
  expect(listLongQuotations(`“${eight}” and "${eight}"`, MAX_QUOTED_WORDS)).toEqual([]);
  expect(listLongQuotations(`“${eight} nine” and "${eight}-nine"`, MAX_QUOTED_WORDS)).toEqual([
    `${eight} nine`,
    `${eight}-nine`,
  ]);
});
