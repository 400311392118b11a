import type { IsSpeech } from '../../sentences/clause.ts';
import { subjectOf } from '../actors/subject.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';

/**
 * The statement that a title tells. "The yard forecast that sales would rise" is told with its verb of saying: "Sales would rise"
 * reads as a condition. Any other statement is told as it is, and so is one whose speaker is a pronoun.
 */
export function toldStatement(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  isSpeech: IsSpeech,
): DatedStatement {
  const { kind, parent, verb } = statement.clause;
  const isWould = /^(?:would|['’]d)$/u.test(sentence.tokens[verb?.first ?? -1]?.lower ?? '');
  if (statement.kind === 'NOUN' || kind !== 'COMPLEMENT' || !isWould || parent === null) return statement;
  const { tokens, pronoun } = subjectOf(sentence, parent);
  const isKnown = isSpeech(parent.verb?.lemma ?? '') && tokens.length > 0 && pronoun === null;
  return isKnown ? { ...statement, kind: 'CLAUSE', clause: parent, verb: parent.verb } : statement;
}
