/**
 * Times without a date: PRESENT_REF "now", "currently", "at the moment", "the current crisis" · PAST_REF "recently",
 * "in the past", "recent attacks" · FUTURE_REF "soon", "in the near future", "shortly".
 * In history writing, "soon" means the time right after, not the future.
 */

import { ANCHOR, patternFamily, type Reading } from '../rule.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'vague-reference/present': 'it means the present, without a date',
  'vague-reference/past': 'it means some time before, without a date',
  'vague-reference/future': 'it means some time to come, without a date',
};

const COUNTED = `${GAP}(?:[\\w-]+${GAP})?(?:days?|weeks?|months?|years?|decades?|quarters?|century|hours?|weekend|summer|winter|spring|fall)`;
const PRESENT = `now(?!${GAP}that)|currently|nowadays|at${GAP}present|at${GAP}(?:this${GAP}(?:moment|time)|the${GAP}moment)|these${GAP}days|present[- ]day|presently|current(?=${GAP}\\w)`;
const PAST = `recently|lately|the${GAP}recent${GAP}past|the${GAP}past(?!${COUNTED})|recent(?=${GAP}\\w)(?!${COUNTED})|the${GAP}other${GAP}day|long${GAP}ago`;
const FORMER = `former(?=${GAP}\\w)`;
const FUTURE = `(?<!\\bas${GAP})soon(?!${GAP}(?:after|as|became|found|enough))|(?:the${GAP})?(?:near|foreseeable|immediate|not-too-distant)${GAP}future|the${GAP}(?:near|short)${GAP}term|the${GAP}future|someday|(?<=\\b(?:will|would|may|might|could|can|must)${GAP})one${GAP}day|shortly(?!${GAP}(?:after|before))`;

const PATTERN = new RegExp(
  `\\b(?:(?<present>${PRESENT})|(?<past>${PAST})|(?<former>${FORMER})|(?<future>${FUTURE}))\\b`,
  'dgi',
);

export const vagueReference = patternFamily(REASONS, PATTERN, ({ groups }, { narrative }): Reading | null => {
  const { present, past, former } = groups;
  const base = { kind: 'value', type: 'DATE', reference: ANCHOR, confidence: 0.6 } as const;
  if (present !== undefined)
    return { ...base, value: 'PRESENT_REF', rule: 'vague-reference/present', direction: 'PRESENT' };
  if (former !== undefined && !narrative) return null;
  if (past !== undefined || former !== undefined)
    return { ...base, value: 'PAST_REF', rule: 'vague-reference/past', direction: 'PAST' };
  return narrative
    ? null
    : { ...base, value: 'FUTURE_REF', rule: 'vague-reference/future', direction: 'FUTURE' };
});
