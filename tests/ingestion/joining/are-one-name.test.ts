import { expect, test } from 'vitest';
import { areOneName } from '../../../src/ingestion/joining/score/are-one-name.ts';

test.each([
  ['Fjordbank Inc.', 'Fjordbank'],
  ['Fjordbank Group plc', 'Fjordbank Ltd'],
  ['Ida Falk', 'Falk'],
  ['Norwegian Union of Fish Workers', 'NUFW'],
  ['Northern Grid Company', 'NGC'],
])('%s and %s are one name', (one, other) => {
  expect([areOneName(one, other), areOneName(other, one)]).toEqual([true, true]);
});

test.each([
  ['Ida Falk', 'Jon Falk'],
  ['Norway', 'Norwegian Union of Fish Workers'],
  ['North Bank', 'South Bank'],
  ['Northern Grid Company', 'NG'],
])('%s and %s are two names', (one, other) => {
  expect([areOneName(one, other), areOneName(other, one)]).toEqual([false, false]);
});
