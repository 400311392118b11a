import type { Clause } from '../../sentences/clause.ts';
import type { SentenceAnalysis, Subject } from '../sentence-analysis.ts';
import { meaningOf, type SpokenOf } from './discourse-people.ts';
import { subjectOf } from './subject.ts';

/** Who says the words that a clause quotes, by name or as the text calls them; null for words that nobody is said to say. */
export function speakerOf(
  sentence: SentenceAnalysis,
  { quoted, parent }: Clause,
  spokenOf: SpokenOf,
): string | null {
  if (!quoted) return null;
  let speaking = parent;
  while (speaking?.quoted) speaking = speaking.parent;
  if (speaking === null) return null;
  const subject = subjectOf(sentence, speaking);
  if (subject.pronoun !== null) return meaningOf(subject.pronoun, spokenOf)?.words ?? null;
  const person = subject.names.find(({ kind, actor }) => kind === 'PERSON' && actor !== null);
  return person?.actor?.name ?? phraseOf(sentence, subject) ?? nameOf(subject);
}

const nameOf = ({ names }: Subject): string | null =>
  names.find(({ actor }) => actor !== null)?.actor?.name ?? null;

const LONGEST_SPEAKER = 40;

/** "the ambassador", "the mayor of Lima". */
function phraseOf({ text, tokens }: SentenceAnalysis, subject: Subject): string | null {
  const phrase = text.slice(
    tokens[subject.tokens[0] ?? -1]?.start ?? 0,
    tokens[subject.tokens.at(-1) ?? -1]?.end ?? 0,
  );
  return phrase === '' || phrase.length > LONGEST_SPEAKER
    ? null
    : phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
