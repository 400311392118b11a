/** How far back a clause may reach: enough for "is scheduled to be held in the capital on", short enough to stay cheap. */
const REACH = 110;

const SAID = String.raw`\b(?:said|says|told|announced|stated|warned|added|confirmed|reported|declared|wrote|noted|claimed|spoke|met|was|were|had|did)\b`;
const COMING = String.raw`\b(?:will|'ll|shall|would|scheduled|due|expected|plans?|planned|set|slated|hopes?|going|intends?|is|are|aims?)\b[^.;:"“”]*$|\b(?:by|until|till|effective|beginning|starting)\s+$`;
const NARROW_COMING = String.raw`\b(?:will|'ll|shall|scheduled|due|slated|(?:is|are|was|were)\s+(?:\w+\s+)?(?:set|expected|planned|scheduled|due|going)?\s*to|plans?\s+to|planned\s+for|set\s+for)\b[^.;:"“”]*$|\b(?:by|until|till)\s+$`;

const LAST_SAID = new RegExp(`.*${SAID}`, 'isu');
const FUTURE = new RegExp(NARROW_COMING, 'iu');
const COMING_MONTH = new RegExp(COMING, 'iu');

/**
 * The part of the sentence before a position, at most `REACH` characters. Where the position stands outside a quotation,
 * quoted words are taken out: their verbs are the speaker's, not the sentence's.
 */
export function clauseBefore(text: string, start: number): string {
  const window = text.slice(Math.max(0, start - REACH), start);
  const sentence = window.slice(Math.max(window.lastIndexOf('. '), window.lastIndexOf('\n\n')) + 1);
  return sentence.replace(/[“"][^”"]*[”"]/gu, ' ');
}

/** Whether narrow words ("will", "scheduled", "due", "by") put a weekday into the future, with no past verb of saying after them. */
export function pointsForward(text: string, start: number): boolean {
  const clause = clauseBefore(text, start);
  const afterSaying = clause.replace(LAST_SAID, '');
  return FUTURE.test(afterSaying);
}

/** The same for months and years, where wider cues hold. */
export function leansForward(text: string, start: number): boolean {
  return COMING_MONTH.test(clauseBefore(text, start));
}
