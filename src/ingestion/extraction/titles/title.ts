import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';
import {
  cutTitle,
  isBare,
  isTorn,
  joined,
  LONGEST_WITH_COLON,
  type TitlePiece,
  trimmed,
} from './title-cut.ts';
import { COLON, piecesOf } from './title-pieces.ts';
import { capitalize, textOf } from './title-text.ts';
import { type TitleWords, titleTokens, wordsAlone } from './title-tokens.ts';
import { type KeptWords, strayEnd } from './whole-constituents.ts';

/** Names and facts that a title needs beyond its words. */
export interface TitleNames {
  /** The antecedent of a pronoun subject or of "his country"; null where the subject stays. */
  readonly subject: string | null;
  /** The speaker, if the words are a quotation. */
  readonly speaker: string | null;
  /** The last name of the subject, if it is a person. It may replace the whole subject in a long title. */
  readonly surname: string | null;
  /** Whether the verb is a verb of saying. */
  readonly says: boolean;
}

/** A title with what a guard asks of it. */
export interface Title {
  readonly text: string;
  /** Whether a constituent had to be torn to make the title short enough. */
  readonly isTorn: boolean;
  /** The words of the sentence that it consists of; null for a quotation and for the words of a whole sentence. */
  readonly kept: KeptWords | null;
}

/** A title in the article's own words, some 150 characters, without the time. */
export function titleOf(sentence: SentenceAnalysis, statement: DatedStatement, names: TitleNames): Title {
  const words = titleTokens(sentence, statement);
  const pieces = piecesOf(sentence, words, names.subject);
  const whole = (text: string): Title => ({ text, isTorn: false, kept: null });
  if (statement.clause.quoted && statement.kind !== 'NOUN')
    return whole(quotedTitle(sentence, words, names.speaker));
  if (words.isPartOfQuotation) return whole(partOfQuotation(pieces));
  if (names.says && saysNothing(sentence, words, statement)) return sentenceFromBeginning(sentence);
  return constituentTitle(sentence, statement, names, { words, pieces });
}

function constituentTitle(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  names: TitleNames,
  { words, pieces }: { readonly words: TitleWords; readonly pieces: readonly TitlePiece[] },
): Title {
  const plain = withoutAppositions(pieces, words.hasApposition ? 0 : words.subjectLength);
  const ready = withColon(plain, words.colon);
  const cut = names.says ? cutOrColon(withoutPause(ready, statement), names.surname) : cutTitle(ready);
  const [ended, kept] = withoutStrayEnd(sentence, statement, cut);
  const text = textOf(ended);
  if (!isInformative(text) && (statement.kind !== 'NOUN' || text === ''))
    return sentenceFromBeginning(sentence);
  /** A colon takes the place of the verb of saying where its content would be torn. */
  return {
    text: capitalize(isInformative(text) ? text : `the ${text}`),
    isTorn: text.includes(':') ? losesVerb(ready, cut) : isTorn(plain),
    kept,
  };
}

/** "The mayor: the bridge in the north": the verb of the content was cut. */
const losesVerb = (pieces: readonly TitlePiece[], cut: readonly TitlePiece[]): boolean => {
  const end = pieces.findLastIndex(({ token }) => token === cut.at(-1)?.token);
  return cut.includes(COLON) && pieces.slice(end + 1).some(({ leadsToVerb }) => leadsToVerb);
};

/** A title without a last phrase that lost the word that it hangs on, and the words that stay. */
function withoutStrayEnd(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  pieces: readonly TitlePiece[],
): readonly [readonly TitlePiece[], KeptWords | null] {
  const kept = keptWords(sentence, statement, pieces);
  const stray = new Set(kept === null ? [] : strayEnd(kept));
  if (kept === null || stray.size === 0) return [pieces, kept];
  const ended = trimmed(pieces.filter(({ token }) => !stray.has(token)));
  return [ended, keptWords(sentence, statement, ended)];
}

/** Null for a sentence without a tree, and for a noun as a title. */
function keptWords(
  { parsed, skipped }: SentenceAnalysis,
  { kind, clause, via }: DatedStatement,
  pieces: readonly TitlePiece[],
): KeptWords | null {
  if (parsed === null || clause.verb === null || kind === 'NOUN') return null;
  return {
    tree: parsed,
    predicate: predicateOfVerb(parsed, clause.verb.head),
    kept: new Set(pieces.map(({ token }) => token).filter((token) => token >= 0)),
    leftOut: new Set([
      ...[...skipped.keys()].filter((index) => skipped[index] === true),
      ...(via?.kind === 'RELATIVE' ? via.tokens : []),
    ]),
    hasColon: pieces.includes(COLON),
  };
}

/** "…, White House sources said" has no content: the sentence from its beginning is a better title. */
const saysNothing = (
  { tokens }: SentenceAnalysis,
  { indices, colon }: TitleWords,
  { clause }: DatedStatement,
): boolean =>
  !colon && indices.every((index) => index <= (clause.verb?.last ?? 0) || tokens[index]?.pos === 'PUNCT');

/** A title of one word ("Ended") is not understood. */
const isInformative = (title: string): boolean => (title.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2;

/** The sentence from its beginning, for statements without a usable clause. Cut, it may lack its main verb. */
function sentenceFromBeginning(sentence: SentenceAnalysis): Title {
  const indices = [...sentence.tokens.keys()].filter((index) => sentence.skipped[index] !== true);
  const pieces = piecesOf(sentence, wordsAlone(indices), null);
  const cut = cutTitle(pieces);
  return { text: capitalize(textOf(cut)), isTorn: cut.length < trimmed(pieces).length, kept: null };
}

/** "the company said*,* losses would rise" of "With that, the company said, losses would rise". */
const withoutPause = (pieces: readonly TitlePiece[], { clause }: DatedStatement): readonly TitlePiece[] =>
  pieces.filter(({ text }, index) => {
    const isBehindVerb = text === ',' && pieces[index - 1]?.token === clause.verb?.last;
    return !isBehindVerb || !/^(?:ADJ|DET|NOUN|NUM|PRON|PROPN)$/u.test(pieces[index + 1]?.pos ?? '');
  });

/** Puts a colon between a subject and the content that it said. */
function withColon(pieces: readonly TitlePiece[], colon: boolean): readonly TitlePiece[] {
  const end = pieces.findLastIndex(({ isSubject }) => isSubject);
  if (!colon || end === -1) return pieces;
  const said = pieces.slice(end + 1).map((piece) => ({ ...piece, opensComplement: false }));
  if (said[0]?.pos === 'CCONJ') said.shift();
  return [...pieces.slice(0, end + 1), COLON, ...said];
}

/** `Karen Donfried: the United States is “willing to …”`, if "told reporters that" leaves no room for the content. */
function cutOrColon(pieces: readonly TitlePiece[], surname: string | null): readonly TitlePiece[] {
  const cut = cutTitle(pieces);
  if (!isBare(cut, pieces)) return cut;
  const subject = pieces.filter(({ isSubject }) => isSubject);
  const said = pieces.slice(pieces.findIndex(({ opensComplement }) => opensComplement));
  if (subject.length === 0 || /^(?:whether|how|what|why)$/iu.test(said[0]?.text ?? '')) return cut;
  const content = said[0]?.text.toLowerCase() === 'that' ? said.slice(1) : said;
  const last = subject.filter(({ text }) => text === surname).slice(-1);
  const ways = [subject, last].filter((who) => who.length > 0).map((who) => [...who, COLON, ...content]);
  const fitting = ways.find((way) => joined(way).length <= LONGEST_WITH_COLON);
  const shortened = ways.map(cutAfterVerb).find((title) => title !== null);
  return fitting === undefined ? (shortened ?? cut) : cutTitle(fitting, LONGEST_WITH_COLON);
}

/** The content, cut; null where its verb and one more word do not fit. */
function cutAfterVerb(pieces: readonly TitlePiece[]): readonly TitlePiece[] | null {
  const verb = pieces.findIndex(({ leadsToVerb }, index) => leadsToVerb && !pieces[index + 1]?.leadsToVerb);
  const cut = cutTitle(pieces, LONGEST_WITH_COLON);
  return verb > 0 && cut.length > verb + 1 ? cut : null;
}

/** `Karen Donfried: “we will see movement in these channels”`: quoted words stay in quotation marks and are not changed. */
function quotedTitle(sentence: SentenceAnalysis, words: TitleWords, speaker: string | null): string {
  const pieces = piecesOf(sentence, words, null).filter(({ mark }) => mark === null);
  const said = textOf(cutTitle(pieces.map((piece) => ({ ...piece, quoted: false }))));
  return speaker === null ? `“${said}”` : `${speaker}: “${said}”`;
}

/** `Putin: “we will take adequate measures”`, a part of a longer quotation. */
function partOfQuotation(pieces: readonly TitlePiece[]): string {
  const plain = pieces.map((piece) => ({ ...piece, quoted: false }));
  const subject = withoutAppositions(
    plain.filter(({ isSubject }) => isSubject),
    1,
  );
  const said = plain.filter(({ isSubject }) => !isSubject);
  return `${capitalize(textOf(cutTitle(subject)))}: “${textOf(cutTitle(said))}”`;
}

/** "Karen Donfried, the assistant secretary of state, told" → "Karen Donfried told". */
function withoutAppositions(pieces: readonly TitlePiece[], subjectLength: number): readonly TitlePiece[] {
  const comma = pieces.findIndex(({ text, isSubject }) => isSubject && text === ',');
  const isList = pieces.some(({ pos, isSubject }) => isSubject && pos === 'CCONJ');
  if (comma <= 0 || subjectLength === 0 || isList) return pieces;
  const end = pieces.findLastIndex(({ isSubject }) => isSubject);
  return [...pieces.slice(0, comma), ...pieces.slice(end + 1)];
}
