import type { FoundName } from '../../lexicon/find-names.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/** The names that the words of a sentence list with one name: all three of "Peru, Chile and Bolivia" for "Chile". */
export function listWith({ names, tokens }: SentenceAnalysis, name: FoundName): readonly FoundName[] {
  const isLinked = (at: number): boolean => {
    const [one, other] = [names[at], names[at + 1]];
    if (one === undefined || other === undefined || one.demonym || other.demonym) return false;
    if ((one.kind === 'PERSON') !== (other.kind === 'PERSON')) return false;
    const between = tokens.slice(one.last + 1, other.first);
    return between.length > 0 && between.every(isJoint);
  };
  const at = names.indexOf(name);
  let [first, last] = [at, at];
  while (first > 0 && isLinked(first - 1)) first -= 1;
  while (isLinked(last)) last += 1;
  const list = names.slice(first, last + 1);
  const [start, end] = [list[0]?.last ?? 0, list.at(-1)?.last ?? 0];
  const hasAnd = tokens.slice(start, end + 3).some(({ lower }) => /^(?:and|or)$/u.test(lower));
  return list.length > 1 && hasAnd ? list : [name];
}

const isJoint = ({ text, lower }: { readonly text: string; readonly lower: string }): boolean =>
  /^(?:,|&)$/u.test(text) || /^(?:and|or|the)$/u.test(lower);

/** Whether a list of three or more names goes on with this name, and a comma stands before its second name. */
export const isLaterInList = (list: readonly FoundName[], name: FoundName): boolean =>
  list.length > 2 && list[0] !== name;
