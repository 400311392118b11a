import type { Span } from '../../../../domain/event/mention.ts';
import { auxiliariesOf, hangingOf, hasTense } from '../../../../parsing/tree/predicate.ts';
import { headOfSpan, roleOf } from '../../../../parsing/tree/sentence-tree.ts';
import { isInsideNoun } from '../../../sentences/skipped-tokens.ts';
import { isFiniteForm } from '../../../sentences/verb-groups.ts';
import { predicateOfVerb } from '../../actors/subject-in-tree.ts';
import { spanOf } from '../../mention-parts.ts';
import type { SentenceAnalysis } from '../../sentence-analysis.ts';
import type { DatedStatement } from '../../times/dated-statement.ts';
import { timeWords } from '../../times/time-words.ts';
import { tiedWords } from '../tied-words.ts';
import { isPassing } from '../title-times.ts';
import type { TitlePlaces } from './sentence-title.ts';
import { wholeEndsOf } from './whole-ends.ts';

/** Where the title of a statement's sentence may begin and end. It may leave out a passing time that the verb does not need. */
export function titlePlaces(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  { says, needsTime, isSpeech }: { says: boolean; needsTime: boolean; isSpeech: (lemma: string) => boolean },
): TitlePlaces {
  const clause = spanOf(sentence, statement);
  return {
    clause,
    verbEnd: sentence.tokens[statement.clause.verb?.last ?? -1]?.end ?? clause.start,
    /** Words of saying at the end ("…, an official said") are no beginning. */
    beginnings: says ? [] : beginningsOf(sentence, isSpeech),
    wholeEnds: wholeEndsOf(sentence),
    phraseEnds: phraseEndsOf(sentence),
    time: needsTime ? null : passingTime(sentence, statement.resolution.timex),
  };
}

/**
 * The places where a title may begin inside a sentence: the subjects of clauses with a verb of their own. Relative clauses and
 * pronouns give none, and neither does a source between commas: "The ships, *the ministry said*, left".
 */
function beginningsOf(
  { tree, tokens, parsed }: SentenceAnalysis,
  isSpeech: (lemma: string) => boolean,
): readonly number[] {
  return tree.clauses.flatMap(({ kind, verb, opener, tokens: words }) => {
    const first = words.find(
      (index) => index !== opener && /^[\p{L}\p{N}$€£“"]/u.test(tokens[index]?.text ?? ''),
    );
    const hasVerb =
      verb !== null &&
      isFiniteForm(verb) &&
      (parsed === null || hasTense(parsed, predicateOfVerb(parsed, verb.head)));
    const hasSubject = hasVerb && first !== undefined && first < verb.first;
    const isSource = verb !== null && isSpeech(verb.lemma) && tokens[(first ?? 0) - 1]?.text === ',';
    const isPronoun = tokens[first ?? -1]?.pos === 'PRON';
    return hasSubject && !isSource && !isPronoun && /^(?:MAIN|COORDINATE|COMPLEMENT)$/u.test(kind)
      ? [tokens[first]?.start ?? 0]
      : [];
  });
}

/** The places between a noun or adverb and a word that opens another phrase: "The mine was closed in the spring| for good". */
function phraseEndsOf(sentence: SentenceAnalysis): readonly number[] {
  const { tokens } = sentence;
  const tied = tiedWords(sentence);
  return tokens.flatMap(({ pos, lower, end }, index) => {
    const next = tokens[index + 1];
    const isEnd = /^(?:NOUN|PROPN|ADV)$/u.test(pos) && !/^(?:as|so|more|less|most|only|just)$/u.test(lower);
    const opens = next !== undefined && /^(?:ADP|CCONJ|SCONJ)$/u.test(next.pos) && !TIED.test(next.lower);
    return isEnd && opens && !tied.has(index + 1) ? [end] : [];
  });
}

/** "tonight", "next week": a time that has meaning on the day of the article alone. Null for other times, and inside a phrase. */
function passingTime(sentence: SentenceAnalysis, time: Span): Span | null {
  const { tokens, text } = sentence;
  if (!isPassing(text.slice(time.start, time.end)) || isInsideNoun(tokens, time)) return null;
  if (describesNoun(sentence, time)) return null;
  const words = [...timeWords(sentence, time)].sort((one, other) => one - other);
  const [first, last] = [words[0] ?? -1, words.at(-1) ?? -1];
  /** "after *eighteen months, and two days later*" is no list. */
  const isAlone = words.every((index) => !/^(?:,|and|or)$/u.test(tokens[index]?.lower ?? ''));
  const isWhole = isAlone && words.length === last - first + 1;
  const isTied =
    /^(?:ADP|DET|SCONJ)$/u.test(tokens[first - 1]?.pos ?? '') ||
    /^(?:AUX|VERB)$/u.test(tokens[last + 1]?.pos ?? '');
  const [start, end] = [tokens[first]?.start, tokens[last]?.end];
  return isWhole && !isTied && start !== undefined && end !== undefined ? { start, end } : null;
}

/** "sanctions imposed *last year*", "the raid that happened *last week*": there the time may be all that is said. */
function describesNoun({ parsed }: SentenceAnalysis, time: Span): boolean {
  const head = parsed === null ? null : headOfSpan(parsed, time);
  if (parsed === null || head === null) return false;
  const { predicate } = hangingOf(parsed, head);
  const isBare = parsed.words[predicate]?.xpos === 'VBN' && auxiliariesOf(parsed, predicate).length === 0;
  return isBare || roleOf(parsed, predicate) === 'acl';
}

/** Prepositions that are closely tied to the noun before them. */
const TIED = /^(?:of|to)$/u;
