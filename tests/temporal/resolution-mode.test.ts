import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { ResolutionMode } from '../../src/domain/time/resolution.ts';
import { resolveText } from '../support/resolve-text.ts';

const ANCHOR = requireCalendarDate('2021-12-21');
const HISTORY =
  'The league was founded in 1812. War came in 1815 and ended in 1818. In 1820 a new king was crowned. In May he married.';
const NEWS = 'The plant opened in 1998. In May it was sold, and on Friday it closed.';

const monthIn = (text: string, mode?: ResolutionMode) =>
  resolveText(text, ANCHOR, mode === undefined ? {} : { mode }).flatMap((outcome) =>
    outcome.kind === 'resolved' && outcome.timex.text === 'May' ? [outcome.timex.value] : [],
  );

test('a text that names many years far from the anchor is history: a month follows the year told last', () => {
  expect(monthIn(HISTORY)).toEqual(['1820-05']);
});

test('any other text is news: a month is near the anchor', () => {
  expect(monthIn(NEWS)).toEqual(['2021-05']);
});

test('a history may begin with pages that name no year', () => {
  const opening = 'The valley lies between two ridges, and sheep graze on both of them. '.repeat(100);
  expect(monthIn(opening + HISTORY)).toEqual(['1820-05']);
});

test('a history may name recent years too, as long as three in ten are distant', () => {
  const recent = (count: number) => `It was printed in ${Array(count).fill('2020').join(', in ')}. `;
  expect(monthIn(recent(9) + HISTORY)).toEqual(['1820-05']);
  expect(monthIn(recent(10) + HISTORY)).toEqual(['2021-05']);
});

test('a short report that looks back on distant years is news', () => {
  const report = 'The mayor, who was elected in 1994, 1998 and 2002, resigned on Monday. In May he fell ill.';
  expect(monthIn(report)).toEqual(['2021-05']);
});

test('"today" for the present age does not make a report of a history', () => {
  expect(monthIn(`${HISTORY} The mill is still in use today.`)).toEqual(['1820-05']);
  expect(monthIn(`${HISTORY} The mill burnt down today.`)).toEqual(['2021-05']);
});

test('the caller may say which it is', () => {
  expect([monthIn(HISTORY, 'NEWS'), monthIn(NEWS, 'NARRATIVE')]).toEqual([['2021-05'], ['1998-05']]);
});
