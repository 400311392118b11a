import type { Span } from '../../domain/event/mention.ts';
import { MONTH_NAMES } from '../../domain/time/calendar-names.ts';

const REACH = 160;
/** Words for weather, seasons, the life of plants and animals, and custom: they come back every year. */
const RECURS =
  /\b(?:seasons?|climate|temperatures?|weather|rain(?:s|y|fall)?|snow(?:s|fall)?|monsoons?|humid|winds|usually|typically|normally|generally|traditionally|always|every|annual(?:ly)?|tends?|occurs?|best|visit|migrat\w+|blooms?|blossoms?|flowers?|ripens?|harvest(?:s|ed)?|breeds?|nests?|spawns?|hatch(?:es)?|calve|freezes?|thaws?|(?:can|may)\s+be\s+(?:seen|found|visited))\b/i;
const PRESENT =
  /\b(?:is|are|can|may|should|do|does|has|have|occurs?|lasts?|runs?|begins?|starts?|ends?|falls?|comes?|tends?|usually|typically|generally|blooms?|ripens?|breeds?|nests?|spawns?|hatch(?:es)?|freezes?|thaws?|migrates?|attracts?|visits?|arrives?|rains|snows)\b/i;
/** A sentence with one of these is about a certain year. */
const CERTAIN =
  /\b(?:was|were|had|did|been|will|would|shall|said|says|rose|fell|hit|came|went|made|took|saw|ran|held|began|got|left|found|set|this|last|next|since|ago|now|today|yesterday|tomorrow|due|expected|scheduled|planned|plans?|(?:1[5-9]|20)\d\d|[a-z]{3,}[^e\W]ed)\b/i;
const OTHER_MONTHS = new RegExp(`\\b(?:${MONTH_NAMES.join('|')})\\b`, 'g');

/** Abbreviations do not matter: a sentence cut short has fewer cues, and then counts as no habit. */
function sentenceAround(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const from = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n\n'), before.lastIndexOf('? ')) + 1;
  const stop = after.search(/[.?!](?:\s|$)|\n\n/);
  return `${before.slice(from)} ${stop < 0 ? after : after.slice(0, stop)}`;
}

/**
 * Whether a month or season without a year recurs: "The monsoon occurs in July". Its sentence is in the present, names what
 * comes back every year, and nothing of a certain year.
 */
export function isHabit(text: string, span: Span): boolean {
  const sentence = sentenceAround(text, span).replace(OTHER_MONTHS, ' ');
  return RECURS.test(sentence) && PRESENT.test(sentence) && !CERTAIN.test(sentence);
}
