import type { Span } from '../../domain/event/mention.ts';
import { isFixedTime } from './fixed-time.ts';
import {
  auxiliariesOf,
  type Hanging,
  hangingOf,
  hasTense,
  isInfinitive,
  isPassive,
  isPredicate,
  openerOf,
  predicatesAbove,
} from './predicate.ts';
import { dependentsWith, dependentWith, headOfSpan, roleOf, type SentenceTree } from './sentence-tree.ts';
import { type Tense, tenseOf } from './tense.ts';

/**
 * The form of a predicate. SIMPLE: "opened". COMPOUND: "will open", "was opened". COPULAR: "is ready". INFINITIVE: "to open".
 * PARTICIPLE: "the shop opened in May". GERUND: "opening in May". NONE: a noun or adjective without a verb.
 */
export type VerbForm = 'SIMPLE' | 'COMPOUND' | 'COPULAR' | 'INFINITIVE' | 'PARTICIPLE' | 'GERUND' | 'NONE';

/** A predicate as it tells of time. */
export interface TensedPredicate {
  readonly lemma: string;
  readonly tense: Tense;
  readonly form: VerbForm;
  readonly passive: boolean;
  /** "could" of "could open"; null without a modal verb. */
  readonly modal: string | null;
  /** The family of the predicate's label: `ccomp` for "would open" in "She said it would open". */
  readonly role: string;
}

/** The predicate that a time expression hangs on: "opens" for "17 June" in "The film opens on 17 June". */
export interface Governor extends TensedPredicate {
  readonly tree: SentenceTree;
  /** The predicate's place in the tree, with the noun that the expression describes. */
  readonly hanging: Hanging;
  /** The predicate above: "said" for "would open" in "She said it would open". */
  readonly above: TensedPredicate | null;
  /** Whether the predicate is the expression itself: "The deadline is 1 May". */
  readonly itself: boolean;
  /**
   * The words that tie the expression, or the noun that it describes, to the predicate: "in" for "in a January vote", "due in"
   * for "is due in May", "effective" for "a pact effective 1 May". For the end of a range "from".
   */
  readonly tie: string;
  /** The word that opens the predicate's clause: "after" in "after opening in May"; empty where there is none. */
  readonly opener: string;
  /** Whether the expression is the object of the predicate: "fixed 3 May for the hearing". */
  readonly fixed: boolean;
  /** Whether another clause completes the predicate: "In May they planned to open" tells of a plan made in May. */
  readonly completed: boolean;
  /** "May's vote". */
  readonly possessive: boolean;
  /** The label of the described noun: `obj` for "held a January vote". Null for an expression on the predicate itself. */
  readonly noun: string | null;
  /** The described noun with its own preposition: "vote" and "for" in "a candidate for the January vote". */
  readonly described: { readonly lemma: string; readonly tie: string } | null;
}

/** Looks up the governor of a span of the text; null where no word stands. */
export type GovernorAt = (span: Span) => Governor | null;

export function governorOf(tree: SentenceTree, span: Span): Governor | null {
  const head = headOfSpan(tree, span);
  if (head === null) return null;
  const first = wholeTime(tree, head);
  const hanging = hangingOf(tree, first);
  const { predicate, noun } = hanging;
  const outer = noun === null ? first : outermostNoun(tree, noun);
  const [above] = predicatesAbove(tree, predicate);
  return {
    ...tensedPredicate(tree, predicate),
    tree,
    hanging,
    above: above === undefined ? null : tensedPredicate(tree, above),
    itself: predicate === first,
    tie: tieOf(tree, first, outer, predicate),
    fixed: isFixedTime(tree, first),
    opener: tree.words[openerOf(tree, predicate) ?? -1]?.form.toLowerCase() ?? '',
    completed: dependentWith(tree, predicate, 'xcomp', 'ccomp') !== null,
    possessive: tree.words[first]?.label === 'nmod:poss',
    noun: noun === null ? null : roleOf(tree, outer),
    described:
      noun === null
        ? null
        : { lemma: tree.words[noun]?.lemma ?? '', tie: tieOf(tree, noun, noun, predicate) },
  };
}

function tensedPredicate(tree: SentenceTree, predicate: number): TensedPredicate {
  const { words } = tree;
  const modal = auxiliariesOf(tree, predicate).find((index) => words[index]?.xpos === 'MD');
  return {
    lemma: words[predicate]?.lemma ?? '',
    tense: tenseOf(tree, predicate),
    form: formOf(tree, predicate),
    passive: isPassive(tree, predicate),
    modal: words[modal ?? -1]?.form.toLowerCase() ?? null,
    role: roleOf(tree, predicate),
  };
}

function formOf(tree: SentenceTree, predicate: number): VerbForm {
  if (isInfinitive(tree, predicate)) return 'INFINITIVE';
  if (dependentWith(tree, predicate, 'cop') !== null) return 'COPULAR';
  if (auxiliariesOf(tree, predicate).length > 0) return 'COMPOUND';
  if (hasTense(tree, predicate)) return 'SIMPLE';
  switch (tree.words[predicate]?.xpos) {
    case 'VBN':
      return 'PARTICIPLE';
    case 'VBG':
      return 'GERUND';
    default:
      return 'NONE';
  }
}

/** Words whose time the expression only makes exact: "until 9 a.m. Friday", "in the week of 3 May". */
const OF_TIME =
  /^(?:\d[\d:]*|[ap]\.?m\.?|noon|midnight|[CEMP][DS]T|GMT|UTC|morning|afternoon|evening|night|hours|day|days|week|weekend|month|beginning|start|middle|end|half)$/iu;

/** The head of all the words for one time: "July" for "August" in "in July and August". */
function wholeTime(tree: SentenceTree, word: number): number {
  const head = tree.words[word]?.head ?? -1;
  if (head < 0 || isPredicate(tree, word)) return word;
  const isPart = roleOf(tree, word) === 'conj' || OF_TIME.test(tree.words[head]?.form ?? '');
  return isPart && !isPredicate(tree, head) ? wholeTime(tree, head) : word;
}

/** "plans" for "vote" in "plans for a January vote failed". */
function outermostNoun(tree: SentenceTree, noun: number): number {
  const head = tree.words[noun]?.head ?? -1;
  return head < 0 || isPredicate(tree, noun) || isPredicate(tree, head) ? noun : outermostNoun(tree, head);
}

/** The prepositions of a noun; in "until 9 May" the tree hangs "until" on "9". */
function markersOf(tree: SentenceTree, noun: number): readonly number[] {
  const own = dependentsWith(tree, noun, 'case', 'mark');
  const numbers = dependentsWith(tree, noun, 'nummod');
  return own.length > 0 ? own : numbers.flatMap((number) => dependentsWith(tree, number, 'case', 'mark'));
}

function tieOf(tree: SentenceTree, head: number, outer: number, predicate: number): string {
  const { words } = tree;
  const wordAt = (index: number): string => words[index]?.form.toLowerCase() ?? '';
  const markers = [outer, ...(outer === head ? [] : [head])]
    .map((word) => markersOf(tree, word).map(wordAt).join(' '))
    .filter((tie) => tie !== '');
  const above = words[head]?.head ?? -1;
  const isOnAdjective = above >= 0 && above !== predicate && words[above]?.upos === 'ADJ';
  const tie = isOnAdjective ? wordAt(above) : (markers[0] ?? '');
  const isEnd = /^(?:to|through|until|till)$/u.test(tie);
  const hasStart = dependentsWith(tree, predicate, 'obl', 'nmod').some(
    (index) => index < head && wordAt(dependentWith(tree, index, 'case') ?? -1) === 'from',
  );
  return isEnd && hasStart ? 'from' : tie;
}
