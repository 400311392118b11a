import { MOST_WORDS } from './net.ts';
import type { ParseSentence } from './parse-sentence.ts';
import { splitSentences, type TextSentence } from './split-sentences.ts';
import { type GovernorAt, governorOf } from './tree/governor.ts';
import type { SentenceTree } from './tree/sentence-tree.ts';

/** Gives the lookup of governors for a text: only sentences that are asked for are parsed. */
export type FindGovernors = (text: string) => GovernorAt;

/** A line is split into sentences at once. A longer line is split piece by piece, so that memory stays flat. */
const LONGEST_PIECE = 5000;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly sentences: readonly TextSentence[];
}

const NO_PIECE: Piece = { start: 0, end: 0, sentences: [] };

/**
 * The lookup is asked in the order of the text, so one piece and one tree are kept. A longer sentence than the parser reads at
 * once is a list or a table, and gets no tree.
 */
export const createFindGovernors =
  (parseSentence: ParseSentence): FindGovernors =>
  (text) => {
    let piece = NO_PIECE;
    let last: { readonly sentence: TextSentence; readonly tree: SentenceTree } | undefined;
    return (span) => {
      piece = pieceAround(text, piece, span.start);
      const sentence = piece.sentences.find(({ start, end }) => start <= span.start && span.start < end);
      if (sentence === undefined || sentence.tokens.length > MOST_WORDS) return null;
      if (last?.sentence !== sentence) last = { sentence, tree: parseSentence(sentence) };
      return governorOf(last.tree, span);
    };
  };

/** The piece around a position. It begins at a line, or where the piece before it in the same line ended. */
function pieceAround(text: string, last: Piece, position: number): Piece {
  const from = position < last.start ? Math.max(0, position - LONGEST_PIECE) : last.end;
  let piece = position < last.start ? NO_PIECE : last;
  while (piece.end <= position) {
    const known = Math.max(from, piece.end);
    piece = pieceFrom(text, known + text.slice(known, position).lastIndexOf('\n') + 1);
  }
  return piece;
}

function pieceFrom(text: string, start: number): Piece {
  const most = text.slice(start, start + LONGEST_PIECE);
  const line = most.indexOf('\n') + 1 || most.length;
  const sentences = splitSentences(most.slice(0, line)).map((sentence) => moved(sentence, start));
  const cut = line === LONGEST_PIECE ? sentences.at(-1) : undefined;
  return cut === undefined || sentences.length === 1
    ? { start, end: start + line, sentences }
    : { start, end: cut.start, sentences: sentences.slice(0, -1) };
}

const moved = ({ start, end, tokens }: TextSentence, by: number): TextSentence => ({
  start: start + by,
  end: end + by,
  tokens: tokens.map((token) => ({ ...token, start: token.start + by, end: token.end + by })),
});
