import type { IsSpeech } from '../../sentences/clause.ts';
import { subjectOf } from '../actors/subject.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';

/**
 * The statement that a title tells. "The yard forecast that sales would rise" is told with its verb of saying: "Sales would rise"
 * reads as a condition. Any other statement is told as it is. So is one whose speaker is a pronoun or comes after it, and one
 * with another time in the clause of saying.
 */
export function toldStatement(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  isSpeech: IsSpeech,
): DatedStatement {
  const { kind, parent, verb, tokens } = statement.clause;
  const isWould = /^(?:would|['’]d)$/u.test(sentence.tokens[verb?.first ?? -1]?.lower ?? '');
  if (statement.kind === 'NOUN' || kind !== 'COMPLEMENT' || !isWould || parent === null) return statement;
  const speaker = subjectOf(sentence, parent);
  const isKnown = speaker.tokens.length > 0 && speaker.pronoun === null;
  const isBefore = (parent.tokens[0] ?? 0) < (tokens[0] ?? 0);
  const hasTime = parent.tokens.some((index) => sentence.skipped[index]);
  const isSaid = isKnown && isBefore && !hasTime && isSpeech(parent.verb?.lemma ?? '');
  return isSaid ? { ...statement, kind: 'CLAUSE', clause: parent, verb: parent.verb } : statement;
}
