import { dependentsWith, dependentWith, roleOf } from '../../../parsing/tree/sentence-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { isRelative } from './nouns/described-noun.ts';
import type { KeptWords } from './whole-constituents.ts';

/** Whether a title keeps words that the parser has misread. Each sign alone is enough. */
export const isMisread = (words: KeptWords, sentence: SentenceAnalysis): boolean =>
  keepsRelative(words) ||
  isTimeOfOther(words) ||
  losesNextVerb(words) ||
  losesTimeAsSubject(words) ||
  (!words.hasColon && !words.kept.has(words.predicate)) ||
  losesPreposition(words) ||
  takesWordForName(words, sentence);

/** "the loans, *which* are to be paid": the title of a relative clause begins before the noun that it describes. */
const keepsRelative = ({ tree, predicate, kept }: KeptWords): boolean =>
  roleOf(tree, predicate) === 'acl' &&
  dependentsWith(tree, predicate, 'nsubj').some((index) => kept.has(index) && isRelative(tree, index));

/** "*The year* the party won": a time that opens a description of another time. */
function isTimeOfOther({ tree, predicate, kept }: KeptWords): boolean {
  const subject = dependentWith(tree, predicate, 'nsubj');
  const time = dependentsWith(tree, predicate, 'obl').find((index) => index < predicate && kept.has(index));
  if (time === undefined || subject === null || time > subject) return false;
  const isBare = TIME.test(tree.words[time]?.lemma ?? '') && dependentWith(tree, time, 'case') === null;
  const isBeside = tree.words.slice(time + 1, subject).every(({ form }) => form !== ',');
  return isBare && isBeside && dependentWith(tree, time, 'det') !== null;
}

const TIME = /^(?:day|decade|evening|moment|month|morning|night|time|week|weekend|year)$/u;

/**
 * "are hurt after bottles and cans" of "are hurt after bottles and cans, *were thrown*": the verb behind the last word has no
 * subject but that word, and no "and" joins it to the verb of the title.
 */
function losesNextVerb({ tree, predicate, kept }: KeptWords): boolean {
  const last = Math.max(...kept);
  const next = tree.words[last + 1]?.form === ',' ? last + 2 : last + 1;
  const head = tree.words[next]?.head ?? -1;
  if (!/^(?:aux|cop)$/u.test(roleOf(tree, next)) || kept.has(head) || head < next) return false;
  const isJoined = dependentsWith(tree, predicate, 'conj').some(
    (index) => dependentWith(tree, index, 'cc') !== null,
  );
  const hasSubject = dependentWith(tree, head, 'nsubj', 'csubj', 'expl') !== null;
  const isDescription = [predicate, head].some((index) => roleOf(tree, index) === 'acl');
  return !hasSubject && !isJoined && !isDescription;
}

/** "*sees being similar* to last year" of "sees this year being similar": a time was the subject of a verb. */
const losesTimeAsSubject = ({ tree, predicate, kept, leftOut }: KeptWords): boolean =>
  [...kept].some(
    (verb) =>
      verb !== predicate &&
      dependentsWith(tree, verb, 'nsubj').some((index) => leftOut.has(index) && !kept.has(index)),
  );

/** "fees *fiscal year*" of "fees for the 2030 fiscal year": a noun whose preposition went with the time. */
const losesPreposition = ({ tree, predicate, kept }: KeptWords): boolean =>
  [...kept].some((index) => {
    const isBehind = index > predicate && /^(?:nmod|obl)$/u.test(roleOf(tree, index));
    return (
      isBehind &&
      dependentsWith(tree, index, 'case').some((word) => word < index && word > predicate && !kept.has(word))
    );
  });

/** "results *mirror* other banks": a small word before the verb that the parser takes for a name. */
const takesWordForName = ({ tree, predicate, kept }: KeptWords, { names }: SentenceAnalysis): boolean =>
  [...kept].some((index) => {
    const { form = '', upos, sure } = tree.words[index] ?? {};
    if (index > predicate || upos !== 'PROPN' || sure === true || !/^\p{Ll}{3,}$/u.test(form)) return false;
    return names.every(({ first, last }) => index < first || index > last);
  });
