import type { Span } from '../../../domain/event/mention.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { EVENT_NOUNS } from '../../sentences/grammar-words.ts';
import type { Token } from '../../sentences/sentence.ts';
import { afterTime } from '../../sentences/skipped-tokens.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { EventNoun } from './dated-statement.ts';

/** A noun phrase with a time inside: its tokens, the preposition before it, and whether it names a happening. */
export interface TimedPhrase extends EventNoun {
  readonly preposition: string | null;
  readonly isHappening: boolean;
}

const BEFORE_HEAD = new Set(['DET', 'ADJ', 'NUM', 'PROPN', 'PART', 'PRON']);
const IN_PHRASE = new Set(['NOUN', 'PROPN', 'ADJ', 'VERB', 'NUM', 'PART']);
/** Prepositions of the complements of a happening: "invasion *of Crimea*", "meetings *with Russia*". */
const COMPLEMENTS = new Set([
  'of',
  'with',
  'between',
  'by',
  'on',
  'against',
  'in',
  'among',
  'at',
  'to',
  'for',
  'over',
  'near',
]);

/** The phrase around a time before its noun ("Tuesday's Defense Ministry meeting"). */
export function timedPhraseAt(sentence: SentenceAnalysis, time: Span, lexicon: Lexicon): TimedPhrase {
  const { tokens } = sentence;
  const from = tokens.findIndex(({ end }) => end > time.start);
  let first = from;
  while (first > 0 && BEFORE_HEAD.has(tokens[first - 1]?.pos ?? '') && !isVerbNear(sentence, first - 1))
    first -= 1;
  const past = afterTime(tokens, time);
  let head = -1;
  for (
    let at = past;
    at < tokens.length && at >= 0 && (IN_PHRASE.has(tokens[at]?.pos ?? '') || tokens[at]?.text === '-');
    at += 1
  ) {
    if ((sentence.groupAt[at] || sentence.skipped[at]) && head >= 0) break;
    if (isNoun(tokens[at])) head = at;
  }
  const before = tokens[first - 1];
  return {
    first,
    head: head === -1 ? Math.max(past, first) : head,
    last: phraseEnd(sentence, head === -1 ? Math.max(past, first) : head),
    preposition:
      before?.pos === 'ADP' || before?.pos === 'PART' || before?.pos === 'SCONJ' ? before.lower : null,
    isHappening: head !== -1 && namesHappening(tokens[head], lexicon),
  };
}

/** The nearest happening that a clause names before a time: "talked about *the visit of Mr. Daley* in May". */
export function happeningBefore(
  sentence: SentenceAnalysis,
  indices: readonly number[],
  at: number,
  lexicon: Lexicon,
): EventNoun | null {
  const { tokens, skipped } = sentence;
  const head = indices.findLast(
    (index) =>
      index < at &&
      !skipped[index] &&
      tokens[index]?.pos === 'NOUN' &&
      namesHappening(tokens[index], lexicon),
  );
  return head === undefined
    ? null
    : { ...nounPhraseAt(sentence, head), last: Math.min(phraseEnd(sentence, head), at - 1) };
}

/** The aim that "for" gives right after a time: "fixed 5 and 6 May for *the continuation of the trial*". */
export function aimAfter(
  sentence: SentenceAnalysis,
  indices: readonly number[],
  at: number,
): EventNoun | null {
  const { tokens, skipped } = sentence;
  const next = indices.find(
    (index) => index > at && !skipped[index] && !/^(?:,|and|or)$/u.test(tokens[index]?.lower ?? ''),
  );
  if (next === undefined || tokens[next]?.lower !== 'for') return null;
  const head = indices.find((index) => index > next && tokens[index]?.pos === 'NOUN');
  if (head === undefined) return null;
  const phrase = nounPhraseAt(sentence, head);
  return phrase.first === next + 1 ? { ...phrase, last: phraseEnd(sentence, head) } : null;
}

/** A noun with the words before it: "the low levels", "a storm-driven flood". */
export function nounPhraseAt(sentence: SentenceAnalysis, head: number): EventNoun {
  const { tokens } = sentence;
  let first = head;
  for (;;) {
    if (first > 1 && tokens[first - 1]?.text === '-') first -= 2;
    else if (BEFORE_HEAD.has(tokens[first - 1]?.pos ?? '') && !isVerbNear(sentence, first - 1)) first -= 1;
    else return { first, head, last: head };
  }
}

/**
 * The example that a clause names before a time, which dates the example instead of the clause: "asked for
 * more, such as *repairing the bridges* in May". Null where there is no example.
 */
export function exampleBefore(
  sentence: SentenceAnalysis,
  indices: readonly number[],
  at: number,
): EventNoun | null {
  const { tokens, skipped, groupAt } = sentence;
  const before = indices.filter((index) => index < at && !skipped[index]);
  const opener = before.findLastIndex((index) => opensExample(sentence, index));
  const first = before[opener + 1];
  if (opener === -1 || first === undefined) return null;
  if (groupAt[first]?.form === 'GERUND') return { first, head: first, last: at - 1 };
  const phrase = before.filter((index) => index >= first);
  const head = phrase.at(-1);
  const isPhrase = phrase.every(
    (index) => BEFORE_HEAD.has(tokens[index]?.pos ?? '') || isNoun(tokens[index]),
  );
  return isPhrase && head !== undefined ? { first, head, last: phraseEnd(sentence, head) } : null;
}

/** "including", or the "as" of "such as". */
const opensExample = ({ tokens, previous }: SentenceAnalysis, index: number): boolean =>
  tokens[index]?.lower === 'including' ||
  (tokens[index]?.lower === 'as' && tokens[previous[index] ?? -1]?.lower === 'such');

const isVerbNear = ({ groupAt }: SentenceAnalysis, index: number): boolean => groupAt[index] != null;

const isNoun = (token: Token | undefined): boolean =>
  token?.pos === 'NOUN' || token?.pos === 'PROPN' || (token?.pos === 'VERB' && token.lower.endsWith('s'));

/** Whether a noun names something that happens: "talks", "invasion", "address", "election". */
export function namesHappening(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token === undefined) return false;
  const words = [token.lemma, token.lower, token.lower.replace(/s$/u, '')];
  return words.some(
    (word) =>
      EVENT_NOUNS.has(word) ||
      lexicon.speechNouns.has(word) ||
      (lexicon.patterns.get(word) ?? []).some(({ pos }) => pos === 'NOUN'),
  );
}

/** The last token of the phrase's complements, before a verb, a comma or an unrelated preposition. */
function phraseEnd({ tokens, groupAt, skipped, quotes }: SentenceAnalysis, head: number): number {
  let last = head;
  for (let at = head + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || groupAt[at] || /^[,.;:!?—–]$/u.test(token.text) || quotes[at]?.mark) break;
    if (token.pos === 'SCONJ' || (token.pos === 'ADP' && !COMPLEMENTS.has(token.lower))) break;
    if (token.pos === 'PRON' && /^(?:that|which|who)$/u.test(token.lower)) break;
    if (!skipped[at] && token.pos !== 'ADP' && token.pos !== 'DET' && token.pos !== 'CCONJ') last = at;
  }
  return last;
}
