import type { TreeWord } from './tree/sentence-tree.ts';

/** Verbs that have a gerund for their object: "recommended opening talks". */
const WITH_GERUND = /^(?:advise|advocate|consider|contemplate|propose|recommend|suggest|urge)$/u;

/**
 * Gives a gerund its object where the parser takes it for a part of the object's name: "recommended *opening* talks in May". A
 * time behind the object then hangs on the gerund: the talks are to open in May.
 */
export function mendGerunds(words: readonly TreeWord[]): readonly TreeWord[] {
  const at = words.findIndex((_, index) => isMisread(words, index));
  if (at === -1) return words;
  const { head: object = -1 } = words[at] ?? {};
  const verb = at - 1;
  const mended = words.map((word, index): TreeWord => {
    if (index === at) return { ...word, head: verb, label: 'xcomp' };
    if (index === object) return { ...word, head: at };
    const follows = index > object && word.head === verb && /^obl(?::|$)/u.test(word.label);
    return follows ? { ...word, head: at } : word;
  });
  return mendGerunds(mended);
}

/** A gerund beside such a verb, which the parser hangs on the verb's object. */
function isMisread(words: readonly TreeWord[], index: number): boolean {
  const [verb, word] = [words[index - 1], words[index]];
  const object = words[word?.head ?? -1];
  return (
    verb?.upos === 'VERB' &&
    WITH_GERUND.test(verb.lemma) &&
    word?.xpos === 'VBG' &&
    /^(?:amod|compound)$/u.test(word.label) &&
    word.head > index &&
    object?.label === 'obj' &&
    object.head === index - 1
  );
}
