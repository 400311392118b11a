import type { Clause } from '../../sentences/clause.ts';
import type { SentenceAnalysis, Subject } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';
import { type Discourse, referentOf } from './discourse.ts';
import { subjectOf } from './subject.ts';

/** The speaker of a quoted clause, by name or in the text's words; null where no speaker is named. */
export function speakerOf(
  sentence: SentenceAnalysis,
  { quoted, parent }: Clause,
  discourse: Discourse,
): string | null {
  if (!quoted) return null;
  let speaking = parent;
  while (speaking?.quoted) speaking = speaking.parent;
  if (speaking === null) return null;
  const subject = subjectOf(sentence, speaking);
  if (subject.pronoun !== null) return referentOf(subject.pronoun, discourse)?.words ?? null;
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

/** Whether a clause is about "us" or "you" but names no speaker. Outside its text such a clause is not understood. */
export function lacksSpeaker(
  sentence: SentenceAnalysis,
  { kind, clause }: DatedStatement,
  discourse: Discourse,
): boolean {
  if (kind === 'NOUN') return false;
  const { pronoun } = subjectOf(sentence, clause);
  const isOwn = pronoun === 'i' || pronoun === 'we' || pronoun === 'you';
  return isOwn && speakerOf(sentence, clause, discourse) === null;
}
