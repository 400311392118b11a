import type { Act } from '../../domain/event/mention.ts';
import { dependentsWith, type SentenceTree } from '../../parsing/tree/sentence-tree.ts';
import { predicateOfVerb } from './actors/subject-in-tree.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedStatement } from './times/dated-statement.ts';

const PARTICLES = new Set('up down off out away back aside over apart into'.split(' '));

/** The lemmas that say what was done. "The walkout" of a noun phrase is an act without subject and object. */
export function actOf(sentence: SentenceAnalysis, { kind, noun, verb }: DatedStatement): Act | null {
  const { tokens, next, parsed } = sentence;
  if (kind === 'NOUN' || verb === null) {
    const lemma = tokens[noun?.head ?? -1]?.lemma;
    return lemma === undefined ? null : { word: lemma, ...NOTHING_MORE };
  }
  const after = tokens[next[verb.head] ?? -1]?.lower ?? '';
  const word = isParticle(after, verb.lemma) ? `${verb.lemma}_${after}` : verb.lemma;
  if (parsed === null) return { word, ...NOTHING_MORE };
  const subject = subjectOf(parsed, predicateOfVerb(parsed, verb.head));
  const objects = [...nounsWith(parsed, verb.head, 'obj'), ...aimsOf(parsed, verb.head)];
  const object = objects.find((noun) => !word.endsWith(`_${noun}`)) ?? describedBy(parsed, verb.head);
  const isNegated = hasNegation(parsed, verb.head);
  return isPassive(parsed, verb.head)
    ? { word, subject: null, object: subject, isNegated }
    : { word, subject, object, isNegated };
}

/** The noun that a clause is about; in "the stoppage *that began*" it stands before the clause. */
function subjectOf(tree: SentenceTree, predicate: number): string | null {
  const [subject] = nounsWith(tree, predicate, 'nsubj');
  if (subject !== undefined) return subject;
  const { label, head } = tree.words[predicate] ?? {};
  const isRelative =
    label === 'acl:relcl' &&
    dependentsWith(tree, predicate, 'nsubj').some((index) => RELATIVE.test(tree.words[index]?.form ?? ''));
  const before = tree.words[head ?? -1];
  return isRelative && before?.upos === 'NOUN' ? before.lemma.toLowerCase() : null;
}

/** The noun that a participle without an object describes: "the *discovery*, unveiled on Friday". */
function describedBy(tree: SentenceTree, participle: number): string | null {
  const { label, xpos, head } = tree.words[participle] ?? {};
  const before = tree.words[head ?? -1];
  return label === 'acl' && xpos === 'VBN' && before?.upos === 'NOUN' ? before.lemma.toLowerCase() : null;
}

const RELATIVE = /^(?:that|which|who)$/iu;

const NOTHING_MORE = { subject: null, object: null, isNegated: false };

const NEGATION = /^(?:not|n['’]t|never)$/u;

const hasNegation = ({ words, dependents }: SentenceTree, verb: number): boolean =>
  (dependents[verb] ?? []).some((index) => NEGATION.test(words[index]?.form.toLowerCase() ?? ''));

/** "stepped down", "took place". */
const isParticle = (word: string, verb: string): boolean =>
  PARTICLES.has(word) || (verb === 'take' && (word === 'place' || word === 'effect'));

const isPassive = ({ words, dependents }: SentenceTree, verb: number): boolean =>
  (dependents[verb] ?? []).some((index) => words[index]?.label === 'nsubj:pass');

/** "agreed to *buy*": what is agreed, decided or begun stands for the object. */
const aimsOf = (tree: SentenceTree, verb: number): readonly string[] =>
  dependentsWith(tree, verb, 'xcomp').flatMap((index) => {
    const word = tree.words[index];
    return word?.upos === 'VERB' ? [word.lemma.toLowerCase()] : [];
  });

/** Common nouns alone. The names of those who take part are the event's actors. */
const nounsWith = (tree: SentenceTree, verb: number, label: string): readonly string[] =>
  dependentsWith(tree, verb, label).flatMap((index) => {
    const word = tree.words[index];
    return word?.upos === 'NOUN' ? [word.lemma.toLowerCase()] : [];
  });
