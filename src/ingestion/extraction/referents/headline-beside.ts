import type { Gender } from '../../lexicon/lexicon.ts';
import { genderOfNoun, isPersonNoun } from '../../lexicon/person-nouns.ts';
import { contentWords } from '../../sentences/wording.ts';
import { capitalize } from '../titles/title-text.ts';

/** Most characters of a title with a headline beside it. */
const LONGEST = 270;
const LONGEST_HEADLINE = 100;
const FEWEST_WORDS = 4;
/** Content words that a headline must share with the sentence and the text before it. */
const SHARED = 2;

/** Share of a headline's content words that the title must lack: else it tells the same news. */
const NEW = 0.4;

/** Headlines that say what kind of text follows, questions, and words that only the article's own day explains. */
const GENERIC =
  /\?|^(?:live|watch|videos?|photos?|pictures?|opinion|editorial|letters?|briefs?|gallery|podcast|the latest|analysis|explainer)\b|\blive updates?\b|\bwhat (?:we know|to know|you need)\b|\bnews (?:summary|in brief|roundup)\b|^(?:why|how|who|what|when|where)\b|\b(?:today|tonight|yesterday|tomorrow)\b/iu;

/** A label before a headline: "Breaking: …". */
const LABEL = /^(?:breaking(?: news)?|exclusive|update[sd]?|updated? \d+|just in) ?[:|–—-] ?/iu;

/** Words for people that headlines have. */
const HEADLINE_PEOPLE = /^(?:bab(?:y|ie)|cop|infant|kid|member|suspect|teen|toddler|victim)s?$/u;

/** Whether a headline has the last name of one of these people. */
export function namesOneOf(headline: string, people: readonly string[]): boolean {
  const words = new Set(wordsOf(headline));
  return people.some((name) => words.has(name.toLowerCase().split(' ').at(-1) ?? ''));
}

/** Whether a headline has a word for a person who may be of the given gender: "Climber dead". */
export const isAboutSomebody = (headline: string, gender: Gender | null): boolean =>
  wordsOf(headline)
    .flatMap((word) => [word, word.replace(/s$/u, '')])
    .some(
      (word) =>
        (HEADLINE_PEOPLE.test(word) || isPersonNoun(word)) &&
        (gender === null || (genderOfNoun(word) ?? gender) === gender),
    );

const wordsOf = (headline: string): readonly string[] => headline.toLowerCase().match(/[\p{L}-]+/gu) ?? [];

/**
 * A title with the article's headline behind it, for a reader who cannot know which incident is meant: `The incident happened
 * near the pier (“Man stabbed in Leeds”)`. Null where the headline is generic or may tell of something else.
 */
export function withHeadline(title: string, headline: string, around: string): string | null {
  const plain = headline
    .replaceAll(/\s+/gu, ' ')
    .replace(LABEL, '')
    .replace(/ [|–—-] [^|–—-]{2,30}$/u, '')
    .replaceAll(/[“”"]/gu, "'")
    .trim();
  if (GENERIC.test(plain) || plain.length > LONGEST_HEADLINE) return null;
  const words = contentWords(plain);
  const near = contentWords(around);
  const told = contentWords(title);
  const shared = [...words].filter((word) => near.has(word)).length;
  const isNew = words.difference(told).size >= NEW * words.size;
  if (plain.split(' ').length < FEWEST_WORDS || shared < SHARED || 3 * shared < words.size || !isNew)
    return null;
  const text = `${title} (“${capitalize(plain)}”)`;
  return text.length <= LONGEST ? text : null;
}
