/** Years in words, as speech transcripts have them. "nineteen ninety-six" 1996 · "two thousand and ten" 2010 · "the year two thousand" 2000. */
import { yearPeriod } from '../../domain/period.ts';
import { NUMBER_WORD, numberOf } from '../numbers.ts';
import { GAP } from '../patterns.ts';
import { NO_REFERENCE, patternFamily } from '../rule.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'spoken-year': 'a year written in words',
};

const PATTERN = new RegExp(
  String.raw`\b(?:(?<century>fifteen|sixteen|seventeen|eighteen|nineteen|twenty)${GAP}(?<rest>(?:oh${GAP})?${NUMBER_WORD})|(?:the${GAP}year${GAP}(?<bare>two${GAP}thousand)|two${GAP}thousand${GAP}(?:and${GAP})?(?<thousands>${NUMBER_WORD})))\b(?![\s-]+(?:years?|days?|months?|weeks?|hours?|minutes?|people|dollars?|percent|million|thousand|hundred))`,
  'dgi',
);

export const spokenYear = patternFamily('spoken-year', REASONS, PATTERN, ({ groups }) => {
  const { century, rest, thousands } = groups;
  const tail = numberOf((rest ?? thousands ?? '').replace(/^oh\s+/i, '')) ?? 0;
  if (century !== undefined && tail < 10 !== /^oh\b/i.test(rest ?? '')) return null;
  const year = century === undefined ? 2000 + tail : (numberOf(century) ?? 0) * 100 + tail;
  return {
    kind: 'period',
    period: yearPeriod(year),
    rule: 'spoken-year',
    direction: null,
    reference: NO_REFERENCE,
    confidence: 0.8,
  };
});
