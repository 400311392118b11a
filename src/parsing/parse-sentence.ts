import { type Parser, SURE_MARGIN } from './create-parser.ts';
import type { LemmaOf } from './lemma.ts';
import { mendClauses } from './mend-clauses.ts';
import { mendGerunds } from './mend-gerunds.ts';
import { mendTags } from './mend-tags.ts';
import type { TextSentence } from './split-sentences.ts';
import { type SentenceTree, sentenceTree } from './tree/sentence-tree.ts';

/** The tree of a sentence: "The talks failed." has the root "failed" with the subject "talks". */
export type ParseSentence = (sentence: TextSentence) => SentenceTree;

/** A sentence is parsed once: its tree is kept as long as the sentence, for its times and then for its events. */
export function createParseSentence(parser: Parser, lemmaOf: LemmaOf): ParseSentence {
  const trees = new WeakMap<TextSentence, SentenceTree>();
  const parse: ParseSentence = ({ tokens }) => {
    const { upos, xpos, heads, labels, margins } = parser.parse(tokens.map(({ form }) => form));
    const words = tokens.map(({ form, start, end }, index) => ({
      form,
      start,
      end,
      lemma: lemmaOf(form, xpos[index] ?? ''),
      upos: upos[index] ?? 'X',
      xpos: xpos[index] ?? '',
      head: heads[index] ?? -1,
      label: labels[index] ?? 'dep',
      sure: (margins[index] ?? 0) >= SURE_MARGIN,
    }));
    return sentenceTree(mendClauses(mendGerunds(mendTags(words, lemmaOf))));
  };
  return (sentence) => {
    const tree = trees.get(sentence) ?? parse(sentence);
    trees.set(sentence, tree);
    return tree;
  };
}
