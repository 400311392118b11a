import type { Modality } from '../../../domain/event/mention.ts';
import { dayBoundsOf } from '../../../domain/time/event-date.ts';
import { attributionOf, type IsSpeech } from '../../../parsing/tree/attribution.ts';
import { modalityOf as modalityInTree } from '../../../parsing/tree/modality.ts';
import { PLANS } from '../../../parsing/tree/plan-words.ts';
import { predicatesAbove } from '../../../parsing/tree/predicate.ts';
import { dependentsWith, roleOf, type SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { VerbGroup } from '../../sentences/verb-groups.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';

/**
 * UNREAL: denied, possible, proposed or on a condition. PLANNED: wholly after the anchor, or intended for a day that is not
 * over. REPORTED: said by a person in the text. ASSERTED: stated by the article itself, or an act of saying. The sentence's
 * tree decides; a sentence too long for a tree has only its date and its quotation marks.
 */
export function modalityOf(
  sentence: SentenceAnalysis,
  { kind, clause, verb, noun, resolution }: DatedStatement,
  anchorDay: number,
  { speech }: Lexicon,
): Modality {
  const { earliestDay, latestDay } = dayBoundsOf(resolution.date);
  const { parsed } = sentence;
  const isAhead = earliestDay > anchorDay;
  if (kind === 'NOUN' || verb === null || parsed === null) {
    if (parsed !== null && noun !== null && isCalledOff(parsed, noun.head)) return 'UNREAL';
    if (isAhead) return 'PLANNED';
    return clause.quoted && noun === null ? 'REPORTED' : 'ASSERTED';
  }
  const isSpeech = (lemma: string): boolean => speech.has(lemma);
  const predicate = predicateOfVerb(parsed, verb.head);
  const isReported =
    clause.quoted ||
    (isSaid(clause, isSpeech) && !leads(parsed, predicate, clause)) ||
    attributionOf(parsed, predicate, isSpeech) !== null ||
    isAlleged(parsed, predicate);
  const read = modalityInTree(parsed, predicate, isSpeech);
  const isIdiomatic = isIdiom(sentence, read.word);
  const isWould = read.kind === 'WOULD' && !isIdiomatic;
  /** Where the tree is not sure of what a verb governs, clause finding must see the same. */
  const isContent = clause.kind === 'COMPLEMENT' && clause.parent?.verb?.head === read.word;
  const isPlaced = parsed.words[predicate]?.sure === true || isContent;
  const isSure = (isPlaced || verb.form === 'MODAL') && !isIdiomatic;
  if (isSure && (read.kind === 'UNREAL' || (isWould && !isReported))) return 'UNREAL';
  const isMeant = read.kind === 'PLANNED' || isWould || isPlan(parsed, predicate, verb, isSpeech);
  if (isAhead || (isMeant && latestDay >= anchorDay)) return 'PLANNED';
  return isReported ? 'REPORTED' : 'ASSERTED';
}

/** "It was *not until* Tuesday that" denies nothing, and "*would-be* robbers" are robbers. */
const isIdiom = ({ tokens }: SentenceAnalysis, word: number | null): boolean =>
  word !== null && /^(?:until|till|-)$/u.test(tokens[word + 1]?.lower ?? '');

/**
 * "is *expected* to open today", "*plan* to push the bill this spring": the verb itself names a plan, and no act of saying. A
 * vote or an order without "to" is no plan.
 */
function isPlan(
  tree: SentenceTree,
  predicate: number,
  { form, passive, first, last }: VerbGroup,
  isSpeech: IsSpeech,
): boolean {
  const lemma = tree.words[predicate]?.lemma ?? '';
  const isPresent = (form === 'PRESENT' || form === 'BASE') && first === last && !isSpeech(lemma);
  const isDone = /^(?:agree|arrange|decide|instruct|order|resolve|threaten|vote)$/u.test(lemma);
  const isMeant = !isDone || dependentsWith(tree, predicate, 'xcomp').length > 0;
  return (passive || isPresent) && PLANS.has(lemma) && isMeant;
}

/** Whether clause finding has a clause as the content of a verb of saying, or as going on with it: "The ship sank, the navy said". */
const isSaid = ({ kind, parent, base }: Clause, isSpeech: IsSpeech): boolean =>
  kind === 'COORDINATE' && base !== null
    ? isSaid(base, isSpeech)
    : kind === 'COMPLEMENT' && parent?.verb != null && isSpeech(parent.verb.lemma);

/** "A video released on Monday *shows* the fire": the head of the whole sentence is not said by a participle before it. */
const leads = ({ words }: SentenceTree, predicate: number, { parent }: Clause): boolean =>
  words[predicate]?.head === -1 && (parent?.verb?.first ?? predicate) < predicate;

const HEARSAY = /^(?:reportedly|allegedly|purportedly|supposedly|apparently)$/iu;
const ALLEGATIONS: ReadonlySet<string> = new Set(
  'accuse blame charge suspect convict guilty accusation allegation claim charge suspicion'.split(' '),
);

/** "*allegedly* robbed", "was accused of *robbing*", "the claim that he *robbed*": an act that others allege. */
function isAlleged(tree: SentenceTree, predicate: number): boolean {
  const { words, dependents } = tree;
  if ((dependents[predicate] ?? []).some((index) => HEARSAY.test(words[index]?.form ?? ''))) return true;
  const head = words[predicate]?.head ?? -1;
  if (roleOf(tree, predicate) === 'conj' && head >= 0) return isAlleged(tree, head);
  const isContent = words[predicate]?.label !== 'acl:relcl' && words[predicate]?.xpos !== 'VBN';
  return (
    isContent &&
    [head, ...predicatesAbove(tree, predicate).slice(0, 1)].some((above) =>
      ALLEGATIONS.has(words[above]?.lemma ?? ''),
    )
  );
}

const CALLED_OFF: ReadonlySet<string> = new Set('abandon avert avoid cancel prevent scrap shelve'.split(' '));

/** "cancelled the May *talks*", "the May *talks* were called off". */
function isCalledOff({ words }: SentenceTree, noun: number): boolean {
  const { head = -1, label = '' } = words[noun] ?? {};
  const isObject = label === 'obj' || label === 'nsubj:pass';
  const isCall =
    words[head]?.lemma === 'call' && words.some((word) => word.head === head && /^off$/iu.test(word.form));
  return isObject && (isCall || CALLED_OFF.has(words[head]?.lemma ?? ''));
}
