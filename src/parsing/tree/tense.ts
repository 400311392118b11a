import { PLANS, PROPOSALS } from './plan-words.ts';
import { auxiliariesOf } from './predicate.ts';
import { dependentsWith, roleOf, type SentenceTree } from './sentence-tree.ts';

/** When something happens, as its verb tells it. */
export interface Tense {
  /** FUTURE also for plans: "is to open", "plans to open", "was due to open". NONE: a noun without a verb. */
  readonly time: 'PAST' | 'PRESENT' | 'FUTURE' | 'NONE';
  /** PAST for a future seen from the past: "would open", "planned to open". */
  readonly from: 'PAST' | 'PRESENT';
  /** "has opened", "had opened", "will have opened". */
  readonly perfect: boolean;
  /** "is opening". */
  readonly progressive: boolean;
}

type Aspect = Pick<Tense, 'perfect' | 'progressive'>;

const SIMPLE: Aspect = { perfect: false, progressive: false };
const tense = (time: Tense['time'], from: Tense['from'], aspect: Aspect = SIMPLE): Tense => ({
  ...aspect,
  time,
  from,
});

const AHEAD = /^(?:will|shall|wo|'ll|’ll|ll|would|'d|’d)$/iu;
const PAST_MODALS = /^(?:would|could|might|should|'d|’d)$/iu;

/** The tense of a predicate. A predicate without one of its own has that of the clause above it. */
export function tenseOf(tree: SentenceTree, predicate: number): Tense {
  const { words } = tree;
  const auxiliaries = auxiliariesOf(tree, predicate);
  const first = words[auxiliaries[0] ?? predicate];
  if (first === undefined) return tense('NONE', 'PRESENT');
  const last = auxiliaries.length > 0 ? words[predicate] : undefined;
  const aspect = {
    perfect: auxiliaries.some((index) => words[index]?.lemma === 'have') && last?.xpos !== 'VB',
    progressive: last?.xpos === 'VBG',
  };
  const from =
    first.xpos === 'VBD' || (first.xpos === 'MD' && PAST_MODALS.test(first.form)) ? 'PAST' : 'PRESENT';
  /** "is to open": the auxiliary stands before "to". */
  if (
    hasTo(tree, predicate) &&
    auxiliaries.length > 0 &&
    /^VB[DZP]$/u.test(first.xpos) &&
    first.lemma === 'be'
  )
    return tense('FUTURE', from);
  switch (first.xpos) {
    case 'MD':
      return tense(AHEAD.test(first.form) ? 'FUTURE' : 'PRESENT', from, aspect);
    case 'VBD':
      return tense('PAST', 'PRESENT', aspect);
    case 'VBZ':
    case 'VBP':
      return tense('PRESENT', 'PRESENT', aspect);
    default:
      return fromAbove(tree, predicate, aspect);
  }
}

const isBareForm = (tree: SentenceTree, predicate: number): boolean =>
  tree.words[auxiliariesOf(tree, predicate)[0] ?? predicate]?.xpos === 'VB';

const hasTo = (tree: SentenceTree, predicate: number): boolean =>
  dependentsWith(tree, predicate, 'mark').some((index) => tree.words[index]?.xpos === 'TO');

/** The tense of an infinitive, a participle or a verbless clause. */
function fromAbove(tree: SentenceTree, predicate: number, aspect: Aspect): Tense {
  const word = tree.words[predicate];
  const head = word?.head ?? -1;
  const role = roleOf(tree, predicate);
  if (word === undefined || head < 0 || role === 'parataxis') return bareTense(word?.xpos);
  /** "to sign", "demanded that he sign". */
  const isBase =
    hasTo(tree, predicate) || (role !== 'xcomp' && role !== 'conj' && isBareForm(tree, predicate));
  if (role === 'acl') {
    if (isBase) return tense('FUTURE', 'PRESENT', aspect);
    return word.xpos === 'VBN' && auxiliariesOf(tree, predicate).length === 0
      ? tense('PAST', 'PRESENT', aspect)
      : sameAs(tree, head, aspect);
  }
  const above = sameAs(tree, head, aspect);
  const isPlanned = isAhead(tree, head);
  if (role === 'conj') return above;
  /** "suggested opening", "plans opening". */
  const isGerund = role === 'xcomp' && word.xpos === 'VBG';
  if ((isBase && (isPlanned || role === 'advcl')) || (isGerund && isPlanned))
    return tense('FUTURE', above.time === 'PAST' ? 'PAST' : above.from, aspect);
  return above;
}

const isAhead = ({ words }: SentenceTree, head: number): boolean =>
  [words[head]?.lemma, words[head]?.form.toLowerCase()].some(
    (name = '') => PLANS.has(name) || PROPOSALS.has(name),
  );

/** The tense of the clause in which a word above stands, which may be a noun. */
function sameAs(tree: SentenceTree, head: number, { perfect, progressive }: Aspect): Tense {
  const above = tenseOf(tree, head);
  return { ...above, perfect: perfect || above.perfect, progressive };
}

/** Of a root without an auxiliary: "Killed in May: three men", "Opening on Friday". */
const bareTense = (xpos: string | undefined): Tense =>
  tense(xpos === 'VBN' ? 'PAST' : xpos === 'VB' ? 'PRESENT' : 'NONE', 'PRESENT');
