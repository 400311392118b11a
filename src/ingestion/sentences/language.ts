import type { Parser } from '../../parsing/create-parser.ts';
import type { LemmaOf } from '../../parsing/lemma.ts';
import { UNCHANGING } from '../../parsing/mend-tags.ts';
import { MOST_WORDS } from '../../parsing/net.ts';
import { createParseSentence, type ParseSentence } from '../../parsing/parse-sentence.ts';
import type { TextSentence } from '../../parsing/split-sentences.ts';
import type { TextToken } from '../../parsing/tokenize.ts';
import {
  dependentsWith,
  dependentWith,
  roleOf,
  type SentenceTree,
} from '../../parsing/tree/sentence-tree.ts';
import type { PartOfSpeech, Sentence, Token } from './sentence.ts';

/** Tags the words of English sentences. Slicing the text at a token's positions gives that token. */
export interface Language {
  /** Tags the words, for a third of the work of a tree. */
  tag(sentence: TextSentence): Sentence;
  /** Tags the words and adds the tree, whose words are the tokens. A list or table too long for one tree gets tags only. */
  parse(sentence: TextSentence): Sentence;
  /** The tree alone. It is the one that `parse` adds. */
  readonly treeOf: ParseSentence;
}

export function createLanguage(parser: Parser, lemmaOf: LemmaOf): Language {
  const parseSentence = createParseSentence(parser, lemmaOf);
  const toToken = ({ form, start, end }: TextToken, upos: string, xpos: string, known?: string): Token => {
    const lower = form.toLowerCase();
    const isVerb = upos === 'VERB' && !xpos.startsWith('V');
    const lemma = isVerb ? lemmaOf(form, verbTagOf(lower)) : (known ?? lemmaOf(form, xpos));
    return { text: form, lower, start, end, pos: partOfSpeech(upos, xpos), lemma };
  };
  const language: Language = {
    tag({ start, end, tokens }) {
      const { upos, xpos } = parser.tag(tokens.map(({ form }) => form));
      const tagged = tokens.map((token, index) => toToken(token, upos[index] ?? 'X', xpos[index] ?? ''));
      return { start, end, tokens: tagged, parsed: null };
    },
    parse(sentence) {
      const { start, end, tokens } = sentence;
      if (tokens.length > MOST_WORDS) return language.tag(sentence);
      const parsed = parseSentence(sentence);
      const tagged = tokens.map((token, index) => {
        const { upos = 'X', xpos = '', lemma } = parsed.words[index] ?? {};
        return toToken(token, tagInTree(parsed, index) ?? upos, xpos, lemma);
      });
      return { start, end, tokens: tagged, parsed };
    },
    treeOf: parseSentence,
  };
  return language;
}

/** The tag of a verb by its ending, where the parser's two tags disagree: "the shah fled/VERB/NN". */
const verbTagOf = (form: string): string =>
  form.endsWith('ing') ? 'VBG' : form.endsWith('s') ? 'VBZ' : 'VBD';

/** The tag of a word whose place in the tree contradicts the tagger. */
function tagInTree(tree: SentenceTree, index: number): PartOfSpeech | null {
  if (isNounInTree(tree, index)) return 'NOUN';
  if (describesNoun(tree, index)) return 'ADJ';
  return isVerbInTree(tree, index) ? 'VERB' : null;
}

/** "*Suspected* bombs exploded", "a *planned* meeting": a participle before its noun is no verb of a clause. */
function describesNoun(tree: SentenceTree, index: number): boolean {
  const { upos, xpos = '', label, head = -1, sure } = tree.words[index] ?? {};
  const isBefore = label === 'amod' && sure === true && head > index && tree.words[head]?.head !== -1;
  if (upos !== 'VERB' || !/^VB[DGN]$/u.test(xpos) || !isBefore) return false;
  return dependentWith(tree, index, 'nsubj', 'obj', 'aux', 'cop', 'ccomp', 'xcomp') === null;
}

/** "Data Processing Inc. *plans* to sell": the tagger's own two tags disagree, and the tree gives a subject. */
function isVerbInTree(tree: SentenceTree, index: number): boolean {
  const { upos, xpos = '' } = tree.words[index] ?? {};
  if (upos !== 'NOUN' || !/^VB[DZ]$/u.test(xpos)) return false;
  return dependentWith(tree, index, 'nsubj') !== null && dependentWith(tree, index, 'cop', 'det') === null;
}

/**
 * Whether a word tagged as a verb is a noun in the tree: "that *talks* with Chile begin", "the *blasts* which killed". It has a
 * noun's place, or it stands in a clause of its own without any subject, auxiliary or "to".
 */
function isNounInTree(tree: SentenceTree, index: number): boolean {
  const { upos, xpos = '', form = '', lemma, head = -1 } = tree.words[index] ?? {};
  const isPresent = /^VB[PZ]?$/u.test(xpos) || (form === lemma && !UNCHANGING.has(form));
  if (upos !== 'VERB' || !isPresent || /(?:ed|ing)$/u.test(form)) return false;
  const has = (...families: readonly string[]): boolean => dependentWith(tree, index, ...families) !== null;
  const role = roleOf(tree, index);
  if (/^(?:nsubj|obj|obl|nmod)$/u.test(role)) return form.endsWith('s') && !has('nsubj', 'aux', 'obj');
  const isAlone = role === 'conj' ? tree.words[head]?.upos === 'NOUN' : CLAUSAL.test(role);
  if (role === 'ccomp') return has('det') || has('acl');
  const subject = dependentWith(tree, index, 'nsubj', 'csubj', 'expl');
  const isCompound = subject === index - 1 && tree.words[subject]?.sure === false;
  const isTo = dependentsWith(tree, index, 'mark').some((mark) => tree.words[mark]?.xpos === 'TO');
  return isAlone && (subject === null || isCompound) && !has('aux', 'cop') && !isTo;
}

const CLAUSAL = /^(?:parataxis|acl|advcl)$/u;

/** In "Supreme Court" the treebanks tag the adjective ADJ and NNP: it is a part of the name. So is "Reed" in "Reed Co. said". */
function partOfSpeech(upos: string, xpos: string): PartOfSpeech {
  if (/^(?:ADJ|AUX|VERB)$/u.test(upos) && xpos === 'NNP') return 'PROPN';
  return isTag(upos) ? upos : 'X';
}

const TAGS: ReadonlySet<string> = new Set<PartOfSpeech>([
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
]);

const isTag = (upos: string): upos is PartOfSpeech => TAGS.has(upos);
