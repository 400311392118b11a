import type { IsSpeech } from '../../sentences/clause.ts';
import { subjectOf } from '../actors/subject.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';

/** Verbs whose content is wished for, or is vouched for by their subject alone. */
const SUPPOSES =
  /^(?:allege|ask|believe|claim|demand|doubt|expect|fear|hope|pretend|propose|recommend|request|suggest|suspect|think|urge|wish)$/u;

/**
 * The statement that a title tells: for content that would read as a condition or a fact, the saying, hoping or alleging above it.
 * An example is "The yard forecast that sales would rise". All others stay as they are, and so does content whose speaker
 * is a pronoun, comes after it, or has another time.
 */
export function toldStatement(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  isSpeech: IsSpeech,
): DatedStatement {
  const { kind, parent, verb, tokens } = statement.clause;
  const isWould = /^(?:would|['’]d)$/u.test(sentence.tokens[verb?.first ?? -1]?.lower ?? '');
  const isSupposed = SUPPOSES.test(parent?.verb?.lemma ?? '');
  if (statement.kind === 'NOUN' || kind !== 'COMPLEMENT' || parent === null) return statement;
  const speaker = subjectOf(sentence, parent);
  const isKnown = speaker.tokens.length > 0 && speaker.pronoun === null;
  const isBefore = (parent.tokens[0] ?? 0) < (tokens[0] ?? 0);
  const hasTime = parent.tokens.some((index) => sentence.skipped[index]);
  const isSaid = isSupposed || (isWould && isSpeech(parent.verb?.lemma ?? ''));
  return isSaid && isKnown && isBefore && !hasTime
    ? { ...statement, kind: 'CLAUSE', clause: parent, verb: parent.verb }
    : statement;
}
