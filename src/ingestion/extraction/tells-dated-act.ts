import type { Mention, Span } from '../../domain/event/mention.ts';
import { hangingOf } from '../../parsing/tree/predicate.ts';
import { headOfSpan, headsOf, roleOf, type SentenceTree } from '../../parsing/tree/sentence-tree.ts';
import { predicateOfVerb } from './actors/subject-in-tree.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedStatement } from './times/dated-statement.ts';
import { nounDescribedBy } from './titles/nouns/noun-phrase-title.ts';

/**
 * Whether a title tells the act that is dated. A whole sentence tells its main act alone: "She praised the treaty that was signed in
 * 2015" is no title for the signing, "He has sung since he left in May" none for the leaving, and "Anger over the July vote grew"
 * none for the vote. "He was found guilty of driving drunk in May" names a verdict, and is no title for the driving.
 */
export function tellsDatedAct(
  { parsed, tokens }: SentenceAnalysis,
  { kind, clause, verb, resolution }: DatedStatement,
  { titleKind, modality }: Pick<Mention, 'titleKind' | 'modality'>,
): boolean {
  const isPast = modality === 'ASSERTED' || modality === 'REPORTED';
  if (kind === 'PURPOSE' && verb?.form === 'GERUND' && isPast) return titleKind === 'EDITED';
  if (parsed !== null && isOfMember(parsed, resolution.timex)) return false;
  if (titleKind !== 'SENTENCE') return true;
  if (kind === 'NOUN') return false;
  if (verb === null || parsed === null) return true;
  const { kind: kindOfClause, opener } = clause.kind === 'COORDINATE' ? (clause.base ?? clause) : clause;
  if (kindOfClause === 'ADVERBIAL') return !APART.test(tokens[opener ?? -1]?.lower ?? '');
  return kindOfClause !== 'RELATIVE' || nounDescribedBy(parsed, predicateOfVerb(parsed, verb.head)) === null;
}

/** Words that open a clause whose act has another time than the main act. */
const APART = /^(?:because|before|since|so|than|till|until)$/u;

/** Whether a time is that of one of several things: "The two plans, the *first* of May and the second of June, failed". */
function isOfMember(tree: SentenceTree, timex: Span): boolean {
  const time = headOfSpan(tree, timex);
  if (time === null) return false;
  const above = headsOf(tree, time);
  const { predicate } = hangingOf(tree, time);
  return above
    .slice(0, Math.max(0, above.indexOf(predicate)))
    .some((index) => MEMBER.test(tree.words[index]?.form ?? '') && roleOf(tree, index) === 'appos');
}

const MEMBER = /^(?:first|second|third|last|latter|former|latest|one|other)$/iu;
