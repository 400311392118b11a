import { subjectOf } from './participants.ts';
import { hangingOf, hasTense, isPassive, isPredicate, openerOf, predicatesAbove } from './predicate.ts';
import { constituentOf, dependentsWith, dependentWith, roleOf, type SentenceTree } from './sentence-tree.ts';

/** Whether a lemma is a verb of saying. */
export type IsSpeech = (lemma: string) => boolean;

/** Who states something. */
export interface Attribution {
  /** The verb of saying; null for "according to". */
  readonly verb: number | null;
  /** The head word of the speaker; null where the text does not name one. */
  readonly speaker: number | null;
}

/**
 * Who states what a predicate says: "the mayor" for "failed" in "The mayor said the talks had failed", "The talks failed,
 * the mayor said" and "The talks failed, according to the mayor". The nearest verb of saying counts.
 */
export function attributionOf(tree: SentenceTree, predicate: number, isSpeech: IsSpeech): Attribution | null {
  let below = predicate;
  let isAside = false;
  for (const at of [predicate, ...predicatesAbove(tree, predicate)]) {
    if (at !== predicate && says(tree, at, isSpeech) && isContent(tree, below))
      return isAside && at < predicate ? null : attribution(tree, at);
    const aside = dependentsWith(tree, at, 'parataxis', 'discourse').find(
      (index) =>
        index !== below && says(tree, index, isSpeech) && dependentWith(tree, index, 'ccomp', 'obj') === null,
    );
    if (aside !== undefined) return attribution(tree, aside);
    isAside ||= tellsAside(tree, at);
    below = at;
  }
  const speaker = sourceOf(tree, predicate) ?? sourceAtEnd(tree, predicate, isSpeech);
  return speaker === null ? null : { verb: null, speaker };
}

/**
 * The source after "according to": of the whole sentence at its start or end, and else of the predicate that it hangs on, with
 * all below. Parsers hang a source at the end on the nearest noun.
 */
function sourceOf(tree: SentenceTree, predicate: number): number | null {
  const around = new Set([predicate, ...predicatesAbove(tree, predicate)]);
  const sources = [...tree.words.keys()].filter((index) =>
    dependentsWith(tree, index, 'case', 'mark').some((word) =>
      /^according$/iu.test(tree.words[word]?.form ?? ''),
    ),
  );
  return (
    sources.find((index) => {
      const place = constituentOf(tree, index);
      const isAtEdge = place[0] === 0 || (place.at(-1) ?? 0) >= lastWordOf(tree);
      const { predicate: above } = hangingOf(tree, index);
      return isAtEdge || around.has(above) || dependentsWith(tree, predicate, 'conj').includes(above);
    }) ?? null
  );
}

/**
 * The source that ends a sentence after a comma, in words of saying that the parser takes for something else: "…, *NAN* reports",
 * "…, *Hart and Orr* reported".
 */
function sourceAtEnd({ words }: SentenceTree, predicate: number, isSpeech: IsSpeech): number | null {
  const verb = words.findLastIndex(({ upos }) => upos !== 'PUNCT');
  const comma = words.findLastIndex(({ form }, index) => form === ',' && index < verb);
  const between = words.slice(comma + 1, verb);
  const isNamed =
    between.length > 0 && between.every(({ upos }) => /^(?:ADJ|CCONJ|DET|NOUN|PROPN)$/u.test(upos));
  const isSource =
    isSpeech(words[verb]?.lemma ?? '') && /(?:s|ed|said|told|wrote)$/u.test(words[verb]?.form ?? '');
  return isNamed && isSource && words[verb - 1]?.upos !== 'DET' && comma > predicate ? verb - 1 : null;
}

/** The last word that is no punctuation mark. */
const lastWordOf = ({ words }: SentenceTree): number => words.findLastIndex(({ upos }) => upos !== 'PUNCT');

const OF_TIME = /^(?:after|as|before|since|when|while)$/iu;

/**
 * Whether a clause inside another is the writer's own: "She said the ship, which *sank* in May, was old", "She said she left
 * when it *sank*". After "…, she said" such clauses are hers too.
 */
const tellsAside = (tree: SentenceTree, index: number): boolean =>
  tree.words[index]?.label === 'acl:relcl' ||
  (roleOf(tree, index) === 'advcl' &&
    hasTense(tree, index) &&
    OF_TIME.test(tree.words[openerOf(tree, index) ?? -1]?.form ?? ''));

const says = ({ words }: SentenceTree, index: number, isSpeech: IsSpeech): boolean =>
  isSpeech(words[index]?.lemma ?? '');

/** Whether a clause is what the verb above it says: "is said to *own*", not "after he *spoke*" or "vowed to *pay*". */
const isContent = (tree: SentenceTree, index: number): boolean => {
  const role = roleOf(tree, index);
  if (role === 'xcomp') return isPassive(tree, tree.words[index]?.head ?? -1);
  return role === 'ccomp' || role === 'parataxis' || role === 'csubj';
};

const attribution = (tree: SentenceTree, verb: number): Attribution => ({
  verb,
  speaker: subjectOf(tree, verb)?.word ?? null,
});

/** The predicate that a verb of saying reports: "failed" for "said" in "The talks failed, the mayor said". */
export function contentOf(tree: SentenceTree, verb: number): number | null {
  const below = dependentWith(tree, verb, 'ccomp') ?? dependentWith(tree, verb, 'parataxis', 'xcomp');
  if (below !== null) return below;
  const head = tree.words[verb]?.head ?? -1;
  return roleOf(tree, verb) === 'parataxis' && head >= 0 && isPredicate(tree, head) ? head : null;
}
