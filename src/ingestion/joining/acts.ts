import type { Mention } from '../../domain/event/mention.ts';
import { CAUSES, ENDING, HARM, LIGHT_VERBS, PHASE_VERBS, UNDOING } from '../sentences/act-groups.ts';
import { groupsOfPhrase, groupsOfWord } from '../sentences/groups-of-word.ts';
import { stemOf } from '../sentences/stem.ts';

/** The groups of words for what a mention tells. Empty where its words do not say. */
export function actsOf({ act, title }: Pick<Mention, 'act' | 'title'>): ReadonlySet<string> {
  if (act === null) return new Set();
  const { word, subject, object } = act;
  const own = groupsOfWord(word);
  const words = title.toLowerCase().split(/[^\p{L}-]+/u);
  const phrases = words.flatMap((other) => groupsOfPhrase(word, other));
  if (phrases.length > 0) return new Set([...phrases, ...(LIGHT_VERBS.has(word) ? [] : own)]);
  const noun = groupsOfWord(object ?? subject ?? '');
  if (PHASE_VERBS.has(word)) return new Set([...own, ...noun]);
  const happening = groupsOfWord(subject ?? '');
  if (LIGHT_VERBS.has(word)) return new Set([noun, happening, own].find((groups) => groups.length > 0));
  const known = own.length > 0 ? own : [stemOf(word)];
  if (known.some((group) => ENDING.has(group))) return new Set(known);
  const causes = known.some((group) => HARM.has(group)) ? words.flatMap(groupsOfWord).filter(isCause) : [];
  return new Set([...known, ...causes, ...happening]);
}

const isCause = (group: string): boolean => CAUSES.has(group);

/** UNKNOWN where an account does not say what was done. Harm goes with any cause, but two causes are two acts. */
export function relateActs(
  ones: ReadonlySet<string>,
  others: ReadonlySet<string>,
): 'SAME' | 'OTHER' | 'UNKNOWN' {
  if (ones.size === 0 || others.size === 0) return 'UNKNOWN';
  const causes = [...ones].filter(isCause);
  const areBothCaused = causes.length > 0 && [...others].some(isCause);
  const isSame = areBothCaused ? causes.some((cause) => others.has(cause)) : !ones.isDisjointFrom(others);
  return isSame ? 'SAME' : 'OTHER';
}

/** Whether acts of one account undo those of the other: an apology, and its retraction. */
export const areUndone = (ones: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  ones.isDisjointFrom(others) &&
  UNDOING.some(
    ([act, undoing]) => (ones.has(act) && others.has(undoing)) || (ones.has(undoing) && others.has(act)),
  );

const ORDINAL = /\b(?:another|(?:an?|the) (second|third|fourth|fifth|sixth)(?![- ](?:\w+est|most)))\b/iu;

/** "*another* strike", "a *third* man was arrested": the word that sets an act apart from one like it. */
export function ordinalOf({ title }: Pick<Mention, 'title'>): string | null {
  const found = ORDINAL.exec(title);
  return found === null ? null : (found[1] ?? 'another').toLowerCase();
}
