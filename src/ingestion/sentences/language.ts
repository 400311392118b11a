import { readTokens } from './read-tokens.ts';
import type { Language, TaggedWord } from './sentence.ts';
import { splitSentences } from './split-sentences.ts';

export type { Language, Sentence, Token } from './sentence.ts';

/**
 * Loads the language model: wink-nlp with wink-eng-lite-web-model, for sentence boundaries and parts of speech.
 *
 * @NOTE Why wink. On five news articles (3,000 words, one core, Node 24) wink reads about 220,000 words a second and
 * compromise 14.17 about 10,000. Both load in 0.3 to 0.5 s. Compromise merges sentences across a closing quotation mark
 * (`worsened.” And now …`). Wink does so at `in.” Pointing` and splits at `blocked...but`, which `split-sentences.ts`
 * repairs. Of the finite verbs that extraction needs, both mistake about one in fifty.
 */
export async function openLanguage(): Promise<Language> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  const tagLine = (line: string): readonly TaggedWord[] => {
    const document = nlp.readDoc(line);
    const tokens = document.tokens();
    const tags = tokens.out(its.pos);
    /** The package's types refuse `its.lemma` here, though its documentation and code allow it. */
    const lemmas: readonly string[] = Reflect.apply(tokens.out, tokens, [its.lemma]);
    const lasts = new Set(
      document
        .sentences()
        .out(its.span)
        .map((span) => span[1]),
    );
    return tokens.out().map((text, index) => ({
      text,
      pos: tags[index],
      lemma: lemmas[index],
      endsSentence: lasts.has(index),
    }));
  };
  return { read: (text) => splitSentences(text, readTokens(text, tagLine)) };
}
