import type { RuleMatch } from '../rule.ts';
import { MONTH_SHORT } from './patterns.ts';

const WORDS_BEFORE =
  /\b(?:in|since|until|till|by|from|of|for|to|through|during|and|or|late|early|mid|between|before|after|last|next|this|on|the|a|each|every|around|about|until|ended|ending|said)[\s-]+$|(?:mid|pre|post)-$/i;
/** After these even "May he" begins with a month. */
const SURE_BEFORE =
  /\b(?:in|since|until|till|by|from|of|to|during|through|between|last|next|this|early|late|mid)[\s-]+$/i;
const MODAL_AFTER =
  /^\s+(?:be|have|not|also|well|still|never|want|need|seem|come|go|get|take|make|lead|find|say|see|even|or|he|she|it|they|we|you|I)\b/i;

/** "Jan Novak" and "April Stone" are persons. */
const FIRST_NAME = /^(?:Jan|Mar|Jun|April|May|June|August)$/;
const SURNAME_AFTER = /^ [A-Z][a-z]/;

/** Abbreviations and two verbs; other whole names are nothing but months. */
const OFTEN_A_WORD = new RegExp(String.raw`^(?:May|March|${MONTH_SHORT})\b`, 'i');

/** Whether the name of a month means the month: "may" and "march" are verbs too, and "April Stone" is a person. */
export function isMonth({ start, end, groups }: RuleMatch, name: string, text: string): boolean {
  if (!/^[A-Z]/.test(name)) return false;
  if (groups['year'] !== undefined || groups['which'] !== undefined) return true;
  const before = text.slice(Math.max(0, start - 14), start);
  if (FIRST_NAME.test(name) && SURNAME_AFTER.test(text.slice(end, end + 12)) && !SURE_BEFORE.test(before))
    return false;
  if (/^March$/.test(name) && /^\s+on\b/.test(text.slice(end, end + 5))) return false;
  if (!OFTEN_A_WORD.test(name)) return true;
  if (name.length < 5 && name.length !== 3 && !/[.]$|^(?:May|June|July)$/.test(name)) return true;
  if (/^may$/i.test(name) && MODAL_AFTER.test(text.slice(end, end + 20))) return SURE_BEFORE.test(before);
  return WORDS_BEFORE.test(before);
}
