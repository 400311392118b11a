import type { DatedStatement } from './dated-statement.ts';
import type { Token } from './sentence.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import { cutTitle, isBare, type TitlePiece } from './title-cut.ts';
import { type TitleWords, titleTokens } from './title-tokens.ts';

/**
 * A line that a reader can scan: who did what in the article's own words, about a hundred characters at most, without the
 * time.
 */
export function titleOf(sentence: SentenceAnalysis, statement: DatedStatement, names: TitleNames): string {
  const words = titleTokens(sentence, statement);
  if (statement.clause.quoted && statement.kind !== 'NOUN')
    return quotedTitle(sentence, words, names.speaker);
  const pieces = piecesOf(sentence, words, names.subject);
  const whole = withColon(withoutAppositions(pieces, words.subjectLength), words.colon);
  const title = tidy(names.says ? cutOrColon(whole) : cutTitle(whole));
  return capitalize(isTelling(title) ? title : sentenceTitle(sentence));
}

/** One word ("Ended") tells nothing. */
const isTelling = (title: string): boolean => (title.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2;

/** The sentence from its beginning, where no clause of it makes a title. */
function sentenceTitle(sentence: SentenceAnalysis): string {
  const indices = [...sentence.tokens.keys()].filter((index) => sentence.skipped[index] !== true);
  const words = { indices, subjectLength: 0, pronoun: null, colon: false };
  return tidy(cutTitle(piecesOf(sentence, words, null)));
}

const COLON: TitlePiece = {
  text: ':',
  glued: true,
  pos: 'PUNCT',
  quoted: false,
  mark: null,
  opensClause: false,
  opensTime: false,
  opensComplement: false,
  leadsToVerb: false,
  isSubject: false,
};

/** A colon after the subject, where what it said follows. */
function withColon(pieces: readonly TitlePiece[], colon: boolean): readonly TitlePiece[] {
  const end = pieces.findLastIndex(({ isSubject }) => isSubject);
  if (!colon || end === -1) return pieces;
  const said = pieces
    .slice(end + 1)
    .map((piece) => ({ ...piece, opensComplement: false, leadsToVerb: false }));
  if (said[0]?.pos === 'CCONJ') said.shift();
  return [...pieces.slice(0, end + 1), COLON, ...said];
}

/** `Karen Donfried: the United States is “willing to …”` where "told reporters that" leaves no room for it. */
function cutOrColon(pieces: readonly TitlePiece[]): string {
  const cut = cutTitle(pieces);
  if (!isBare(cut, pieces)) return cut;
  const subject = pieces.filter(({ isSubject }) => isSubject);
  const said = pieces.slice(pieces.findIndex(({ opensComplement }) => opensComplement));
  if (/^(?:whether|how|what|why)$/iu.test(said[0]?.text ?? '')) return cut;
  const opener = said[0]?.text.toLowerCase() === 'that' ? 1 : 0;
  const short = [...subject, COLON, ...said.slice(opener)];
  const length = short.reduce((sum, { text, glued }) => sum + text.length + (glued ? 0 : 1), 0);
  return subject.length > 0 && length <= LONGEST_WITH_COLON ? cutTitle(short) : cut;
}

const LONGEST_WITH_COLON = 110;

/** What a title needs to know beyond its words. */
export interface TitleNames {
  /** Whom a pronoun subject, or "his country", means; null where the words stay. */
  readonly subject: string | null;
  /** Who speaks where the words are a quotation. */
  readonly speaker: string | null;
  /** Whether the verb is one of saying. */
  readonly says: boolean;
}

/** `Karen Donfried: “we will see movement in these channels”`: quoted words stay in marks and are not changed. */
function quotedTitle(sentence: SentenceAnalysis, words: TitleWords, speaker: string | null): string {
  const pieces = piecesOf(sentence, words, null).filter(({ mark }) => mark === null);
  const said = tidy(cutTitle(pieces.map((piece) => ({ ...piece, quoted: false }))));
  return speaker === null ? `“${said}”` : `${speaker}: “${said}”`;
}

function piecesOf(
  sentence: SentenceAnalysis,
  words: TitleWords,
  subject: string | null,
): readonly TitlePiece[] {
  const { tokens, quotes, text } = sentence;
  const opening = clauseStarts(sentence);
  const complements = complementTokens(sentence);
  const replaced = subject !== null ? words.subjectLength : 0;
  const pieces = words.indices.slice(replaced).map((index, place): TitlePiece => {
    const token = tokens[index];
    const before = words.indices[place + replaced - 1];
    const glued = before !== undefined && before === index - 1 && tokens[before]?.end === token?.start;
    return {
      text:
        token === undefined
          ? ''
          : wordInside(text.slice(token.start, token.end), token, index, place + replaced),
      glued,
      pos: token?.pos ?? 'X',
      quoted: quotes[index]?.quoted ?? false,
      mark: quotes[index]?.mark ?? null,
      opensClause: opening.has(index),
      opensTime: isTimeStart(sentence, index),
      opensComplement: complements.opens.has(index),
      leadsToVerb: complements.leads.has(index),
      isSubject: place + replaced < words.subjectLength,
    };
  });
  if (subject === null) return pieces;
  return [
    { text: subject, glued: false, pos: 'PROPN', quoted: false, mark: null, ...NOWHERE, isSubject: true },
    ...pieces,
  ];
}

const NOWHERE = { opensClause: false, opensTime: false, opensComplement: false, leadsToVerb: false };

/** Another time than the title's own may be cut off with what follows it. */
const isTimeStart = ({ skipped, tokens }: SentenceAnalysis, index: number): boolean =>
  skipped[index] === true && skipped[index - 1] !== true && tokens[index]?.text !== '(';

/** Where what somebody says begins, and the words from there to its verb. */
function complementTokens({ tree }: SentenceAnalysis): {
  opens: ReadonlySet<number>;
  leads: ReadonlySet<number>;
} {
  const [opens, leads] = [new Set<number>(), new Set<number>()];
  for (const { kind, opener, tokens, verb } of tree.clauses) {
    if (kind !== 'COMPLEMENT') continue;
    opens.add(opener ?? tokens[0] ?? -1);
    for (const index of tokens) if (verb !== null && index <= verb.last) leads.add(index);
  }
  return { opens, leads };
}

/** A sentence's first word that no longer comes first loses its capital: "Turkey closed the bridge". */
const wordInside = (word: string, { pos }: Token, index: number, place: number): string =>
  index === 0 && place > 0 && /^(?:DET|PRON|ADP|ADV|SCONJ)$/u.test(pos) && word !== 'I'
    ? word.toLowerCase()
    : word;

/** Where a title may be cut: before a clause, but not before what somebody says. */
const clauseStarts = ({ tree }: SentenceAnalysis): ReadonlySet<number> =>
  new Set(
    tree.clauses.flatMap(({ kind, opener, tokens }) =>
      kind === 'COMPLEMENT' ? [] : [opener ?? tokens[0] ?? -1],
    ),
  );

/** "Karen Donfried, the assistant secretary of state, told" → "Karen Donfried told". */
function withoutAppositions(pieces: readonly TitlePiece[], subjectLength: number): readonly TitlePiece[] {
  const comma = pieces.findIndex(({ text, isSubject }) => isSubject && text === ',');
  if (comma <= 0 || subjectLength === 0) return pieces;
  const end = pieces.findLastIndex(({ isSubject }) => isSubject);
  return [...pieces.slice(0, comma), ...pieces.slice(end + 1)];
}

/** One space between words, none before punctuation, nothing dangling at either end. */
function tidy(title: string): string {
  return title
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ([,;:.?!])/gu, '$1')
    .replaceAll(/[,;:](?: ?[,;:])+/gu, ',')
    .replace(/^(?:[\s,;:.–—-]|(?:and|but|or|that|also) )+/iu, '')
    .replaceAll(/[.,;:](?=[”"’]*$)/gu, '')
    .replace(/[\s,;:.–—-]+$/u, '')
    .trim();
}

const capitalize = (title: string): string => {
  const at = title.search(/[\p{L}\p{N}]/u);
  return at === -1 ? title : title.slice(0, at) + title.charAt(at).toUpperCase() + title.slice(at + 1);
};
