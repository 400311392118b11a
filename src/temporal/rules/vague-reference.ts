/**
 * Times that name no stretch: PRESENT_REF "now", "currently", "at the moment", "the current" · PAST_REF "recently", "in the past",
 * "the recent" · FUTURE_REF "soon", "in the future", "in coming weeks".
 */
import { GAP } from '../patterns.ts';
import { ANCHOR, patternFamily, type Reading } from '../rule.ts';

const PATTERN = new RegExp(
  String.raw`\b(?:(?<present>now|currently|nowadays|at${GAP}present|at${GAP}(?:this${GAP}(?:moment|time)|the${GAP}moment)|these${GAP}days|presently|(?:the${GAP})?current(?=${GAP}\w))|` +
    String.raw`(?<past>recently|lately|(?:the${GAP})?(?:recent)${GAP}past|the${GAP}past(?!${GAP}(?:\w+${GAP})?(?:days?|weeks?|months?|years?|decades?|quarters?|century|hours?|weekend|summer|winter|spring|fall))|recent(?=${GAP}\w)|once(?=,)|long${GAP}ago|earlier(?=${GAP}(?:on)\b))|` +
    String.raw`(?<future>soon|(?:the${GAP})?(?:near|foreseeable|immediate|not-too-distant)${GAP}future|the${GAP}future|(?:the${GAP})?coming${GAP}(?:days|weeks|months|years)|shortly))\b`,
  'dgiu',
);
const NO_PRESENT = /^(?:at\s+)?(?:this|the)\s+(?:moment|time)$/iu;
const DEPENDENT = /^['’]s\b|^\s+(?:that|when|as|notice|for|of|frame|limit|being)\b/iu;

export const vagueReference = patternFamily(
  'vague-reference',
  PATTERN,
  ({ groups, text, end }, context): Reading | null => {
    const { present, past } = groups;
    if (NO_PRESENT.test(text) && (!/^at/iu.test(text) || DEPENDENT.test(context.text.slice(end, end + 12))))
      return null;
    if (
      present !== undefined &&
      /^now$/iu.test(text) &&
      /\b(?:until|till|by|from|right|just)\s*$/iu.test(context.text.slice(Math.max(0, end - 12), end - 3)) ===
        false &&
      /^\s+that\b/iu.test(context.text.slice(end, end + 8))
    )
      return null;
    const value = present !== undefined ? 'PRESENT_REF' : past !== undefined ? 'PAST_REF' : 'FUTURE_REF';
    return {
      kind: 'value',
      type: 'DATE',
      value,
      rule: 'vague-reference',
      direction: present !== undefined ? 'PRESENT' : past !== undefined ? 'PAST' : 'FUTURE',
      reference: ANCHOR,
      confidence: 0.6,
    };
  },
);
