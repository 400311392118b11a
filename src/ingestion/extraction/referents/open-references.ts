import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { isAge, isExplained } from './explained-noun.ts';

/** A definite noun in a title that does not say which one is meant, with its place in the title. */
export interface OpenNoun {
  readonly start: number;
  readonly end: number;
  /** The noun's lemma; "28-year-old" where an age stands for a noun. */
  readonly noun: string;
  readonly isPlural: boolean;
}

const DEFINITE = /(?<![\p{L}\p{N}])the (\d+-year-old|\p{L}+)(?![\p{L}\p{N}-])/giu;

/** The definite nouns of a title that stand alone: "the merger", not "the merger of Alba and Borea" nor "the merger talks". */
export function openNounsOf(title: string, sentence: SentenceAnalysis): readonly OpenNoun[] {
  return [...title.matchAll(DEFINITE)].flatMap((match): readonly OpenNoun[] => {
    const [words, said = ''] = match;
    const start = match.index;
    const end = start + words.length;
    if (isQuoted(title, start)) return [];
    const after = /^\S*\s*(\S*)/u.exec(title.slice(end))?.[0].trim().toLowerCase() ?? '';
    const at = placeOf(sentence, said.toLowerCase(), after);
    if (at === null) return [];
    const token = sentence.tokens[at];
    if (token === undefined || isExplained(sentence, at, title.slice(end).toLowerCase())) return [];
    const isOld = isAge(sentence, at);
    if (!isOld && token.pos !== 'NOUN') return [];
    const noun = isOld ? said.toLowerCase() : token.lemma;
    const isNamedBefore = !isOld && new RegExp(`(?<![\\p{L}-])${noun}`, 'iu').test(title.slice(0, start));
    return isNamedBefore ? [] : [{ start, end, noun, isPlural: !isOld && token.lower !== token.lemma }];
  });
}

const isQuoted = (title: string, at: number): boolean => {
  const before = title.slice(0, at);
  const count = (mark: string): number => before.split(mark).length - 1;
  return count('“') > count('”') || count('"') % 2 === 1 || count('``') > count("''");
};

/** The last word of "the noun" in the sentence, where one place alone fits the title's next word. */
function placeOf({ tokens, quotes }: SentenceAnalysis, said: string, after: string): number | null {
  const words = said.split(/(?=-)|(?<=-)/u);
  const places = [...tokens.keys()].filter(
    (index) =>
      tokens[index]?.lower === 'the' &&
      quotes[index]?.quoted !== true &&
      words.every((word, step) => tokens[index + 1 + step]?.lower === word),
  );
  const ends = places.map((index) => index + words.length);
  const fitting = ends.filter((index) => after.startsWith(tokens[index + 1]?.lower ?? ' '));
  const [one, ...others] = ends.length === 1 ? ends : fitting;
  return one === undefined || others.length > 0 ? null : one;
}
