import { beforeEach, describe, expect, test } from 'vitest';
import { articleId } from '../../../src/domain/event/ids.ts';
import type { EventFilter, RangeMatch } from '../../../src/domain/query/timeline-query.ts';
import { addDays, type CalendarDate, requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import { publishedDate } from '../../../src/domain/time/edtf.ts';
import type { EventDate } from '../../../src/domain/time/event-date.ts';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import { buildArticle, buildChange, buildEvent, buildMention, dayDate, spanDate } from '../build-event.ts';
import { saveArticle } from '../save-change.ts';

const DATES: Readonly<Record<string, EventDate>> = {
  'until-november': spanDate(null, '2021-11-30', 'OPEN', 'BEFORE'),
  'whole-year': spanDate('2021-01-01', '2021-12-31', 'YEAR'),
  'december-10': dayDate('2021-12-10'),
  'mid-december': spanDate('2021-12-11', '2021-12-20', 'MONTH_PART'),
  'december-21': dayDate('2021-12-21'),
  'december-21-of-1991': dayDate('1991-12-21'),
  'turn-of-year': spanDate('2021-12-27', '2022-01-02', 'WEEK'),
  'since-christmas': spanDate('2021-12-25', null, 'OPEN', 'AFTER'),
};

/** A range, from and to, with X for an open end. */
const range = (from: string, to: string, match: RangeMatch): EventFilter => ({
  range: {
    from: from === 'X' ? null : requireCalendarDate(from),
    to: to === 'X' ? null : requireCalendarDate(to),
    match,
  },
});

export function describeFilters(store: () => EventStore): void {
  const two = buildArticle('two');

  beforeEach(async () => {
    const events = Object.entries(DATES).map(([name, date]) => buildEvent(name, { date }));
    await saveArticle(store(), buildChange({ events }));
  });

  const namesOf = async (filter: EventFilter, size = 50): Promise<readonly string[]> => {
    const page = await store().listEvents(filter, 'DATE', { direction: 'FORWARD', size, after: null });
    expect(await store().countEvents(filter)).toBe(page.items.length);
    return page.items.map(({ node }) => node.id.slice('evt_'.length));
  };

  const ALL = [
    'until-november',
    'december-21-of-1991',
    'whole-year',
    'december-10',
    'mid-december',
    'december-21',
    'since-christmas',
    'turn-of-year',
  ];

  test.each<[string, EventFilter]>([
    ['nothing', {}],
    [
      'empty lists',
      { actors: [], places: [], types: [], precisions: [], modalities: [], articles: [], text: '' },
    ],
    ['a range open at both ends', range('X', 'X', 'OVERLAPS')],
  ])('%s filters nothing', async (_, filter) => {
    expect(await namesOf(filter)).toEqual(ALL);
  });

  test.each<[string, EventFilter, readonly string[]]>([
    ['on one day', range('2021-12-20', '2021-12-20', 'OVERLAPS'), ['whole-year', 'mid-december']],
    [
      'on the last day of an open beginning',
      range('2021-11-30', '2021-12-09', 'OVERLAPS'),
      ['until-november', 'whole-year'],
    ],
    [
      'from a day on',
      range('2021-12-21', 'X', 'OVERLAPS'),
      ['whole-year', 'december-21', 'since-christmas', 'turn-of-year'],
    ],
    [
      'until a day',
      range('X', '2021-01-01', 'OVERLAPS'),
      ['until-november', 'december-21-of-1991', 'whole-year'],
    ],
    ['far ahead', range('2500-01-01', '2500-01-01', 'OVERLAPS'), ['since-christmas']],
    ['long ago', range('0001-01-01', '0001-01-02', 'OVERLAPS'), ['until-november']],
  ])('OVERLAPS finds what could lie in the range: %s', async (_, filter, expected) => {
    expect(await namesOf(filter)).toEqual(expected);
  });

  test.each<[string, EventFilter, readonly string[]]>([
    [
      'both ends are part of it',
      range('2021-12-10', '2021-12-21', 'WITHIN'),
      ['december-10', 'mid-december', 'december-21'],
    ],
    ['one day less at its beginning', range('2021-12-12', '2021-12-20', 'WITHIN'), []],
    ['one day less at its end', range('2021-12-11', '2021-12-19', 'WITHIN'), []],
    ['open to the future', range('2021-12-22', 'X', 'WITHIN'), ['since-christmas', 'turn-of-year']],
    [
      'open to the past',
      range('X', '2021-12-10', 'WITHIN'),
      ['until-november', 'december-21-of-1991', 'december-10'],
    ],
  ])('WITHIN finds what surely lies in the range: %s', async (_, filter, expected) => {
    expect(await namesOf(filter)).toEqual(expected);
  });

  test.each<[string, EventFilter, readonly string[]]>([
    ['on its first day', range('2021-12-25', '2021-12-26', 'STARTS'), ['since-christmas']],
    ['on its last day', range('2021-12-22', '2021-12-25', 'STARTS'), ['since-christmas']],
    [
      'no open beginning',
      range('X', '2021-12-10', 'STARTS'),
      ['december-21-of-1991', 'whole-year', 'december-10'],
    ],
  ])('STARTS finds what can begin in the range: %s', async (_, filter, expected) => {
    expect(await namesOf(filter)).toEqual(expected);
  });

  test('a day of any year finds events of that day alone, not spans around it', async () => {
    expect(await namesOf({ monthDay: { month: 12, day: 21 } })).toEqual([
      'december-21-of-1991',
      'december-21',
    ]);
    expect(await namesOf({ monthDay: { month: 2, day: 29 } })).toEqual([]);
  });

  test('one day that is known less exactly than to the day is on no calendar', async () => {
    const events = [buildEvent('about', { date: spanDate('2021-03-03', '2021-03-03', 'RANGE') })];
    await saveArticle(store(), buildChange({ events }));
    expect(await namesOf({ monthDay: { month: 3, day: 3 } })).toEqual([]);
  });

  test('a span of any length is found on its last day and not on the day after', async () => {
    const last = requireCalendarDate('1961-04-12');
    const names = Array.from({ length: 70 }, (_, days) => `reaches-${days}`);
    const events = names.map((name, days) =>
      buildEvent(name, { date: spanDate(addDays(last, -days), last) }),
    );
    await saveArticle(store(), buildChange({ events }));
    const foundOn = async (day: CalendarDate) =>
      (await namesOf(range(day, day, 'OVERLAPS'), 100)).filter((name) => name.startsWith('reaches-'));
    expect(new Set(await foundOn(last))).toEqual(new Set(names));
    expect(await foundOn(addDays(last, 1))).toEqual([]);
  });

  test('values of one list are alternatives, and different fields must all hold', async () => {
    expect(await namesOf({ precisions: ['WEEK', 'YEAR'] })).toEqual(['whole-year', 'turn-of-year']);
    const both = { ...range('2021-12-01', '2021-12-31', 'OVERLAPS'), precisions: ['DAY' as const] };
    expect(await namesOf(both)).toEqual(['december-10', 'december-21']);
  });

  test('type and modality are compared exactly', async () => {
    const events = [
      buildEvent('planned', { modality: 'PLANNED', type: 'SANCTION', date: dayDate('2022-01-10') }),
      buildEvent('reported', { modality: 'REPORTED', type: 'SANCTION', date: dayDate('2022-01-11') }),
    ];
    await saveArticle(store(), buildChange({ events }));
    expect(await namesOf({ types: ['SANCTION'] })).toEqual(['planned', 'reported']);
    expect(await namesOf({ types: ['SANCTION'], modalities: ['REPORTED'] })).toEqual(['reported']);
    expect(await namesOf({ types: ['AID'] })).toEqual([]);
  });

  test('an article finds the events that it tells of, undated mentions included', async () => {
    const shared = buildEvent('shared', {
      date: dayDate('2022-02-02'),
      mentions: [
        buildMention('shared-1', { date: dayDate('2022-02-02') }),
        buildMention('shared-2', { article: two, date: null }),
      ],
    });
    await saveArticle(store(), buildChange({ article: two, events: [shared] }));
    expect(await namesOf({ articles: [two.id] })).toEqual(['shared']);
    expect(await namesOf({ articles: [articleId('art_one'), two.id] })).toEqual([...ALL, 'shared']);
    expect(await namesOf({ articles: [articleId('art_none')] })).toEqual([]);
  });

  describe('a day of any year that an event could lie on', () => {
    const possible = (month: number, day: number): EventFilter => ({
      monthDay: { month, day, include: 'POSSIBLE' },
    });
    const OPEN_OR_LONG = ['until-november', 'whole-year', 'since-christmas'];

    test.each<[number, number, readonly string[]]>([
      [12, 21, ['december-21-of-1991', 'december-21']],
      [12, 11, ['mid-december']],
      [12, 20, ['mid-december']],
      [12, 10, ['december-10']],
      [12, 31, ['turn-of-year']],
      [1, 2, ['turn-of-year']],
      [1, 3, []],
    ])('month %i, day %i', async (month, day, expected) => {
      const found = await namesOf(possible(month, day));
      expect(found.filter((name) => !OPEN_OR_LONG.includes(name))).toEqual(expected);
      expect(found.filter((name) => OPEN_OR_LONG.includes(name))).toEqual(OPEN_OR_LONG);
    });

    test('29 February lies in spans of leap years alone, unless they are longer than the wait for one', async () => {
      const spans: Readonly<Record<string, EventDate>> = {
        'february-2019': spanDate('2019-02-01', '2019-03-31'),
        'february-2020': spanDate('2020-02-01', '2020-03-31'),
        'after-2096': spanDate('2096-03-01', '2104-02-28'),
        'year-before': spanDate('2019-03-01', '2020-02-29'),
      };
      const events = Object.entries(spans).map(([name, date]) => buildEvent(name, { date }));
      await saveArticle(store(), buildChange({ events }));
      const found = await namesOf(possible(2, 29));
      expect(Object.keys(spans).filter((name) => found.includes(name))).toEqual([
        'february-2020',
        'year-before',
      ]);
    });
  });

  describe('a date of which only the day of the report is known', () => {
    beforeEach(async () => {
      const date = publishedDate(requireCalendarDate('2021-12-21'));
      await saveArticle(store(), buildChange({ events: [buildEvent('report', { date })] }));
    });

    test.each<[string, EventFilter, boolean]>([
      ['OVERLAPS its day', range('2021-12-21', '2021-12-21', 'OVERLAPS'), true],
      ['OVERLAPS a range that begins on its day', range('2021-12-21', '2021-12-24', 'OVERLAPS'), true],
      ['STARTS on its day', range('2021-12-21', '2021-12-21', 'STARTS'), true],
      ['lies WITHIN no range', range('2021-12-01', '2021-12-31', 'WITHIN'), false],
      ['lies WITHIN no part of a filter', { and: [range('2021-12-01', 'X', 'WITHIN')] }, false],
      ['is not on its day of the year', { monthDay: { month: 12, day: 21 } }, false],
      ['could be on it', { monthDay: { month: 12, day: 21, include: 'POSSIBLE' } }, true],
      ['has its role', { roles: ['PUBLISHED'] }, true],
      ['has no other role', { roles: ['ON', 'WITHIN'] }, false],
    ])('%s', async (_, filter, isFound) => {
      expect((await namesOf(filter)).includes('report')).toBe(isFound);
    });
  });

  describe('filters within filters', () => {
    const year2022: EventFilter = range('2022-01-01', '2022-12-31', 'OVERLAPS');
    const days: EventFilter = { precisions: ['DAY'] };

    test.each<[string, EventFilter, readonly string[]]>([
      [
        'not',
        { not: days },
        ['until-november', 'whole-year', 'mid-december', 'since-christmas', 'turn-of-year'],
      ],
      [
        'not on a day of any year, which most dates do not have',
        { not: { monthDay: { month: 12, day: 21 } } },
        ALL.filter((name) => !name.startsWith('december-21')),
      ],
      ['or', { or: [{ precisions: ['WEEK'] }, { precisions: ['YEAR'] }] }, ['whole-year', 'turn-of-year']],
      ['and', { and: [year2022, { not: { precisions: ['OPEN'] } }] }, ['turn-of-year']],
      ['a field beside or', { ...year2022, or: [days, { precisions: ['WEEK'] }] }, ['turn-of-year']],
      ['three levels', { not: { or: [days, { not: year2022 }] } }, ['since-christmas', 'turn-of-year']],
      [
        'ranges by each match',
        {
          or: [
            range('2021-12-11', '2021-12-20', 'WITHIN'),
            range('2021-12-25', '2021-12-26', 'STARTS'),
            range('X', '2020-12-31', 'WITHIN'),
          ],
        },
        ['december-21-of-1991', 'mid-december', 'since-christmas'],
      ],
      ['an empty or, which filters nothing', { or: [] }, ALL],
      ['not of nothing', { not: {} }, []],
    ])('%s', async (_, filter, expected) => {
      expect(await namesOf(filter)).toEqual(expected);
    });

    test('a range inside a filter finds what it finds as the filter', async () => {
      for (const match of ['OVERLAPS', 'WITHIN', 'STARTS'] as const)
        for (const from of ['X', '2021-01-01', '2021-12-10', '2021-12-25'])
          for (const to of ['X', '2021-11-30', '2021-12-20', '2022-06-01']) {
            if (from !== 'X' && to !== 'X' && from > to) continue;
            const filter = range(from, to, match);
            expect(await namesOf({ and: [filter] })).toEqual(await namesOf(filter));
          }
    });
  });

  test('confidence and number of sources are lower bounds', async () => {
    const events = [
      buildEvent('sure', { confidence: 0.95, sourceCount: 3, date: dayDate('2022-01-10') }),
      buildEvent('unsure', { confidence: 0.5, sourceCount: 2, date: dayDate('2022-01-11') }),
    ];
    await saveArticle(store(), buildChange({ events }));
    expect(await namesOf({ minConfidence: 0.95 })).toEqual(['sure']);
    expect(await namesOf({ minSources: 2 })).toEqual(['sure', 'unsure']);
    expect(await namesOf({ minSources: 3, minConfidence: 0.96 })).toEqual([]);
  });

  test('a source finds the events that one of its articles tells of, in any case', async () => {
    const herald = buildArticle('three', { publisher: 'The  Daily Lantern' });
    const dated = buildEvent('dated', {
      date: dayDate('2022-02-03'),
      mentions: [buildMention('dated', { article: herald, date: dayDate('2022-02-03') })],
    });
    await saveArticle(store(), buildChange({ article: herald, events: [dated] }));
    expect(await namesOf({ sources: ['the daily lantern'] })).toEqual(['dated']);
    expect(await namesOf({ sources: ['The Nightly Lantern'] })).toEqual([]);
    expect(await namesOf({ not: { sources: ['The Daily Lantern'] } })).toEqual(ALL);
  });
}
