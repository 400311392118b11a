import { expect, test } from 'vitest';
import { requireEdtf } from '../../src/domain/time/read-edtf.ts';
import { refusalOf } from '../support/refusal-of.ts';

test.each([
  ['2021-12-21', '2021-12-21', '2021-12-21', '2021-12-21', 'DAY', 'ON'],
  ['2021-12', '2021-12', '2021-12-01', '2021-12-31', 'MONTH', 'WITHIN'],
  ['2021', '2021', '2021-01-01', '2021-12-31', 'YEAR', 'WITHIN'],
  [' 2021-12-01/2021-12-20 ', '2021-12-01/2021-12-20', '2021-12-01', '2021-12-20', 'RANGE', 'WITHIN'],
  ['2014/..', '2014/..', '2014-01-01', null, 'OPEN', 'AFTER'],
  ['../2021-12', '../2021-12', null, '2021-12-31', 'OPEN', 'BEFORE'],
])('"%s" is read as the date %s', (text, edtf, earliest, latest, precision, role) => {
  expect(requireEdtf(text)).toMatchObject({ edtf, earliest, latest, precision, role });
});

test.each(['', 'soon', '2021-02-30', '2021-13', '21', '2021/2020', '../..', '2021/', '2021/2022/2023'])(
  '"%s" is no date',
  async (text) => {
    expect(await refusalOf(() => requireEdtf(text))).toBe('BAD_DATE');
  },
);
