import { requireEdtf } from '../../../domain/time/read-edtf.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedResolution, DatedStatement } from './dated-statement.ts';

/** Certainty that a time also dates these other clauses. */
const ATTACHMENT = { EXPLAINED: 0.9, IN_FRONT: 0.8 };

/** "in 2014, when Moscow annexed Crimea and fighting broke out": the statements of a time's own `when` clauses. */
export function explainedBy(
  { tokens, next, tree }: SentenceAnalysis,
  resolution: DatedResolution,
  clause: Clause,
): readonly DatedStatement[] {
  let at = tokens.findLastIndex(({ start }) => start < resolution.timex.end);
  at = next[at] ?? tokens.length;
  if (tokens[at]?.text === ',') at = next[at] ?? tokens.length;
  if (tokens[at]?.lower !== 'when') return [];
  const when = tree.clauses.find(({ opener }) => opener === at);
  if (when === undefined || when === clause) return [];
  const named = asNamed(resolution);
  if (named === null) return [];
  const explaining = tree.clauses.filter((other) => other === when || other.base === when);
  return explaining.flatMap((other) => statementOf(other, named, ATTACHMENT.EXPLAINED));
}

/** "since May, when the mine closed": the mine closed in May. Null where the words name no day, month or year. */
export function asNamed(resolution: DatedResolution): DatedResolution | null {
  const { date, timex } = resolution;
  if (date.role !== 'AFTER' && date.role !== 'BEFORE') return resolution;
  return /^\d{4}(?:-\d\d){0,2}$/u.test(timex.value)
    ? { ...resolution, date: requireEdtf(timex.value) }
    : null;
}

/** "On Monday Iran seized a tanker and Britain condemned it": a time in front also dates the coordinate clauses. */
export function coordinated(
  { tree, skipped }: SentenceAnalysis,
  resolution: DatedResolution,
  clause: Clause,
  at: number,
): readonly DatedStatement[] {
  const isInFront = clause.verb !== null && clause.tokens.every((index) => index >= at || skipped[index]);
  if (!isInFront || clause.kind !== 'MAIN') return [];
  const further = tree.clauses.filter(
    (other) =>
      other.base === clause && other.opener !== null && !other.tokens.some((index) => skipped[index]),
  );
  return further.flatMap((other) => statementOf(other, resolution, ATTACHMENT.IN_FRONT));
}

const statementOf = (
  clause: Clause,
  resolution: DatedResolution,
  attachment: number,
): readonly DatedStatement[] =>
  clause.verb === null
    ? []
    : [{ kind: 'CLAUSE', clause, verb: clause.verb, noun: null, via: null, resolution, attachment }];
