import type { Span } from '../../domain/event/mention.ts';
import { FISCAL_NOUNS } from './grammar-words.ts';
import type { Token } from './sentence.ts';

/** Prepositions that belong to a time expression: "on Tuesday", "for weeks". */
const TIME_PREPOSITIONS = new Set(
  'on in at by since until till during for over within before after from through throughout'.split(' '),
);

/**
 * The tokens that clause finding passes over: time expressions with their preposition, and parentheses. The
 * preposition before a time inside a noun phrase belongs to the noun: "at Tuesday's meeting".
 */
export function skippedTokens(tokens: readonly Token[], times: readonly Span[]): readonly boolean[] {
  const skipped = tokens.map(() => false);
  let [time, depth] = [0, 0];
  for (const [index, token] of tokens.entries()) {
    while ((times[time]?.end ?? Number.POSITIVE_INFINITY) <= token.start) time += 1;
    const span = times[time];
    const isTime = span !== undefined && token.start >= span.start && token.end <= span.end;
    if (token.text === '(') depth += 1;
    skipped[index] = isTime || depth > 0;
    if (token.text === ')' && depth > 0) depth -= 1;
    const before = tokens[index - 1];
    const startsTime = isTime && token.start === span.start;
    if (startsTime && isFiscalEnd(tokens, index)) skipped[index - 1] = true;
    if (
      startsTime &&
      before !== undefined &&
      TIME_PREPOSITIONS.has(before.lower) &&
      !isInsideNoun(tokens, span)
    )
      skipped[index - 1] = true;
  }
  return depth > 0 ? withoutUnclosed(tokens, skipped, times) : skipped;
}

/** "the quarter *ended* Sept. 30": not the verb of the sentence. */
export const isFiscalEnd = (tokens: readonly Token[], time: number): boolean =>
  /^(?:ended|ending)$/u.test(tokens[time - 1]?.lower ?? '') &&
  FISCAL_NOUNS.has(tokens[time - 2]?.lower ?? '');

/** In a parenthesis without an end only the times are skipped. */
function withoutUnclosed(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  times: readonly Span[],
): readonly boolean[] {
  const open = tokens.findIndex(({ text }) => text === '(');
  return skipped.map((isSkipped, index) => {
    const token = tokens[index];
    return index < open ? isSkipped : token !== undefined && isInTime(token, times);
  });
}

const isInTime = ({ start, end }: Token, times: readonly Span[]): boolean =>
  times.some((time) => start >= time.start && end <= time.end);

/** Whether the time describes a noun after it: "Tuesday's meeting", "the January meetings". */
export function isInsideNoun(tokens: readonly Token[], time: Span): boolean {
  const first = tokens.findIndex(({ start }) => start >= time.start);
  const after = afterTime(tokens, time);
  const next = tokens[after];
  if (next === undefined || first < 0) return false;
  if (/^(?:'s|’s|'|’)$/u.test(next.lower)) return true;
  if (isNounWord(next) && tokens.slice(first, after).some(isHyphenated)) return true;
  const before = tokens[first - 1];
  if (before === undefined) return false;
  if (before.pos === 'DET' || before.pos === 'ADJ' || isPossessive(before))
    return isNounWord(next) || (next.pos === 'VERB' && !/(?:ed|ing)$/u.test(next.lower));
  return NOUN_PREPOSITIONS.has(before.lower) && isNounWord(next);
}

/** The token after a time, and after the comma that closes a date inside a phrase: "the 4 May 2010*,* strike". */
export function afterTime(tokens: readonly Token[], time: Span): number {
  const first = tokens.findIndex(({ start }) => start >= time.start);
  const after = tokens.findIndex(({ start }) => start >= time.end);
  const closesDate =
    tokens[after]?.text === ',' &&
    tokens[first - 1]?.pos === 'DET' &&
    /^\d{4}$/u.test(tokens[after - 1]?.text ?? '') &&
    isNounWord(tokens[after + 1] ?? tokens[after]);
  return closesDate ? after + 1 : after;
}

/** "the *third-quarter* loss". */
const isHyphenated = ({ text }: Token): boolean => /^-$|\p{L}-\p{L}/u.test(text);

/** "at Tuesday talks", but not "on Tuesday officials". */
const NOUN_PREPOSITIONS = new Set(['at', 'of', 'for', 'about', 'with', 'between']);

const isPossessive = ({ lower }: Token): boolean => /^(?:its|their|his|her|our|my|your|'s|’s)$/u.test(lower);

const isNounWord = ({ pos, lower }: Token): boolean =>
  /^(?:NOUN|PROPN|ADJ)$/u.test(pos) && !/^(?:ended|ending)$/u.test(lower);
