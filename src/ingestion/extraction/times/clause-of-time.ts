import type { Span } from '../../../domain/event/mention.ts';
import { hangingOf, isPassive, isPredicate, predicatesAbove } from '../../../parsing/tree/predicate.ts';
import { constituentOf, headOfSpan, roleOf, type SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { VerbGroup } from '../../sentences/verb-groups.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/**
 * The clause that a time stands in, or the clause whose verb the time hangs on: "struck" in "The quake struck on Monday and was
 * centred on an island". The tree counts where it is sure of the time, or where the verb of the nearer clause is no verb by the
 * tree. Else the nearer clause is right more often: parsers hang the time of "said Friday she had left" on "left".
 */
export function clauseOfTime(sentence: SentenceAnalysis, time: Span, at: number): Clause | undefined {
  const { parsed, tree } = sentence;
  const around = tree.at[at];
  const resumed = around === undefined ? null : resumedClause(sentence, around, time, at);
  if (resumed !== null) return resumed;
  const word = parsed === null ? null : headOfSpan(parsed, time);
  if (parsed === null || word === null) return around;
  const verb = around?.verb ?? null;
  const isVerb = verb !== null && isPredicate(parsed, predicateOfVerb(parsed, verb.head));
  const { predicate, noun } = hangingOf(parsed, word);
  const isSure = noun === null && parsed.words[word]?.sure === true;
  const reduced = around === undefined ? null : reducedClause(parsed, around, word, at);
  if (reduced !== null) return reduced;
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

/**
 * The relative clause of a past participle that clause finding left in the clause of its noun: "founded by monks in 1052" in "The
 * abbey, founded by monks in 1052, has a garden". The tree is sure of the time, or no other verb stands between the two.
 */
function reducedClause(tree: SentenceTree, around: Clause, time: number, at: number): Clause | null {
  const { predicate } = hangingOf(tree, time);
  const group = around.others.find(({ head, form }) => head === predicate && /^PA/u.test(form));
  const isReduced = /^(?:acl|advcl)$/u.test(roleOf(tree, predicate)) && isPassive(tree, predicate);
  if (group === undefined || !isReduced) return null;
  const isBetween = (other: VerbGroup | null): boolean =>
    other !== null && other.first > group.last && other.last < at;
  if (tree.words[time]?.sure !== true && [around.verb, ...around.others].some(isBetween)) return null;
  const verb: VerbGroup = { ...group, form: 'PARTICIPLE', passive: true };
  const tokens = constituentOf(tree, predicate);
  const { quoted } = around;
  return { kind: 'RELATIVE', parent: around, opener: null, base: null, quoted, tokens, verb, others: [] };
}

/**
 * The clause that a time between commas goes on with: the one that follows in "While crews fought a fire, *on Tuesday*, a car hit a
 * van", and the one that is said in "A quake hit the island, *on Tuesday*, the office said".
 */
function resumedClause(
  { tokens, tree }: SentenceAnalysis,
  around: Clause,
  { end }: Span,
  at: number,
): Clause | null {
  const before = /^(?:ADP|DET)$/u.test(tokens[at - 1]?.pos ?? '') ? at - 2 : at - 1;
  const after = tokens.findIndex(({ start }) => start >= end);
  if (tokens[before]?.text !== ',' || tokens[after]?.text !== ',') return null;
  const { kind, parent, verb } = around;
  if (verb === null) return null;
  if (kind === 'ADVERBIAL' && parent?.verb != null)
    return verb.last < before && parent.verb.first > after ? parent : null;
  const isSaid = (clause: Clause): boolean =>
    clause.kind === 'COMPLEMENT' && clause.parent === around && clause.verb !== null && !clause.quoted;
  return (
    tree.clauses.find(
      (clause) => isSaid(clause) && (clause.tokens.at(-1) ?? at) <= before && verb.first > after,
    ) ?? null
  );
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
