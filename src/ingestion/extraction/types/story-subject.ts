import type { Lexicon } from '../../lexicon/lexicon.ts';
import { subjectOfWords } from '../../lexicon/subject-words.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/** The subject of a statement's story, `courts`. The words of the statement decide, else those of its whole sentence. */
export function storySubject(
  { tokens }: SentenceAnalysis,
  indices: readonly number[],
  { subjectWords }: Lexicon,
): string | null {
  const own = indices.flatMap((index) => tokens[index]?.lemma ?? []);
  return (
    subjectOfWords(subjectWords, own) ??
    subjectOfWords(
      subjectWords,
      tokens.map(({ lemma }) => lemma),
    )
  );
}
