import type { Mention } from '../../domain/event/mention.ts';
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
  { kind, clause, verb }: DatedStatement,
  { titleKind, modality }: Pick<Mention, 'titleKind' | 'modality'>,
): boolean {
  const isPast = modality === 'ASSERTED' || modality === 'REPORTED';
  if (kind === 'PURPOSE' && verb?.form === 'GERUND' && isPast) return titleKind === 'EDITED';
  if (titleKind !== 'SENTENCE') return true;
  if (kind === 'NOUN') return false;
  if (verb === null || parsed === null) return true;
  const { kind: kindOfClause, opener } = clause.kind === 'COORDINATE' ? (clause.base ?? clause) : clause;
  if (kindOfClause === 'ADVERBIAL') return !APART.test(tokens[opener ?? -1]?.lower ?? '');
  return kindOfClause !== 'RELATIVE' || nounDescribedBy(parsed, predicateOfVerb(parsed, verb.head)) === null;
}

/** Words that open a clause whose act has another time than the main act. */
const APART = /^(?:before|since|than|till|until)$/u;
