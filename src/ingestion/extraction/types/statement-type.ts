import { meantBy } from '../../../parsing/tree/light-verbs.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import { HAPPENING } from '../../sentences/grammar-words.ts';
import type { VerbGroup } from '../../sentences/verb-groups.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { OTHER, STATEMENT, type TypeDecision, typeOfWord, wordsOf } from './event-type.ts';

/** The words that decide a type. */
export interface TypedWords {
  readonly indices: readonly number[];
  readonly verb: VerbGroup | null;
  /** A verb that may leave the type to its object: `verb`, or one that `verb` leaves out. */
  readonly light: VerbGroup | null;
  /** The clauses about acts of the speaker's own side. */
  readonly spoken: readonly Clause[];
}

/**
 * The predicate decides the type. A predicate without a type of its own ("take place", "plan") leaves it to
 * the words after it, or before it if it only says that its subject happens. A verb of saying is a STATEMENT,
 * unless its content is an act of the speaker's side: "that Russia is ready to respond".
 */
export function typeOfStatement(
  sentence: SentenceAnalysis,
  { indices, verb, light, spoken }: TypedWords,
  lexicon: Lexicon,
): TypeDecision {
  const words = wordsOf(sentence, indices);
  const meant = meantByLight(sentence, light);
  const unquoted = indices.filter(
    (index) => !sentence.quotes[index]?.quoted && !sentence.skipped[index] && meant?.has(index) !== false,
  );
  if (verb !== null && isNegated(sentence, verb)) return OTHER;
  const predicate = verb === null ? null : typeOfWord(sentence, verb.head, words, lexicon);
  if (predicate !== null) return predicate;
  const says = verb !== null && lexicon.speech.has(verb.lemma);
  if (says) return typeOfSpeech(sentence, spoken, lexicon) ?? STATEMENT;
  if (verb !== null && !lexicon.light.has(verb.lemma)) return OTHER;
  const after = untilCircumstance(
    sentence,
    unquoted.filter((index) => verb === null || index > verb.last),
  );
  const happens = verb !== null && HAPPENING.has(verb.lemma) && !verb.passive;
  const before = happens ? unquoted.filter((index) => index < verb.first) : [];
  return (
    firstType(sentence, untilCircumstance(sentence, before), words, lexicon) ??
    firstType(sentence, after, words, lexicon) ??
    firstType(sentence, untilCircumstance(sentence, unquoted), words, lexicon) ??
    (unquoted.some((index) => lexicon.speechNouns.has(sentence.tokens[index]?.lemma ?? ''))
      ? STATEMENT
      : OTHER)
  );
}

/** The words that may say what a light verb means, by the sentence's tree; null where all words may. */
function meantByLight({ parsed }: SentenceAnalysis, light: VerbGroup | null): ReadonlySet<number> | null {
  if (parsed === null || light === null) return null;
  return meantBy(parsed, predicateOfVerb(parsed, light.head), HAPPENING.has(light.lemma));
}

const NOT = /^(?:not|n['’]t|never)$/u;

/** "did not invade": an act that was not done has no type. */
const isNegated = ({ tokens }: SentenceAnalysis, { first, last }: VerbGroup): boolean =>
  tokens.slice(first, last + 1).some(({ lower }) => NOT.test(lower));

/** Words that introduce the circumstances of an act: "despite the sanctions". */
const CIRCUMSTANCE =
  /^(?:despite|amid|amidst|over|about|because|as|than|like|without|following|after|before|since|under|regarding|concerning)$/u;

function untilCircumstance({ tokens }: SentenceAnalysis, indices: readonly number[]): readonly number[] {
  const end = indices.findIndex((index) => CIRCUMSTANCE.test(tokens[index]?.lower ?? ''));
  return end === -1 ? indices : indices.slice(0, end);
}

function firstType(
  sentence: SentenceAnalysis,
  indices: readonly number[],
  words: ReadonlySet<string>,
  lexicon: Lexicon,
): TypeDecision | null {
  for (const index of indices) {
    const decision = typeOfWord(sentence, index, words, lexicon);
    if (decision !== null) return decision;
  }
  return null;
}

function typeOfSpeech(
  sentence: SentenceAnalysis,
  spoken: readonly Clause[],
  lexicon: Lexicon,
): TypeDecision | null {
  for (const { tokens: indices } of spoken) {
    const words = wordsOf(sentence, indices);
    for (const index of indices) {
      if (sentence.quotes[index]?.quoted) continue;
      const decision = typeOfWord(sentence, index, words, lexicon, ({ spoken: isAct }) => isAct);
      if (decision !== null) return decision;
    }
  }
  return null;
}
