import type { Span } from '../../../domain/event/mention.ts';
import { hangingOf, isPredicate, predicatesAbove } from '../../../parsing/tree/predicate.ts';
import { headOfSpan } from '../../../parsing/tree/sentence-tree.ts';
import type { Clause } from '../../sentences/clause.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/**
 * The clause that a time stands in. Where the verb of that clause is no verb by the sentence's tree, it is the clause whose
 * verb the time hangs on: that of "took" in "took a loss from discontinued operations in May". Of two verbs the nearer clause
 * is right more often: parsers hang the time of "said Friday she had left" on "left".
 */
export function clauseOfTime({ parsed, tree }: SentenceAnalysis, time: Span, at: number): Clause | undefined {
  const around = tree.at[at];
  const word = parsed === null ? null : headOfSpan(parsed, time);
  if (parsed === null || word === null) return around;
  const verb = around?.verb ?? null;
  if (verb !== null && isPredicate(parsed, predicateOfVerb(parsed, verb.head))) return around;
  const { predicate } = hangingOf(parsed, word);
  for (const wanted of [predicate, ...predicatesAbove(parsed, predicate)]) {
    const clause = tree.clauses.find(
      (each) => each.verb !== null && predicateOfVerb(parsed, each.verb.head) === wanted,
    );
    if (clause !== undefined) return clause;
  }
  return around;
}
