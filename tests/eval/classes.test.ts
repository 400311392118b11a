import { describe, expect, test } from 'vitest';
import { classOf } from './classes.ts';
import type { Annotation } from './read-gold.ts';

type Case = readonly [words: string, type: Annotation['type'], name: string];

const CASES: readonly Case[] = [
  ['Tuesday', 'DATE', 'weekday alone'],
  ['next Tuesday', 'DATE', 'last, this, next WEEKDAY'],
  ['Tuesday\nnight', 'TIME', 'weekday and part of day'],
  ['Tuesday, Dec. 21, 2021', 'DATE', 'full date'],
  ['Dec. 21', 'DATE', 'month and day'],
  ['21st of December', 'DATE', 'month and day'],
  ['December 2021', 'DATE', 'month and year'],
  ['last December', 'DATE', 'last, this, next MONTH'],
  ['mid-December', 'DATE', 'part of a month by name'],
  ['May', 'DATE', 'month alone'],
  ["New Year's Eve", 'DATE', 'holiday'],
  ['9:30 a.m.', 'TIME', 'clock time'],
  ['this morning', 'TIME', 'part of day'],
  ['the fourth quarter', 'DATE', 'quarter'],
  ['fiscal 2021', 'DATE', 'fiscal or half year'],
  ['a year earlier', 'DATE', 'units ago, earlier'],
  ['two days later', 'DATE', 'units later'],
  ['early next year', 'DATE', 'part of a unit'],
  ['last week', 'DATE', 'last UNIT'],
  ['the following year', 'DATE', 'next UNIT'],
  ['that year', 'DATE', 'this, that, the UNIT'],
  ['2021', 'DATE', 'year alone'],
  ['late 2021', 'DATE', 'part of a year'],
  ['the 1990s', 'DATE', 'decade'],
  ['490 BC', 'DATE', 'century, era'],
  ['the last two weeks', 'DURATION', 'duration: last, next N units'],
  ['a few days', 'DURATION', 'duration: vague count'],
  ['nearly forty years', 'DURATION', 'duration: about, more than N units'],
  ['five-year', 'DURATION', 'duration: N-unit as adjective'],
  ['18 months', 'DURATION', 'duration: N units'],
  ['years', 'DURATION', 'duration: unit without a number'],
  ['every other Friday', 'SET', 'set: each, every UNIT'],
  ['annually', 'SET', 'set: adverb'],
  ['a year', 'SET', 'set: per UNIT'],
];

const annotation = (text: string, type: Annotation['type'], value: string): Annotation => ({
  start: 0,
  end: text.length,
  text,
  type,
  value,
});

describe('an expression has its class by its type and words', () => {
  test.each(CASES)('%s, a %s: %s', (words, type, name) => {
    expect(classOf(annotation(words, type, 'X'))).toBe(name);
  });
});

test('"now" and its like have their class by their value', () => {
  expect(classOf(annotation('today', 'DATE', 'PRESENT_REF'))).toBe('vague present');
  expect(classOf(annotation('today', 'DATE', '2021-12-21'))).toBe('today');
});
