import type { Governor } from './governor.ts';
import { subjectOf } from './participants.ts';
import { constituentOf, dependentWith, roleOf, type SentenceTree } from './sentence-tree.ts';

/**
 * A time expression's place in its sentence, in words of the text. "The minister resigned on 3 May" gives `“resigned”, whose
 * subject is “the minister”`. "Close the gate on 3 May" gives `“Close”`. "The talks on 3 May failed" gives `“talks”, under
 * “failed”`. "The deadline is 3 May" gives `no other word, as it is said of “the deadline”`.
 */
export function hangingWords({ tree, hanging, itself }: Governor, text: string): string {
  const { predicate, noun } = hanging;
  const above = `“${formAt(tree, predicate)}”`;
  if (noun !== null) return noun === predicate ? above : `“${formAt(tree, noun)}”, under ${above}`;
  const subject = subjectWords(tree, predicate, text);
  if (itself) return `no other word${subject === null ? '' : `, as it is said of “${subject}”`}`;
  return subject === null ? above : `${above}, whose subject is “${subject}”`;
}

const formAt = ({ words }: SentenceTree, index: number): string => words[index]?.form ?? '';

/** Dependents that are no part of a noun's name: clauses, asides and the preposition of the clause around it. */
const ASIDE = /^(?:acl|advcl|appos|parataxis|discourse|case|cc$|mark|cop|nsubj|csubj|aux|expl|ccomp)/u;

/** The unbroken words around a subject: "the minister" for "resigned" in "the minister, aged 61, resigned". */
function subjectWords(tree: SentenceTree, predicate: number, text: string): string | null {
  const noun = subjectOf(tree, predicate)?.word ?? null;
  if (noun === null) return null;
  const { words } = tree;
  const isClause = roleOf(tree, noun) === 'csubj';
  const isList = dependentWith(tree, noun, 'conj') !== null;
  const isLeftOut = (index: number): boolean =>
    index === predicate ||
    (!isClause && words[index]?.head === noun && ASIDE.test(words[index]?.label ?? ''));
  const inside = new Set(constituentOf(tree, noun, isLeftOut));
  const opensAside = (index: number): boolean => !isList && /^[,(–—]$/u.test(words[index]?.form ?? '');
  let [first, last] = [noun, noun];
  while (inside.has(first - 1)) first -= 1;
  while (inside.has(last + 1) && !opensAside(last + 1)) last += 1;
  const isEdge = (index: number): boolean =>
    index !== noun && /^(?:punct|cc)$/u.test(words[index]?.label ?? '');
  while (isEdge(first)) first += 1;
  while (isEdge(last)) last -= 1;
  return text.slice(words[first]?.start, words[last]?.end);
}
