import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

const told = (text: string) => mentionsOf(text).map(({ timex, title }) => [timex?.text, title]);

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
