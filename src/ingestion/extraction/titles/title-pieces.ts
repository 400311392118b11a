import type { Token } from '../../sentences/sentence.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { isParticle } from '../times/time-words.ts';
import { listedWords, tiedWords } from './tied-words.ts';
import type { TitlePiece } from './title-cut.ts';
import type { TitleWords } from './title-tokens.ts';

/** Stands after a subject instead of a verb of saying. */
export const COLON: TitlePiece = {
  text: ':',
  token: -1,
  glued: true,
  pos: 'PUNCT',
  quoted: false,
  mark: null,
  opensClause: false,
  opensTime: false,
  opensComplement: false,
  leadsToVerb: false,
  isSubject: false,
  isTied: false,
};

/** The words of a title prepared for cutting. `subject`, if given, replaces the words of the subject. */
export function piecesOf(
  sentence: SentenceAnalysis,
  words: TitleWords,
  subject: string | null,
): readonly TitlePiece[] {
  const { tokens, quotes, text } = sentence;
  const opening = clauseStarts(sentence);
  const complements = complementTokens(sentence);
  const tied = new Set([...tiedWords(sentence), ...listedWords(sentence)]);
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
      token: index,
      glued,
      /** "checked *in*": no preposition. */
      pos: isParticle(sentence, index) ? 'ADV' : (token?.pos ?? 'X'),
      quoted: quotes[index]?.quoted ?? false,
      mark: quotes[index]?.mark ?? null,
      opensClause: opening.has(index),
      opensTime: isTimeStart(sentence, index),
      opensComplement: complements.opens.has(index),
      leadsToVerb: complements.leads.has(index),
      isSubject: place + replaced < words.subjectLength,
      isTied: tied.has(index),
    };
  });
  if (subject === null) return pieces;
  return [
    {
      text: subject,
      token: -1,
      glued: false,
      pos: 'PROPN',
      quoted: false,
      mark: null,
      ...NOWHERE,
      isSubject: true,
    },
    ...pieces,
  ];
}

const NOWHERE = {
  opensClause: false,
  opensTime: false,
  opensComplement: false,
  leadsToVerb: false,
  isTied: false,
};

/** Another time than the title's own may be cut off together with the words after it. */
const isTimeStart = ({ skipped, tokens }: SentenceAnalysis, index: number): boolean =>
  skipped[index] === true && skipped[index - 1] !== true && tokens[index]?.text !== '(';

/** The start of each complement, and the words from there to its verb. */
function complementTokens({ tree }: SentenceAnalysis): {
  opens: ReadonlySet<number>;
  leads: ReadonlySet<number>;
} {
  const [opens, leads] = [new Set<number>(), new Set<number>()];
  for (const { kind, opener, tokens, verb } of tree.clauses) {
    if (kind !== 'COMPLEMENT') continue;
    opens.add(opener ?? tokens[0] ?? -1);
    if (verb === null) continue;
    for (let index = tokens[0] ?? verb.first; index <= verb.last; index += 1) leads.add(index);
  }
  return { opens, leads };
}

/** The sentence's first word in lower case, if it no longer comes first: "Turkey closed the bridge". */
const wordInside = (word: string, { pos }: Token, index: number, place: number): string =>
  index === 0 && place > 0 && /^(?:DET|PRON|ADP|ADV|SCONJ)$/u.test(pos) && word !== 'I'
    ? word.toLowerCase()
    : word;

/**
 * The starts of omissible clauses. The content of a verb of saying is none, and neither is a clause that says which thing is meant:
 * "the ships *that sank*". A comma opens a clause that may be left out.
 */
const clauseStarts = ({ tree }: SentenceAnalysis): ReadonlySet<number> =>
  new Set(
    tree.clauses.flatMap(({ kind, opener, tokens }) =>
      kind === 'COMPLEMENT' || kind === 'RELATIVE' ? [] : [opener ?? tokens[0] ?? -1],
    ),
  );
