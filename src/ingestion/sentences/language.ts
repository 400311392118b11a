import type { Parser } from '../../parsing/create-parser.ts';
import type { LemmaOf } from '../../parsing/lemma.ts';
import { createParseSentence } from '../../parsing/parse-sentence.ts';
import type { TextSentence } from '../../parsing/split-sentences.ts';
import type { PartOfSpeech, Sentence, Token } from './sentence.ts';

/** Tags the words of English sentences. Slicing the text at a token's positions gives that token. */
export interface Language {
  /** Tags the words, for a third of the work of a tree. */
  tag(sentence: TextSentence): Sentence;
  /** Tags the words and adds the tree. The tokens are the words of the tree. */
  parse(sentence: TextSentence): Sentence;
}

export function createLanguage(parser: Parser, lemmaOf: LemmaOf): Language {
  const parseSentence = createParseSentence(parser, lemmaOf);
  return {
    tag({ start, end, tokens }) {
      const { upos, xpos } = parser.tag(tokens.map(({ form }) => form));
      const tagged = tokens.map((token, index): Token => {
        const tag = xpos[index] ?? '';
        return tokenOf({ ...token, upos: upos[index] ?? 'X', xpos: tag, lemma: lemmaOf(token.form, tag) });
      });
      return { start, end, tokens: tagged, parsed: null };
    },
    parse(sentence) {
      const parsed = parseSentence(sentence);
      return { start: sentence.start, end: sentence.end, tokens: parsed.words.map(tokenOf), parsed };
    },
  };
}

interface TaggedWord {
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
}

const tokenOf = ({ form, start, end, upos, xpos, lemma }: TaggedWord): Token => ({
  text: form,
  lower: form.toLowerCase(),
  start,
  end,
  /** In "Supreme Court" the treebanks tag the adjective ADJ and NNP: it is a part of the name. */
  pos: upos === 'ADJ' && xpos === 'NNP' ? 'PROPN' : isTag(upos) ? upos : 'X',
  lemma,
});

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
