import type { PartOfSpeech } from '../../sentences/sentence.ts';

/** A word of a title that may be cut. */
export interface TitlePiece {
  readonly text: string;
  /** Index of the word in its sentence; -1 for a word from elsewhere. */
  readonly token: number;
  /** Whether the word follows the previous word without a space. */
  readonly glued: boolean;
  readonly pos: PartOfSpeech;
  readonly quoted: boolean;
  readonly mark: 'OPENS' | 'CLOSES' | null;
  /** Whether an omissible clause begins here. */
  readonly opensClause: boolean;
  /** Whether a time expression begins here. */
  readonly opensTime: boolean;
  /** Whether the content of a verb of saying begins here. A title may end before it if no better cut is found. */
  readonly opensComplement: boolean;
  /** Whether the word stands between such an opening and its verb, where a title must not end. */
  readonly leadsToVerb: boolean;
  readonly isSubject: boolean;
  /** Whether the word tells what the words before it need, so that no title ends before it. */
  readonly isTied: boolean;
}

/** In UTF-16 code units. A title that has the end of a clause is cut there to this length. */
export const LONGEST_TITLE = 150;
/** Longest title without an end of a clause to be cut at. */
export const LONGEST_UNCUT = 200;
/** Longest title with a colon, which keeps the content of a verb of saying. */
export const LONGEST_WITH_COLON = 156;
/** Least length that a cut at a clause leaves, or else a cut at a phrase. */
const SHORTEST_AT_CLAUSE = 45;
const SHORTEST_AT_PHRASE = 20;

/** Tags and words that cannot end a title, because they lead on. */
const DANGLING = new Set(['ADP', 'DET', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'NUM']);
const DANGLING_WORD = /^(?:its|their|his|her|our|my|your|which|who|that|what|more|such|as|both|those|to)$/iu;

/** "sit down", "put out": the particle belongs to the verb before it. */
const PARTICLE = /^(?:up|down|out|off|back|away|together|forward|over)$/iu;

/** The possible cuts of a title, as the number of pieces that stay; 0 where there is none. */
interface Cuts {
  clause: number;
  phrase: number;
  /** Before a phrase that is closely tied to the word before it. */
  loose: number;
  complement: number;
  word: number;
  any: number;
}

/** A title's words, cut at the end of a clause or of a phrase; never inside a word or a quotation. */
export function cutTitle(pieces: readonly TitlePiece[], longest = LONGEST_TITLE): readonly TitlePiece[] {
  const whole = trimmed(pieces);
  const { length } = joined(whole);
  if (length <= longest) return whole;
  const cuts = cutsOf(pieces);
  return cuts.clause === 0 && length <= LONGEST_UNCUT ? whole : trimmed(pieces.slice(0, bestOf(cuts)));
}

/** Whether words are too many for a title and have no end of a clause to be cut at. */
export const isTorn = (pieces: readonly TitlePiece[]): boolean =>
  joined(trimmed(pieces)).length > LONGEST_UNCUT && cutsOf(pieces).clause === 0;

function cutsOf(pieces: readonly TitlePiece[]): Cuts {
  const cuts = { clause: 0, phrase: 0, loose: 0, complement: 0, word: 0, any: 0 };
  let length = 0;
  for (const [index, piece] of pieces.entries()) {
    if (length > LONGEST_TITLE) break;
    if (index > 0 && !splitsQuotation(pieces, index)) cuts.any = index;
    if (index > 0 && mayEnd(pieces, index)) note(cuts, piece, index, length);
    length += piece.text.length + (piece.glued || index === 0 ? 0 : 1);
  }
  return cuts;
}

function note(cuts: Cuts, piece: TitlePiece, index: number, length: number): void {
  if (isClauseEnd(piece) && length >= SHORTEST_AT_CLAUSE) cuts.clause = index;
  if (isPhraseEnd(piece) && length >= SHORTEST_AT_PHRASE) cuts.phrase = index;
  if (piece.pos === 'ADP' && piece.text !== 'as') cuts.loose = index;
  if (piece.opensComplement) cuts.complement = index;
  cuts.word = index;
}

/**
 * The best cut. The end of a phrase must lie inside the content of a verb of saying; an earlier cut would
 * drop that content.
 */
function bestOf({ clause, phrase, loose, complement, word, any }: Cuts): number {
  const inner = phrase > complement ? phrase : Math.max(loose, complement);
  return clause || inner || word || any || 1;
}

/** The words with their spaces. */
export const joined = (pieces: readonly TitlePiece[]): string =>
  pieces.map(({ text, glued }, index) => (glued || index === 0 ? text : ` ${text}`)).join('');

const isClauseEnd = ({ text, opensClause }: TitlePiece): boolean => /^[,;:—–]$/u.test(text) || opensClause;

/** A phrase with "of", "to" or "as" is closely tied to the word before it. */
const isPhraseEnd = (piece: TitlePiece): boolean =>
  isClauseEnd(piece) ||
  piece.opensTime ||
  (piece.pos === 'ADP' && !/^(?:of|to|as)$/iu.test(piece.text)) ||
  piece.pos === 'CCONJ';

/** Whether the cut removed all the content of a verb of saying. */
export const isBare = (cut: readonly TitlePiece[], pieces: readonly TitlePiece[]): boolean => {
  const complement = pieces.findIndex(({ opensComplement }) => opensComplement);
  return complement > 0 && cut.length <= complement;
};

/** Removes a trailing conjunction or preposition; a verb keeps its particle ("broke out"). */
export function trimmed(pieces: readonly TitlePiece[]): readonly TitlePiece[] {
  let end = pieces.length;
  while (end > 1 && isLoose(pieces, end - 1)) end -= 1;
  return pieces.slice(0, end);
}

function isLoose(pieces: readonly TitlePiece[], index: number): boolean {
  const piece = pieces[index];
  if (piece === undefined || piece.mark !== null) return false;
  const before = pieces[index - 1];
  if (before?.pos === 'VERB' && PARTICLE.test(piece.text)) return false;
  /** "of them *all*" */
  if (before?.pos === 'PRON' && /^(?:all|both|each)$/u.test(piece.text)) return false;
  if (DANGLING_WORD.test(piece.text)) return true;
  if (/^(?:almost|nearly|about|only|just|early|late|around|roughly)$/iu.test(piece.text)) return true;
  return (
    /^(?:CCONJ|SCONJ|DET|ADP)$/u.test(piece.pos) ||
    /^[,;:.–—-]$/u.test(piece.text) ||
    (piece.pos === 'ADV' && opensAside(pieces, index))
  );
}

/** "*but* more worryingly", "*and* slowly": adverbs behind a conjunction at the end of a title. */
function opensAside(pieces: readonly TitlePiece[], index: number): boolean {
  const before = pieces.slice(0, index).findLast(({ pos }) => pos !== 'ADV');
  return before?.pos === 'CCONJ';
}

function splitsQuotation(pieces: readonly TitlePiece[], index: number): boolean {
  const [last, next] = [pieces[index - 1], pieces[index]];
  return last?.quoted === true && next?.quoted === true && last.mark !== 'CLOSES' && next.mark !== 'OPENS';
}

function mayEnd(pieces: readonly TitlePiece[], index: number): boolean {
  const [last, next] = [pieces[index - 1], pieces[index]];
  if (last === undefined || next === undefined || last.isSubject || next.glued || next.isTied) return false;
  if (splitsQuotation(pieces, index)) return false;
  if (last.pos === 'VERB' && PARTICLE.test(next.text)) return false;
  if (next.opensComplement) return last.mark !== 'OPENS';
  return (
    !next.leadsToVerb && !DANGLING.has(last.pos) && !DANGLING_WORD.test(last.text) && last.mark !== 'OPENS'
  );
}
