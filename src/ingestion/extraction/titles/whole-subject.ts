import { constituentOf, dependentsWith } from '../../../parsing/tree/sentence-tree.ts';
import type { Clause } from '../../sentences/clause.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/** The words of a clause's subject for a title, and whether they end in the name of the person that they describe. */
export function wholeSubject(
  sentence: SentenceAnalysis,
  clause: Clause,
  subject: readonly number[],
): { readonly words: readonly number[]; readonly hasApposition: boolean } {
  const phrase = withInnerTimes(sentence, withSecondNoun(sentence, clause, subject));
  const words = withName(sentence, phrase);
  return { words, hasApposition: words.length > phrase.length };
}

/** "*Friend and* journalist Zora Hart said": a subject of two nouns side by side that the parser hangs on the verb each. */
function withSecondNoun(
  { parsed }: SentenceAnalysis,
  { verb }: Clause,
  subject: readonly number[],
): readonly number[] {
  if (parsed === null || verb === null) return subject;
  const nouns = dependentsWith(parsed, predicateOfVerb(parsed, verb.head), 'nsubj');
  const isOne = nouns.length < 2 || !nouns.some((noun) => subject.includes(noun));
  if (isOne) return subject;
  const all = [...subject, ...nouns.flatMap((noun) => constituentOf(parsed, noun))].sort((a, b) => a - b);
  const [first = 0, last = 0] = [all[0], all.at(-1)];
  const between = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  const isNominal = (index: number): boolean =>
    subject.includes(index) ||
    /^(?:ADJ|ADP|CCONJ|DET|NOUN|NUM|PART|PROPN)$/u.test(parsed.words[index]?.upos ?? '');
  return between.every(isNominal) ? between : subject;
}

/** "The mayor of Leeds, *Zora Hart*, said": a subject with the name between commas that says who or what is meant. */
function withName({ tokens, names }: SentenceAnalysis, subject: readonly number[]): readonly number[] {
  const comma = (subject.at(-1) ?? -2) + 1;
  const name = names.find(
    ({ first, kind }) => first === comma + 1 && /^(?:PERSON|ORGANIZATION)$/u.test(kind),
  );
  /** "*Karl Weber's* lawyer, Zora Hart," */
  const isOwner = (last: number): boolean => /^['’]s?$/u.test(tokens[last + 1]?.text ?? '');
  const isNamed = names.some(
    ({ first, last, kind }) =>
      subject.includes(first) && !isOwner(last) && (kind === 'PERSON' || kind === name?.kind),
  );
  const isBetween = tokens[comma]?.text === ',' && tokens[(name?.last ?? -2) + 1]?.text === ',';
  if (name === undefined || isNamed || !isBetween) return subject;
  return [...subject, ...Array.from({ length: name.last + 2 - comma }, (_, step) => comma + step)];
}

/** A subject with the times that describe it: "*the spring 2019* term", "the raid *in May*". */
function withInnerTimes(
  { parsed, skipped }: SentenceAnalysis,
  subject: readonly number[],
): readonly number[] {
  if (parsed === null) return subject;
  const inside = new Set(subject);
  const isTime = (index: number): boolean => skipped[index] === true && !inside.has(index);
  for (const end of subject) {
    for (const step of [-1, 1]) {
      const run: number[] = [];
      for (let at = end + step; isTime(at) && run.length < LONGEST_TIME; at += step) run.push(at);
      const hangs = (index: number): boolean => {
        const head = parsed.words[index]?.head ?? -1;
        return inside.has(head) || run.includes(head);
      };
      if (run.length > 0 && run.every(hangs)) for (const index of run) inside.add(index);
    }
  }
  return [...inside].sort((one, other) => one - other);
}

/** In tokens. */
const LONGEST_TIME = 8;
