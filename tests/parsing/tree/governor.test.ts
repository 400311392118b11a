import { expect, test } from 'vitest';
import { findGovernors } from '../../support/resolve-text.ts';

/** The governor of the words that a text marks with brackets. */
function governor(marked: string) {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return findGovernors(marked.replace(/[[\]]/g, ''))({ start, end });
}

test.each([
  ['The gallery opens on [4 October].', 'open', 'SIMPLE', 'PRESENT'],
  ['The gallery will open on [4 October].', 'open', 'COMPOUND', 'FUTURE'],
  ['The owner promised to open it in [October].', 'open', 'INFINITIVE', 'FUTURE'],
  ['The gallery was closed in [October].', 'close', 'COMPOUND', 'PAST'],
  ['The bishop, appointed in [October], will retire.', 'appoint', 'PARTICIPLE', 'PAST'],
  ['She left after selling the house in [October].', 'sell', 'GERUND', 'PAST'],
])('%s hangs on “%s”', (text, lemma, form, time) => {
  const found = governor(text);
  expect([found?.lemma, found?.form, found?.tense.time]).toEqual([lemma, form, time]);
});

test.each([
  ['The court met in [May].', 'in', null],
  ['The court met in a [May] session.', 'in', 'obl'],
  ['The court will sit until [9 May].', 'until', null],
  ['The judges met at [9 a.m. Friday].', 'at', null],
  ['The fair lasts from April to [May].', 'from', null],
])('the tie of %s is “%s”', (text, tie, noun) => {
  const found = governor(text);
  expect([found?.tie, found?.noun]).toEqual([tie, noun]);
});

test('a plan has the tense of the clause above beside its own', () => {
  expect(governor('The club said it would move in [May].')?.above?.tense.time).toBe('PAST');
});

test('a sentence is found however long its line, and asked for in any order', () => {
  const line = 'The mayor came in May. The bishop left in June. '.repeat(400);
  const find = findGovernors(line);
  const lemmaAt = (at: number): string | undefined => find({ start: at, end: at + 3 })?.lemma;
  const [may, june] = [line.lastIndexOf('May'), line.indexOf('June')];
  expect([lemmaAt(may), lemmaAt(june), lemmaAt(may)]).toEqual(['come', 'leave', 'come']);
});
