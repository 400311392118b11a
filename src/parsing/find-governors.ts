import type { Span } from '../domain/event/mention.ts';
import { MOST_WORDS } from './net.ts';
import type { ParseSentence } from './parse-sentence.ts';
import { splitSentences, type TextSentence } from './split-sentences.ts';
import { type GovernorAt, governorOf } from './tree/governor.ts';

/** Gives the lookup of governors for a text: only sentences that are asked for are parsed. */
export type FindGovernors = (text: string) => GovernorAt;

/** A line is split into sentences at once. A longer line is split piece by piece, so that memory stays flat. */
const LONGEST_PIECE = 5000;

interface Piece extends Span {
  readonly governorAt: GovernorAt;
}

const NO_PIECE: Piece = { start: 0, end: 0, governorAt: () => null };

/** The lookup is asked in the order of the text, so one piece is kept. */
export const createFindGovernors =
  (parseSentence: ParseSentence): FindGovernors =>
  (text) => {
    let piece = NO_PIECE;
    return (span) => {
      piece = pieceAround(text, piece, span.start, parseSentence);
      return piece.governorAt(span);
    };
  };

/**
 * Looks up the governors in a text that is split into sentences. A longer sentence than the parser reads at once is a list or
 * a table, and gets no tree.
 */
export const governorsAmong =
  (sentences: readonly TextSentence[], parseSentence: ParseSentence): GovernorAt =>
  (span) => {
    const sentence = sentenceAt(sentences, span.start);
    if (sentence === undefined || sentence.tokens.length > MOST_WORDS) return null;
    return governorOf(parseSentence(sentence), span);
  };

/** The sentence at a position, by binary search. */
function sentenceAt(sentences: readonly TextSentence[], position: number): TextSentence | undefined {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && found.start <= position ? found : undefined;
}

/** The piece around a position. It begins at a line, or where the piece before it in the same line ended. */
function pieceAround(text: string, last: Piece, position: number, parseSentence: ParseSentence): Piece {
  const from = position < last.start ? Math.max(0, position - LONGEST_PIECE) : last.end;
  let piece = position < last.start ? NO_PIECE : last;
  while (piece.end <= position) {
    const known = Math.max(from, piece.end);
    piece = pieceFrom(text, known + text.slice(known, position).lastIndexOf('\n') + 1, parseSentence);
  }
  return piece;
}

function pieceFrom(text: string, start: number, parseSentence: ParseSentence): Piece {
  const most = text.slice(start, start + LONGEST_PIECE);
  const line = most.indexOf('\n') + 1 || most.length;
  const sentences = splitSentences(most.slice(0, line)).map((sentence) => moved(sentence, start));
  const cut = line === LONGEST_PIECE && sentences.length > 1 ? sentences.pop() : undefined;
  return { start, end: cut?.start ?? start + line, governorAt: governorsAmong(sentences, parseSentence) };
}

const moved = ({ start, end, tokens }: TextSentence, by: number): TextSentence => ({
  start: start + by,
  end: end + by,
  tokens: tokens.map((token) => ({ ...token, start: token.start + by, end: token.end + by })),
});
