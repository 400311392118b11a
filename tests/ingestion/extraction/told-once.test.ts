import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import { extractEvents } from '../../../src/ingestion/extraction/extract-events.ts';
import { articleOf, mentionsOf, tools } from '../read-text.ts';

const told = (text: string) => mentionsOf(text).map(({ timex, title }) => [timex?.text, title]);
const dates = (text: string) =>
  mentionsOf(text).map(({ timex, date }) => [timex?.text, date?.edtf, date?.role]);

test('a sentence is not printed whole beside a clause of its own with the same time', () => {
  const text =
    'Orla Kerr said the fire started in a barn on Saturday, but grew on Sunday when it reached a field of dry straw.';
  expect(told(text).filter(([, title]) => title?.startsWith('Orla Kerr said'))).toEqual([]);
});

test('two clauses with titles and times of their own are two events', () => {
  expect(told('The ferry left Dover on Monday and sank near Calais on Tuesday.')).toEqual([
    ['Monday', 'The ferry left Dover'],
    ['Tuesday', 'The ferry sank near Calais'],
  ]);
});

test('a list of days is one account, whose date holds them all', () => {
  expect(dates('A court in Oslo heard the case on May 6, 7 and 8.')).toEqual([
    ['May 6', '2019-05-06/2019-05-08', 'SPANS'],
  ]);
  expect(dates('A court in Oslo heard the case on May 3 and 7.')).toEqual([
    ['May 3', '2019-05-03/2019-05-07', 'WITHIN'],
  ]);
});

test('a clock time beside the day of its verb is no second account', () => {
  expect(dates('A truck hit a bridge in Harlow around 5:30 p.m. (1730 GMT) Tuesday.')).toEqual([
    ['Tuesday', '2019-05-14', 'ON'],
  ]);
});

test('the year of a noun is no second time of a verb that has its own', () => {
  expect(dates('On May 13, 2019, the clinic reported five cases of harbour fever 2017.')).toEqual([
    ['May 13, 2019', '2019-05-13', 'ON'],
  ]);
});

test('the scene of an act is not told beside the act, and a relative clause with an act of its own is', () => {
  const scene = told(
    'The man was a passenger in a blue car that was travelling east shortly before midnight on Tuesday when it hit a van.',
  );
  expect(scene.map(([, title]) => title)).toEqual(['A blue car hit a van']);
});

test('a trial before a verdict has a time of its own', () => {
  expect(
    told('After a two-week bench trial last month, Judge Ada Novak on Tuesday convicted Zora Hart of fraud.'),
  ).toEqual([
    ['last month', 'A two-week bench trial was held'],
    ['Tuesday', 'Judge Ada Novak convicted Zora Hart of fraud'],
  ]);
});

test('the news of a lead is not told again by the whole sentence under the day of a noun in it', () => {
  const text =
    'A court has jailed a teacher who robbed a shop with two of her pupils in the market street on Monday.';
  const day = requireCalendarDate('2019-05-15');
  const article = { ...articleOf(text), anchor: { date: day, basis: 'METADATA' as const } };
  const { mentions } = extractEvents(article, tools);
  expect(mentions.filter(({ title }) => title.startsWith('A court has jailed'))).toHaveLength(1);
});

test('a whole sentence is the title of the time of the main act, and not of what a noun in it was long before', () => {
  const text = '"The Old Mill," drawn in 1902, was sold on Monday to a small museum in Bergen, Norway.';
  expect(dates(text).map(([time]) => time)).toEqual(['Monday']);
});

test('a financial year dates nothing, for its days are not known', () => {
  for (const text of [
    'Novak Boats made $3 million, or 40 cents a share, in fiscal 2018.',
    'The council allocated $4 million to the harbour in the current financial year.',
    'The papers show the harbour collected $95 million in 2017/18.',
  ])
    expect(dates(text)).toEqual([]);
  expect(dates('Novak Boats sold the yard in Dover in 2018.')).toEqual([['2018', '2018', 'WITHIN']]);
});
