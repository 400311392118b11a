import { auxiliariesOf, hasTense, openerOf } from '../../../parsing/tree/predicate.ts';
import { dependentWith, roleOf, type SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import { isFiniteForm, type VerbGroup } from '../../sentences/verb-groups.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';
import { titleTokens } from './title-tokens.ts';
import type { KeptWords } from './whole-constituents.ts';

/** Whether a title has a verb that stands by itself: that of its clause, or for a purpose the verb that it depends on. */
export function hasFiniteVerb(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  kept: KeptWords | null,
): boolean {
  if (isBareParticiple(sentence, statement)) return false;
  if (statement.kind === 'CLAUSE' && kept !== null && isFiniteInTree(kept)) return true;
  const standsAlone = (group: VerbGroup | null): boolean =>
    group !== null && (isFiniteForm(group) || group.form === 'BASE');
  if (statement.kind === 'CLAUSE') return standsAlone(statement.clause.verb);
  return titleTokens(sentence, statement).indices.some((index) =>
    standsAlone(sentence.groupAt[index] ?? null),
  );
}

/** "The driver *killed* on Monday crossed a line": the noun is the subject of another verb. */
const isSubjectOfOther = (tree: SentenceTree, noun: number): boolean =>
  roleOf(tree, noun) === 'nsubj' && hasTense(tree, tree.words[noun]?.head ?? -1);

/** "Workers *finished* the dike": a form that may be a participle, with a subject of its own. */
function isFiniteInTree({ tree, predicate, kept }: KeptWords): boolean {
  const isMain = /^(?:root|conj|ccomp|advcl)$/u.test(roleOf(tree, predicate));
  const subject = dependentWith(tree, predicate, 'nsubj');
  return isMain && hasTense(tree, predicate) && subject !== null && kept.has(subject);
}

/** "a letter *published* on Monday", "was found *abandoned*": the tree sees a verb form without a tense of its own. */
function isBareParticiple({ parsed }: SentenceAnalysis, { clause }: DatedStatement): boolean {
  if (parsed === null || clause.verb === null) return false;
  const predicate = predicateOfVerb(parsed, clause.verb.head);
  const role = roleOf(parsed, predicate);
  const noun = parsed.words[predicate]?.head ?? -1;
  /** "Under *an accord signed* yesterday", "The climber, *described* as …": no verb of its own follows such a noun. */
  const isDescribed =
    clause.kind === 'RELATIVE' ||
    dependentWith(parsed, noun, 'case') !== null ||
    isSubjectOfOther(parsed, noun) ||
    parsed.words[predicate - 1]?.form === ',';
  /** "as *planned*". */
  const opener = parsed.words[openerOf(parsed, predicate) ?? -1]?.form;
  const isAside =
    role === 'advcl' && opener?.toLowerCase() === 'as' && dependentWith(parsed, predicate, 'nsubj') === null;
  const isDependent = role === 'xcomp' || isAside || (role === 'acl' && isDescribed);
  const isParticiple = parsed.words[predicate]?.xpos === 'VBN';
  return isDependent && isParticiple && auxiliariesOf(parsed, predicate).length === 0;
}
