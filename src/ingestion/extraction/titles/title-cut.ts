import type { PartOfSpeech } from '../../sentences/sentence.ts';

/** A word of a title before it is cut to length. */
export interface TitlePiece {
  readonly text: string;
  /** It follows the word before without a space. */
  readonly glued: boolean;
  readonly pos: PartOfSpeech;
  readonly quoted: boolean;
  readonly mark: 'OPENS' | 'CLOSES' | null;
  /** A clause that may be left out begins here. */
  readonly opensClause: boolean;
  /** A time expression begins here. */
  readonly opensTime: boolean;
  /** What somebody says begins here: the title may end before it, if nothing better is found. */
  readonly opensComplement: boolean;
  /** Between such an opening and its verb, where a title must not end. */
  readonly leadsToVerb: boolean;
  readonly isSubject: boolean;
}

/** In UTF-16 code units. */
export const LONGEST_TITLE = 104;
/** A title may take so much where otherwise nothing of what was said would be told. */
export const LONGEST_WITH_COLON = 110;
/** A cut at a clause is taken if it leaves at least this much; else one at a phrase. */
const SHORTEST_AT_CLAUSE = 45;
const SHORTEST_AT_PHRASE = 20;

/** Words that cannot end a title: what they lead to is missing. */
const DANGLING = new Set(['ADP', 'DET', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'NUM']);
const DANGLING_WORD = /^(?:its|their|his|her|our|my|your|which|who|that|what|more|such|as|both|to)$/iu;

/** "sit down", "put out": belongs to the verb before it. */
const PARTICLE = /^(?:up|down|out|off|back|away|together|forward|over)$/iu;

/** Where a title could be cut, as the number of pieces that stay; 0 where there is no such place. */
interface Cuts {
  clause: number;
  phrase: number;
  /** Before a phrase that belongs to the word before it. */
  loose: number;
  complement: number;
  word: number;
  any: number;
}

/** The title's text, cut where a clause ends, or where a phrase does; never inside a word or a quotation. */
export function cutTitle(pieces: readonly TitlePiece[], longest = LONGEST_TITLE): string {
  const whole = joined(trimmed(pieces));
  return whole.length <= longest ? whole : joined(trimmed(pieces.slice(0, bestOf(cutsOf(pieces)))));
}

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

/** A phrase's end counts if it lies inside what is said; before that, nothing of it would be told. */
function bestOf({ clause, phrase, loose, complement, word, any }: Cuts): number {
  const inner = phrase > complement ? phrase : Math.max(loose, complement);
  return clause || inner || word || any || 1;
}

/** The words with their spaces. */
export const joined = (pieces: readonly TitlePiece[]): string =>
  pieces.map(({ text, glued }, index) => (glued || index === 0 ? text : ` ${text}`)).join('');

const isClauseEnd = ({ text, opensClause }: TitlePiece): boolean => /^[,;:—–]$/u.test(text) || opensClause;

/** A phrase with "of", "to" or "as" belongs to the word before it. */
const isPhraseEnd = (piece: TitlePiece): boolean =>
  isClauseEnd(piece) ||
  piece.opensTime ||
  (piece.pos === 'ADP' && !/^(?:of|to|as)$/iu.test(piece.text)) ||
  piece.pos === 'CCONJ';

/** Whether the title says nothing of what somebody says, because that did not fit. */
export const isBare = (cut: string, pieces: readonly TitlePiece[]): boolean => {
  const complement = pieces.findIndex(({ opensComplement }) => opensComplement);
  return complement > 0 && cut.length <= joined(pieces.slice(0, complement)).length;
};

/** Without a conjunction or a preposition that leads to nothing; a verb keeps its particle ("broke out"). */
function trimmed(pieces: readonly TitlePiece[]): readonly TitlePiece[] {
  let end = pieces.length;
  while (end > 1 && isLoose(pieces, end - 1)) end -= 1;
  return pieces.slice(0, end);
}

function isLoose(pieces: readonly TitlePiece[], index: number): boolean {
  const piece = pieces[index];
  if (piece === undefined || piece.mark !== null) return false;
  const before = pieces[index - 1];
  if (before?.pos === 'VERB' && PARTICLE.test(piece.text)) return false;
  if (DANGLING_WORD.test(piece.text)) return true;
  if (/^(?:almost|nearly|about|only|just|early|late|around|roughly)$/iu.test(piece.text)) return true;
  return (
    /^(?:CCONJ|SCONJ|DET|ADP)$/u.test(piece.pos) ||
    /^[,;:.–—-]$/u.test(piece.text) ||
    (piece.pos === 'ADV' && before?.pos === 'CCONJ')
  );
}

function splitsQuotation(pieces: readonly TitlePiece[], index: number): boolean {
  const [last, next] = [pieces[index - 1], pieces[index]];
  return last?.quoted === true && next?.quoted === true && last.mark !== 'CLOSES' && next.mark !== 'OPENS';
}

function mayEnd(pieces: readonly TitlePiece[], index: number): boolean {
  const [last, next] = [pieces[index - 1], pieces[index]];
  if (last === undefined || next === undefined || last.isSubject || next.glued) return false;
  if (splitsQuotation(pieces, index)) return false;
  if (last.pos === 'VERB' && PARTICLE.test(next.text)) return false;
  if (next.opensComplement) return last.mark !== 'OPENS';
  return (
    !next.leadsToVerb && !DANGLING.has(last.pos) && !DANGLING_WORD.test(last.text) && last.mark !== 'OPENS'
  );
}
