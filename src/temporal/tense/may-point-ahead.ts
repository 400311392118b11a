import type { Span } from '../../domain/event/mention.ts';
import { GAP } from '../values/patterns.ts';

/** Words of a clause that points ahead, and verbs whose present tense announces an appointment. */
const FINITE = String.raw`will|would|shall|may|might|could|can|must|should|due|set|slated|is|are|goe?s?|meets?|votes?|(?:appl(?:ies|y)|begin|close|commence|convene|debut|enter|expire|hold|kick|last|open|play|premiere|reconvene|reopen|resume|return|run|start|take)s?(?<!\blast)|comes?${GAP}into|(?:expect|plan|schedul|postpon|delay|mov|adjourn|fix|pick|select)\w*|chose|put${GAP}off`;
const INFINITIVE = String.raw`to\s+(?!(?:the|an?|his|her|its|their|this|that|\w+s)\s)[a-z]+`;
const BEFORE = new RegExp(
  String.raw`\b(?:${FINITE}|${INFINITIVE}|(?:soon|early)\s+as|until|till|by)\b|['’]ll\b`,
);
const AFTER = new RegExp(String.raw`\b(?:${FINITE})\b|['’]ll\b`);
/** A word, and one in lower case that may be its verb. Rows of tables have none. */
const CLAUSE = /[\w’']\s+[a-z]{3,}\b/;
/** A clause about the past has one of these. Where no word does so, any verb may be in the present: "He leaves office". */
const PAST =
  /\b(?:[a-z]{2,}ed|was|were|had|did|said|told|fell|rose|took|went|came|made|got|held|began|won|lost|left|met|ran|shot|hit|cut|broke|found|gave|saw|led|sent|sold|paid|spent|grew|drew|drove|flew|knew|kept|stood|struck|swept|wrote|brought|bought|caught|fought|sought|taught|thought)\b/;
/** Not the full stop of "a.m." and "Gen.". */
const SENTENCE_END = /(?<=[a-z]{4}[.!?]['"”’]*)\s|\n/;
const [BACK, ON] = [140, 70];

/** Whether a word near an expression may put it ahead. Where none does, the sentence need not be parsed. */
export function mayPointAhead(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - BACK), start);
  const after = text.slice(end, end + ON);
  const [lead = '', rest = ''] = [before.split(SENTENCE_END).at(-1), after.split(SENTENCE_END)[0]];
  if (BEFORE.test(lead) || AFTER.test(rest)) return true;
  return CLAUSE.test(lead) && !PAST.test(lead) && !PAST.test(rest);
}
