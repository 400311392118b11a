import type { Span } from '../../domain/event/mention.ts';

const INSIDE_QUOTES = 200;

/** Whether a position stands in a quotation, by the quotation marks before it in its paragraph. */
function isQuoted(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - INSIDE_QUOTES * 4), position);
  const paragraph = before.slice(before.lastIndexOf('\n') + 1);
  const curly = paragraph.lastIndexOf('“') > paragraph.lastIndexOf('”');
  return curly || (paragraph.split('"').length - 1) % 2 === 1;
}

const PRESENT_TENSE =
  /\b(?:is|are|has|have|lives?|faces?|exists?|happens?|knows?|occurring|happening|'re|’re|'s|’s)\b[^.!?]*$/i;
const PRESENT_AFTER = /^,?\s+[^.!?“”"]{0,30}\b(?:can|cannot|can['’]t|is|are|has|have|do|does)\b/i;
const AGE_NOUN =
  /^['’]s\s+(?:world|society|youth|young|generation|standards?|children|market|economy|technology)\b/i;
const SINCE_THEN =
  /\b(?:even|still|as it is|as of|until|world of|generation of|(?:than|as) (?:\w+ )?it is)\s+$/i;
/** "is still in use today", "that survive today", "is known today as": a state that goes on. */
const LASTING =
  /\b(?:(?:is|are|be|has|have)\s+(?:\w+\s+)?still\b[^.;!?]*|still\s+(?:\w+s|exist|live|stand|use|survive)\b[^.;!?]*|(?:remains?|exists?|survives?|continues?|(?:is|are)\s+(?:\w+ly\s+)?(?:known|called|used|found|home))\s+)$/i;

/**
 * Whether "today" means nowadays: before "'s world", after "even", with a state that lasts ("is still in use today"), and in
 * quoted speech with a verb in the present ("What is occurring today …"). Otherwise news means the day.
 */
export function isPresentAge(text: string, { start, end }: Span): boolean {
  if (AGE_NOUN.test(text.slice(end, end + 30))) return true;
  const before = text.slice(Math.max(0, start - 80), start);
  if (SINCE_THEN.test(before) || LASTING.test(before)) return true;
  return (
    isQuoted(text, start) && (PRESENT_TENSE.test(before) || PRESENT_AFTER.test(text.slice(end, end + 50)))
  );
}
