import type { SpokenOf } from './actors/discourse-people.ts';
import { speakerOf } from './actors/speaker.ts';
import { subjectOf } from './actors/subject.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedStatement } from './times/dated-statement.ts';

/** Whether somebody tells of "us" or "you" and nobody is said to speak: out of its text, that tells a reader nothing. */
export function isNobodysWord(
  sentence: SentenceAnalysis,
  { kind, clause }: DatedStatement,
  spokenOf: SpokenOf,
): boolean {
  if (kind === 'NOUN') return false;
  const { pronoun } = subjectOf(sentence, clause);
  const isOwn = pronoun === 'i' || pronoun === 'we' || pronoun === 'you';
  return isOwn && speakerOf(sentence, clause, spokenOf) === null;
}
