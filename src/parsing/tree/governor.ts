import type { Span } from '../../domain/event/mention.ts';
import { auxiliariesOf, hangingOf, isPredicate, predicatesAbove } from './predicate.ts';
import { dependentsWith, dependentWith, headOfSpan, roleOf, type SentenceTree } from './sentence-tree.ts';
import { type Tense, tenseOf } from './tense.ts';

/** The predicate that a time expression hangs on: "opens" for "17 June" in "The film opens on 17 June". */
export interface Governor {
  readonly lemma: string;
  readonly tense: Tense;
  /** "could" of "could open"; null without a modal verb. */
  readonly modal: string | null;
  /** The label of the predicate: `ccomp` for "would open" in "She said it would open". */
  readonly role: string;
  /** A participle without an auxiliary: "scheduled" in "the talks scheduled for May". */
  readonly participle: boolean;
  /** Whether the predicate is the expression itself: "The deadline is 1 May". */
  readonly itself: boolean;
  /** The tense of the predicate above: that of "said" for "would open". */
  readonly above: Tense | null;
  /**
   * The words that tie the expression, or the noun that it describes, to the predicate: "in" for "in a January vote", "due in"
   * for "is due in May", "effective" for "a pact effective 1 May". Of a range from one day to another: "from".
   */
  readonly tie: string;
  /** The label of the described noun: `obj` for "held a January vote". Null for an expression on the predicate itself. */
  readonly noun: string | null;
}

/** Looks up the governor of a span of the text; null where no word stands. */
export type GovernorAt = (span: Span) => Governor | null;

export function governorOf(tree: SentenceTree, span: Span): Governor | null {
  const { words } = tree;
  const head = headOfSpan(tree, span);
  if (head === null) return null;
  const first = firstConjunct(tree, head);
  const { predicate, noun } = hangingOf(tree, first);
  const outer = noun === null ? first : outermostNoun(tree, noun);
  const auxiliaries = auxiliariesOf(tree, predicate);
  const modal = auxiliaries.find((index) => words[index]?.xpos === 'MD');
  const [above] = predicatesAbove(tree, predicate);
  return {
    lemma: words[predicate]?.lemma ?? '',
    tense: tenseOf(tree, predicate),
    modal: words[modal ?? -1]?.form.toLowerCase() ?? null,
    role: roleOf(tree, predicate),
    participle: words[predicate]?.xpos === 'VBN' && auxiliaries.length === 0,
    itself: predicate === first,
    above: above === undefined ? null : tenseOf(tree, above),
    tie: tieOf(tree, first, outer, predicate),
    noun: noun === null ? null : roleOf(tree, outer),
  };
}

/** "July" for "August" in "in July and August". */
function firstConjunct(tree: SentenceTree, word: number): number {
  const head = tree.words[word]?.head ?? -1;
  return head >= 0 && roleOf(tree, word) === 'conj' && !isPredicate(tree, word)
    ? firstConjunct(tree, head)
    : word;
}

/** "plans" for "vote" in "plans for a January vote failed". */
function outermostNoun(tree: SentenceTree, noun: number): number {
  const head = tree.words[noun]?.head ?? -1;
  return head < 0 || isPredicate(tree, noun) || isPredicate(tree, head) ? noun : outermostNoun(tree, head);
}

function tieOf(tree: SentenceTree, head: number, outer: number, predicate: number): string {
  const { words } = tree;
  const formOf = (index: number): string => words[index]?.form.toLowerCase() ?? '';
  const markers = [outer, ...(outer === head ? [] : [head])]
    .map((word) => dependentsWith(tree, word, 'case', 'mark').map(formOf).join(' '))
    .filter((tie) => tie !== '');
  const above = words[head]?.head ?? -1;
  const isOnAdjective = above >= 0 && above !== predicate && words[above]?.upos === 'ADJ';
  const tie = isOnAdjective ? formOf(above) : (markers[0] ?? '');
  const isEnd = /^(?:to|through|until|till)$/u.test(tie);
  const hasStart = dependentsWith(tree, predicate, 'obl', 'nmod').some(
    (index) => index < head && formOf(dependentWith(tree, index, 'case') ?? -1) === 'from',
  );
  return isEnd && hasStart ? 'from' : tie;
}
