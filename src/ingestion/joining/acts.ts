import type { Mention } from '../../domain/event/mention.ts';
import { CAUSES, ENDING, groupsOf, groupsOfPhrase, HARM, LIGHT_VERBS, PHASE_VERBS, UNDOING } from '../sentences/act-groups.ts';
import { stemOf } from '../sentences/stem.ts';

/** The groups of words for what a mention tells. Empty where its words do not say. */
export function actsOf({ act, title }: Pick<Mention, 'act' | 'title'>): ReadonlySet<string> {
  if (act === null) return new Set();
  const { word, subject, object } = act;
  const words = title.toLowerCase().split(/[^\p{L}-]+/u);
  const phrases = words.flatMap((other) => groupsOfPhrase(word, other));
  const own = groupsOf(word);
  if (phrases.length > 0) return new Set([...phrases, ...(LIGHT_VERBS.has(word) ? [] : own)]);
  const complement = object === null ? groupsOf(subject) : groupsOf(object);
  if (PHASE_VERBS.has(word)) return new Set([...own, ...complement]);
  if (LIGHT_VERBS.has(word)) {
    const named = complement.length > 0 ? complement : groupsOf(subject);
    return new Set(named.length > 0 ? named : own);
  }
  const known = own.length > 0 ? own : [stemOf(word)];
  if (known.some((group) => ENDING.has(group))) return new Set(known);
  const causes = known.some((group) => HARM.has(group)) ? words.flatMap(groupsOf).filter(isCause) : [];
  return new Set([...known, ...causes, ...groupsOf(subject)]);
}

const isCause = (group: string): boolean => CAUSES.has(group);

/** SAME, OTHER, or UNKNOWN where an account does not say what was done. Harm goes with each cause, but two causes are two acts. */
export function relateActs(ones: ReadonlySet<string>, others: ReadonlySet<string>): 'SAME' | 'OTHER' | 'UNKNOWN' {
  if (ones.size === 0 || others.size === 0) return 'UNKNOWN';
  const [causes, otherCauses] = [[...ones].filter(isCause), [...others].filter(isCause)];
  if (causes.length > 0 && otherCauses.length > 0)
    return causes.some((cause) => others.has(cause)) ? 'SAME' : 'OTHER';
  return ones.isDisjointFrom(others) ? 'OTHER' : 'SAME';
}

/** Whether acts of one account undo those of the other: an apology, and its retraction. */
export const areUndone = (ones: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  ones.isDisjointFrom(others) &&
  UNDOING.some(
    ([act, undoing]) => (ones.has(act) && others.has(undoing)) || (ones.has(undoing) && others.has(act)),
  );

const ORDINAL = /\b(?:another|(?:an?|the) (second|third|fourth|fifth|sixth)(?![- ](?:\w+est|most)))\b/iu;

/** "*another* strike", "a *third* man was arrested": the word that sets an act apart from one like it. */
export const ordinalOf = ({ title }: Pick<Mention, 'title'>): string | null => {
  const found = ORDINAL.exec(title);
  return found === null ? null : (found[1] ?? 'another').toLowerCase();
};
