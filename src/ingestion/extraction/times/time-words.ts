import type { Span } from '../../../domain/event/mention.ts';
import { constituentOf, headOfSpan } from '../../../parsing/tree/sentence-tree.ts';
import { isInsideNoun } from '../../sentences/skipped-tokens.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/** Words that modify a time: "more than four decades ago", "as early as Tuesday", "just before noon". */
const MEASURE =
  /^(?:about|almost|approximately|around|as|early|earlier|exactly|just|late|later|least|less|more|nearly|only|over|recently|roughly|shortly|some|soon|than)$/u;
/** "last week *alone*", "the July–September *period*". */
const AFTER_TIME = /^(?:alone|only|period|season)$/u;
const BETWEEN_TIMES = /^(?:,|and|or|to|through|until|till|ended|ending|–|—|-|\/)$/u;

/**
 * The tokens of a time: the expression with its modifiers and preposition, and the times listed with it ("on
 * Dec. 4 and 5"). A time inside a quotation is left there unless it ends the quotation.
 */
export function timeWords(sentence: SentenceAnalysis, time: Span): ReadonlySet<number> {
  const { tokens, quotes } = sentence;
  const first = tokens.findIndex(({ end }) => end > time.start);
  const last = tokens.findLastIndex(({ start }) => start < time.end);
  if (first === -1) return new Set();
  if (isInsideNoun(tokens, time)) return new Set([...range(first, last), ...possessiveAfter(sentence, last)]);
  const [listFirst, listLast] = [listEdge(sentence, first, -1), listEdge(sentence, last, 1)];
  if (quotes[first]?.quoted === true && !endsQuotation(sentence, listLast)) return new Set();
  const opening = withPreposition(sentence, withModifiers(sentence, time, listFirst));
  const isLocal = tokens[listLast + 1]?.lower === 'local' && tokens[listLast + 2]?.lower === 'time';
  const isMore = AFTER_TIME.test(tokens[listLast + 1]?.lower ?? '');
  const ending = listLast + (isLocal ? 2 : isMore ? 1 : 0);
  return withGovernor(sentence, time, range(opening, ending));
}

/** The start of a time with its words before it by the sentence's tree: "in its *current* ⟨fourth quarter⟩". */
function withModifiers({ parsed }: SentenceAnalysis, time: Span, first: number): number {
  const head = parsed === null ? null : headOfSpan(parsed, time);
  const phrase = new Set(parsed === null || head === null ? [] : constituentOf(parsed, head));
  let start = first;
  while (phrase.has(start - 1) && /^(?:ADJ|ADV|DET|NUM)$/u.test(parsed?.words[start - 1]?.upos ?? ''))
    start -= 1;
  return start;
}

/** Words that only lead to a time: "talks *starting* on Monday", "*with effect* from 1 July", "*the early hours* of Monday". */
const LEADS_TO_TIME =
  /^(?:starting|beginning|ending|effect|effective|dating|start|end|middle|hours|morning|afternoon|evening|night|days|weeks|months)$/iu;

/** The words of a time with the word that leads to it, where nothing else hangs on that word. */
function withGovernor(
  { parsed }: SentenceAnalysis,
  time: Span,
  words: readonly number[],
): ReadonlySet<number> {
  const times = new Set(words);
  const governor = parsed?.words[headOfSpan(parsed, time) ?? -1]?.head ?? -1;
  if (parsed === null || !LEADS_TO_TIME.test(parsed.words[governor]?.form ?? '')) return times;
  /** "The law *goes into effect* on 1 July". */
  const verb = parsed.words[parsed.words[governor]?.head ?? -1]?.lemma ?? '';
  if (/^(?:come|go|put|take)$/u.test(verb) && parsed.words[governor]?.form === 'effect') return times;
  const phrase = constituentOf(parsed, governor);
  const isOnlyTime = phrase.every(
    (index) =>
      times.has(index) ||
      index === governor ||
      /^(?:amod|case|det|punct)$/u.test(parsed.words[index]?.label ?? ''),
  );
  return isOnlyTime ? new Set([...times, ...phrase]) : times;
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, step) => first + step);

const possessiveAfter = ({ tokens }: SentenceAnalysis, last: number): readonly number[] =>
  /^(?:'s|’s|'|’)$/u.test(tokens[last + 1]?.text ?? '') && tokens[last + 1]?.start === tokens[last]?.end
    ? [last + 1]
    : [];

/** "on Monday, *after* weeks of strikes" is no list. */
const LEADS_ON = /^(?:after|before|since|during|following|for|over|throughout|within)$/u;

/** The end of a list of times, in steps of 1 or -1: "Monday and Tuesday". */
function listEdge({ tokens, skipped }: SentenceAnalysis, from: number, step: 1 | -1): number {
  let edge = from;
  let isJoined = false;
  for (let at = from + step; at >= 0 && at < tokens.length; at += step) {
    const word = tokens[at]?.lower ?? '';
    const goesOn = isJoined || (edge !== from && at === edge + step);
    if (word === ',' && LEADS_ON.test(tokens[at + 1]?.lower ?? '')) break;
    if (word === 'to' && isDuration(tokens, at + 1)) break;
    if (BETWEEN_TIMES.test(word)) isJoined = true;
    else if ((skipped[at] || isFurtherDay(tokens, at)) && goesOn) [edge, isJoined] = [at, false];
    else break;
  }
  return edge;
}

/** "was jailed on Monday to *two years*" is no range. */
const isDuration = (tokens: SentenceAnalysis['tokens'], at: number): boolean =>
  tokens[at]?.pos === 'NUM' && /^(?:hour|day|week|month|year)s?$/u.test(tokens[at + 1]?.lower ?? '');

/** "May 6 and *7*", but not "on May 6 and 7 people". */
const isFurtherDay = (tokens: SentenceAnalysis['tokens'], at: number): boolean =>
  /^\d{1,2}$/u.test(tokens[at]?.text ?? '') && !/^(?:NOUN|ADJ|PROPN)$/u.test(tokens[at + 1]?.pos ?? '');

/** The start of a time's phrase: "as early as ⟨Tuesday⟩", "just before ⟨noon⟩", "of" in "from the low levels of the ⟨summer⟩". */
function withPreposition(sentence: SentenceAnalysis, first: number): number {
  const { tokens, groupAt } = sentence;
  let start = first;
  while (start > 0 && isDeterminerOrMeasure(tokens[start - 1])) start -= 1;
  while (
    start > 0 &&
    tokens[start - 1]?.pos === 'ADP' &&
    !groupAt[start - 1] &&
    !isParticle(sentence, start - 1) &&
    !isHyphened(tokens, start - 1)
  )
    start -= 1;
  const words = `${tokens[start - 1]?.lower} ${tokens[start]?.lower}`;
  return WITH_PREPOSITION.test(words) ? start - 1 : start;
}

/** "*back* in 2013", "*sometime* in May", "*shortly* after noon". */
const WITH_PREPOSITION =
  /^(?:(?:back|sometime) \S+|(?:just|long|right|shortly|soon|well) (?:after|before))$/u;

const isDeterminerOrMeasure = (token: SentenceAnalysis['tokens'][number] | undefined): boolean =>
  token !== undefined &&
  (token.pos === 'DET' || /^(?:its|their|his|her|our)$/u.test(token.lower) || MEASURE.test(token.lower));

/** "hit a car head-*on* Monday": the end of another word. */
const isHyphened = (tokens: SentenceAnalysis['tokens'], index: number): boolean =>
  tokens[index - 1]?.text === '-' && tokens[index - 1]?.end === tokens[index]?.start;

/** "broke *off* at noon", "checked *in* today": the particle belongs to the verb before it. */
export const isParticle = ({ tokens, parsed }: SentenceAnalysis, index: number): boolean =>
  /** "*up* to Friday" */
  tokens[index + 1]?.lower !== 'to' &&
  (parsed?.words[index]?.label === 'compound:prt' ||
    (tokens[index - 1]?.pos === 'VERB' &&
      /^(?:up|down|out|off|back|away|over)$/u.test(tokens[index]?.lower ?? '')));

function endsQuotation({ tokens, quotes }: SentenceAnalysis, last: number): boolean {
  let at = last + 1;
  while (at < tokens.length && tokens[at]?.pos === 'PUNCT' && quotes[at]?.mark !== 'CLOSES') at += 1;
  return quotes[at]?.mark === 'CLOSES' || at >= tokens.length;
}
