import type { Mention } from '../../domain/event/mention.ts';
import { ENDING, groupsOf, LIGHT_VERBS, UNDOING } from '../sentences/act-groups.ts';
import { stemOf } from '../sentences/stem.ts';

/** The groups of words for what a mention tells. Empty where its words do not say. */
export function actsOf({ act, title }: Pick<Mention, 'act' | 'title'>): ReadonlySet<string> {
  if (act === null) return new Set();
  const { word, subject, object } = act;
  const own = groupsOf(word);
  if (LIGHT_VERBS.has(word)) {
    const named = [...own, ...groupsOf(object), ...groupsOf(subject)];
    return new Set(
      named.length > 0
        ? named
        : title
            .toLowerCase()
            .split(/[^\p{L}-]+/u)
            .flatMap(groupsOf),
    );
  }
  const known = own.length > 0 ? own : [stemOf(word)];
  return new Set(known.some((group) => ENDING.has(group)) ? known : [...known, ...groupsOf(subject)]);
}

/** Whether acts of one account undo those of the other: an apology, and its retraction. */
export const areUndone = (ones: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  ones.isDisjointFrom(others) &&
  UNDOING.some(
    ([act, undoing]) => (ones.has(act) && others.has(undoing)) || (ones.has(undoing) && others.has(act)),
  );
