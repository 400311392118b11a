/**
 * Attacks that are named by their day, in any text written after them. "9/11" and "the Sept. 11 attacks" 2001-09-11 · "the
 * 7/7 bombings" 2005-07-07.
 */
import { dayNumberOf } from '../../domain/time/calendar-date.ts';
import { dayPeriod } from '../../domain/time/period.ts';
import { NO_REFERENCE, patternFamily, type Reading } from '../rule.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'named-attack': 'the day is the name of an attack, so the year is that of the attack',
};

const DAY = String.raw`(?:September|Sept\.?|Sep\.?)${GAP}11(?:th)?|11(?:th)?${GAP}(?:September|Sept\.?)`;
const WORDS = String.raw`(?:terror(?:ist)?${GAP}|suicide${GAP}|al-Qaeda${GAP})*(?:attacks?|hijack\w+|commission|atrocit(?:y|ies)|bombings?|plot(?:ters)?)`;
const PATTERN = new RegExp(
  String.raw`(?<![\d/])(?<short>9\/11)(?![\d/])|\b(?<named>${DAY})(?=,?${GAP}${WORDS}\b)|(?<=\battacks?${GAP}(?:of|on)${GAP})(?<after>${DAY})(?!,?${GAP}\d|\d)|(?<![\d/])(?<london>7\/7)(?=${GAP}(?:attacks?|bomb\w+))`,
  'dgi',
);
const NEW_YORK = { year: 2001, month: 9, day: 11 };
const LONDON = { year: 2005, month: 7, day: 7 };

export const namedAttack = patternFamily(REASONS, PATTERN, ({ groups }, { anchor }): Reading | null => {
  const day = dayNumberOf(groups['london'] === undefined ? NEW_YORK : LONDON);
  if (anchor < day) return null;
  return {
    kind: 'period',
    period: dayPeriod(day),
    rule: 'named-attack',
    direction: 'PAST',
    reference: NO_REFERENCE,
    confidence: 0.9,
  };
});
