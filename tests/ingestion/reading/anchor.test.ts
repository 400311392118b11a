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
