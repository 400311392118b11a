import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import { chooseAnchor } from '../../../src/ingestion/reading/anchor.ts';
import { NO_METADATA } from '../../support/no-metadata.ts';
import datelines from './datelines.json' with { type: 'json' };

const day = requireCalendarDate;
const fallback = day('2021-12-21');
const DATED = 'KYIV, 19 December 2021 - The talks ended.';

test.each(datelines.positive)('a dateline dates its article: $text', ({ text, date, printed }) => {
  const { anchor, dateline } = chooseAnchor({ ...NO_METADATA, text }, { fallback });
  expect(anchor).toEqual({ date, basis: 'DATELINE' });
  expect(text.slice(dateline?.start, dateline?.end)).toBe(printed);
});

test.each(datelines.negative)('this is no dateline: $text', ({ text }) => {
  expect(chooseAnchor({ ...NO_METADATA, text }, { fallback })).toEqual({
    anchor: { date: fallback, basis: 'DEFAULT' },
    dateline: null,
    warning: null,
  });
});

test('the anchor given for the run goes before all others', () => {
  const options = { override: day('2022-01-05'), fallback };
  expect(
    chooseAnchor({ ...NO_METADATA, text: DATED, publishedOn: day('2021-12-20') }, options).anchor,
  ).toEqual({
    date: '2022-01-05',
    basis: 'OVERRIDE',
  });
});

test('the day of publication goes before the printed dateline, which is still marked', () => {
  expect(chooseAnchor({ ...NO_METADATA, text: DATED, publishedOn: day('2021-12-20') }, { fallback })).toEqual(
    {
      anchor: { date: '2021-12-20', basis: 'METADATA' },
      dateline: { start: 0, end: 24 },
      warning: null,
    },
  );
});

test('a dateline more than a day from the anchor earns a warning', () => {
  const { warning } = chooseAnchor(
    { ...NO_METADATA, text: DATED, publishedOn: day('2021-12-21') },
    { fallback },
  );
  expect(warning).toEqual({
    code: 'ANCHOR_CONTRADICTED',
    message: 'the dateline says 2021-12-19, the anchor is 2021-12-21 (METADATA)',
    start: 0,
    end: 24,
  });
});

test('a later update contradicts no day of publication', () => {
  const text = 'Updated: 24 March 2022\nThe talks ended.';
  expect(
    chooseAnchor({ ...NO_METADATA, text, publishedOn: day('2021-12-21') }, { fallback }).warning,
  ).toBeNull();
});

test.each([
  ['MOSCOW, Jan 3 (Agency) - Talks resume.', null, '2022-01-03'],
  ['MOSCOW, Oct 3 (Agency) - Talks resume.', null, '2021-10-03'],
  ['MOSCOW, Feb 29 (Agency) - Talks resume.', null, '2020-02-29'],
  ['MOSCOW, Jan 3 (Agency) - Talks resume.', '2015-01-04', '2015-01-04'],
])(
  'a dateline without a year takes the nearest one: %s with publishedOn %s',
  (text, publishedOn, expected) => {
    const source = { ...NO_METADATA, text, publishedOn: publishedOn === null ? null : day(publishedOn) };
    const { anchor, warning } = chooseAnchor(source, { fallback });
    expect(anchor.date).toBe(expected);
    expect(warning).toBeNull();
  },
);

test('datelines that follow one another directly are marked as one', () => {
  const text = 'Talks end\n\nUpdated: 23 December 2021\nPublished: 20 December 2021\n\nThe talks ended.';
  const { anchor, dateline } = chooseAnchor({ ...NO_METADATA, text }, { fallback });
  expect(anchor.date).toBe('2021-12-20');
  expect(text.slice(dateline?.start, dateline?.end)).toBe(
    'Updated: 23 December 2021\nPublished: 20 December 2021',
  );
});

const anchorOf = (given: { text: string; url?: string; file?: string; publishedOn?: string }) =>
  chooseAnchor(
    {
      text: given.text,
      url: given.url ?? null,
      file: given.file ?? null,
      publishedOn: given.publishedOn === undefined ? null : day(given.publishedOn),
    },
    { fallback },
  ).anchor;

const UNDATED = 'The talks ended.';

test.each([
  ['https://news.example/2019/05/16/talks', '2019-05-16'],
  ['https://news.example/world/2019/may/16/talks-end', '2019-05-16'],
  ['https://news.example/2019-05/16/c_1.htm', '2019-05-16'],
  ['https://news.example/a/20190516/talks.html', '2019-05-16'],
  ['https://news.example/n3/2019/0516/c90000.html', '2019-05-16'],
  ['https://news.example/talks-end-2019-05-16', '2019-05-16'],
  ['https://news.example/talks?day=2019-05-16', '2019-05-16'],
])('the day in an address is that of publication: %s', (url, date) => {
  expect(anchorOf({ text: UNDATED, url })).toEqual({ date, basis: 'METADATA' });
});

test.each([
  ['talks-2019-05-16.txt', '2019-05-16'],
  ['2019_05_16 talks.md', '2019-05-16'],
  ['20190516T101500.html', '2019-05-16'],
  ['Talks, 16 May 2019.txt', '2019-05-16'],
  ['talks_may_16_2019.txt', '2019-05-16'],
])('the day in the name of a file dates its article: %s', (file, date) => {
  expect(anchorOf({ text: UNDATED, file })).toEqual({ date, basis: 'METADATA' });
});

test.each([
  { file: 'talks-20191399.txt' },
  { file: 'talks-1970-01-01.txt' },
  { file: '120190516123.txt' },
  { url: 'https://2019-05-16.example/talks' },
  { url: 'https://news.example/story/2019051699' },
  { url: 'https://news.example/2019/talks' },
])('no day is read where there is none: %o', (given) => {
  expect(anchorOf({ text: UNDATED, ...given })).toEqual({ date: fallback, basis: 'DEFAULT' });
});

test('the address goes before the dateline, and a dateline with its year before the name of the file', () => {
  const text = DATED;
  expect(anchorOf({ text, url: 'https://a.example/2021/12/20/talks' }).date).toBe('2021-12-20');
  expect(anchorOf({ text, file: '2021-12-20.txt' })).toEqual({ date: '2021-12-19', basis: 'DATELINE' });
});

const YEARLESS = 'MOSCOW, Dec 16 (Agency) - Talks resume.';

test.each([
  [{ text: YEARLESS, file: 'talks-2015.txt' }, '2015-12-16', 'DATELINE'],
  [{ text: YEARLESS, url: 'https://a.example/2015/12/talks' }, '2015-12-16', 'DATELINE'],
  [{ text: YEARLESS, url: 'https://a.example/2015/12/17/talks' }, '2015-12-17', 'METADATA'],
  [{ text: YEARLESS, file: '2015-12-17.txt' }, '2015-12-17', 'METADATA'],
  [{ text: 'MOSCOW, Wednesday, Dec 16 (Agency) - Talks.' }, '2020-12-16', 'DATELINE'],
  [{ text: 'MOSCOW, Friday, Dec 16 (Agency) - Talks.' }, '2022-12-16', 'DATELINE'],
  [{ text: 'MOSCOW, Saturday, Dec 16 (Agency) - Talks.' }, '2023-12-16', 'DATELINE'],
  [{ text: 'MOSCOW, Sunday, Dec 16 (Agency) - Talks.', file: 'a-2007.txt' }, '2007-12-16', 'DATELINE'],
] as const)(
  'a dateline without a year takes no year of the default that something else refutes: %o',
  (given, date, basis) => {
    expect(anchorOf(given)).toEqual({ date, basis });
  },
);

test('a month in the address gives the year, though no day', () => {
  expect(anchorOf({ text: UNDATED, url: 'https://a.example/2015/02/talks' })).toEqual({
    date: '2015-02-28',
    basis: 'DEFAULT',
  });
});
