import type { Span } from '../../../domain/event/mention.ts';
import { hangingOf, isPredicate, predicatesAbove } from '../../../parsing/tree/predicate.ts';
import { headOfSpan, type SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import type { Clause } from '../../sentences/clause.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/**
 * The clause that a time stands in, or the clause whose verb the time hangs on: "struck" in "The quake struck on Monday and was
 * centred on an island". The tree counts where it is sure of the time, or where the verb of the nearer clause is no verb by the
 * tree. Else the nearer clause is right more often: parsers hang the time of "said Friday she had left" on "left".
 */
export function clauseOfTime({ parsed, tree }: SentenceAnalysis, time: Span, at: number): Clause | undefined {
  const around = tree.at[at];
  const word = parsed === null ? null : headOfSpan(parsed, time);
  if (parsed === null || word === null) return around;
  const verb = around?.verb ?? null;
  const isVerb = verb !== null && isPredicate(parsed, predicateOfVerb(parsed, verb.head));
  const { predicate, noun } = hangingOf(parsed, word);
  const isSure = noun === null && parsed.words[word]?.sure === true;
  if (isVerb && (!isSure || followsVerb(parsed, word, verb.last))) return around;
  const above = isVerb ? [] : predicatesAbove(parsed, predicate);
  for (const wanted of [predicate, ...above]) {
    const clause = tree.clauses.find(
      (each) => each.verb !== null && predicateOfVerb(parsed, each.verb.head) === wanted,
    );
    /** "In May, as the snow melted, the river rose": the time stands before such a clause. */
    if (clause !== undefined && (clause.opener ?? -1) <= at) return clause;
  }
  return around;
}

/** "said *Friday*", "said *on Friday*". */
const followsVerb = ({ words }: SentenceTree, time: number, verb: number): boolean =>
  time === verb + 1 || (time === verb + 2 && words[verb + 1]?.upos === 'ADP');

/** Whether the tree is sure that a time hangs on a verb: "relax" in "The mood began to relax in May". */
export function hangsOn({ parsed }: SentenceAnalysis, time: Span, verb: number): boolean {
  const word = parsed === null ? null : headOfSpan(parsed, time);
  if (parsed === null || word === null || parsed.words[word]?.sure !== true) return false;
  const { predicate, noun } = hangingOf(parsed, word);
  return noun === null && predicate === predicateOfVerb(parsed, verb);
}
