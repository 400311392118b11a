import type { Act, Mention } from '../../domain/event/mention.ts';
import {
  ABOUT_ANOTHER,
  CAUSES,
  HARM,
  LIGHT_VERBS,
  PHASE_VERBS,
  SAYING_VERBS,
  STRIKING_VERBS,
  UNDOING,
} from '../sentences/act-groups.ts';
import { GROUP_NAMES, groupsOfPhrase, groupsOfWord } from '../sentences/groups-of-word.ts';
import { stemOf } from '../sentences/stem.ts';
import { clauseOf, hasOtherWords } from '../sentences/wording.ts';

/** The acts of a mention, as names of groups of words. */
export interface Acts {
  /** Empty where the words do not say what was done. */
  readonly done: ReadonlySet<string>;
  /** Whether a group of words is among them. Other verbs are groups of their own. */
  readonly isListed: boolean;
  /** Acts that are denied, ended or demanded. */
  readonly spokenOf: ReadonlySet<string>;
}

/** The words of a mention's own clause: a sentence as a title tells of other acts too. */
const toldBy = (mention: Mention): string => (hasOtherWords(mention) ? clauseOf(mention) : mention.title);

/** The group of words for speeches. They say who spoke, not what was done. */
const SPEECH = 'speak';

export function actsOf(mention: Mention): Acts {
  const words = toldBy(mention)
    .toLowerCase()
    .split(/[^\p{L}-]+/u);
  const named = mention.act == null ? [] : doneIn(mention.act, words);
  const done = new Set(named.filter((group) => group !== SPEECH));
  const isAbout = [...done].some((group) => ABOUT_ANOTHER.has(group));
  const isListed = [...done].some((group) => GROUP_NAMES.has(group));
  return { done, isListed, spokenOf: new Set(isAbout ? words.flatMap(groupsOfWord) : []).difference(done) };
}

function doneIn({ word, subject, object }: Act, words: readonly string[]): readonly string[] {
  const own = groupsOfWord(word);
  const [verb = '', particle] = word.split('_');
  const beside = object === null ? words : [...words, object];
  const phrases = beside.flatMap((other) => (other === particle ? [] : groupsOfPhrase(verb, other)));
  if (phrases.length > 0) return LIGHT_VERBS.has(word) ? phrases : [...phrases, ...own];
  const said = object === null && SAYING_VERBS.has(word) ? saidIn(words) : [];
  if (said.length > 0) return said;
  const noun = groupsOfWord(object ?? subject ?? '');
  if (PHASE_VERBS.has(word)) return [...own, ...noun];
  const happening = groupsOfWord(subject ?? '');
  if (LIGHT_VERBS.has(word)) return [noun, happening, own].find((groups) => groups.length > 0) ?? [];
  const known = own.length > 0 ? own : [stemOf(word)];
  if (known.some((group) => ABOUT_ANOTHER.has(group)))
    return object === null ? known : [...known, ...happening];
  const causes = words.flatMap(groupsOfWord).filter(isCause);
  if (STRIKING_VERBS.has(word) && causes.length > 0) return causes;
  return [...known, ...happening, ...(known.some((group) => HARM.has(group)) ? causes : [])];
}

/** Words before the verb of what is said: "said it *would* cut 3,100 jobs". */
const BEFORE_VERB = /^(?:will|would|to|had)$/u;
/** An adverb and "have" may stand between. */
const REACH = 3;

/** The acts that a speaker tells of. */
function saidIn(words: readonly string[]): readonly string[] {
  const rest = words.slice(words.findIndex((word) => BEFORE_VERB.test(word)) + 1);
  if (rest.length === words.length) return [];
  const verb = rest.slice(0, REACH).find((word) => groupsOfWord(word).length > 0);
  if (verb === undefined) return [];
  return [...rest.flatMap((word) => groupsOfPhrase(verb, word)), ...groupsOfWord(verb)];
}

const isCause = (group: string): boolean => CAUSES.has(group);

/** "say" and its like are no act of their own: two that say something may speak of unlike things. */
const SAYING: ReadonlySet<string> = new Set(Array.from(SAYING_VERBS, stemOf));

/** UNKNOWN where an account does not say what was done. Harm goes with any cause, but two causes are two acts. */
export function relateActs(one: Acts, other: Acts): 'SAME' | 'OTHER' | 'UNKNOWN' {
  const [ones, others] = [one.done, other.done];
  if (ones.size === 0 || others.size === 0) return 'UNKNOWN';
  const causes = [...ones].filter(isCause);
  const areBothCaused = causes.length > 0 && [...others].some(isCause);
  const shared = (areBothCaused ? causes : [...ones]).filter((act) => others.has(act));
  if (shared.length === 0 || areAboutOthers(shared, one, other)) return 'OTHER';
  return shared.every((act) => SAYING.has(act)) ? 'UNKNOWN' : 'SAME';
}

/** "suspended its strikes", "suspended its chief": each account tells of something else with the same verb. */
const areAboutOthers = (
  shared: readonly string[],
  { spokenOf: ones }: Acts,
  { spokenOf: others }: Acts,
): boolean =>
  ones.size > 0 &&
  others.size > 0 &&
  ones.isDisjointFrom(others) &&
  shared.every((act) => ABOUT_ANOTHER.has(act));

/** Whether one account tells an act and the other its undoing, its denial, or a demand for it. */
export function areUndone(one: Acts, other: Acts): boolean {
  if (!one.done.isDisjointFrom(other.done)) return false;
  return (
    !one.spokenOf.isDisjointFrom(other.done) ||
    !other.spokenOf.isDisjointFrom(one.done) ||
    UNDOING.some(
      ([act, undoing]) =>
        (one.done.has(act) && other.done.has(undoing)) || (one.done.has(undoing) && other.done.has(act)),
    )
  );
}

const ORDINAL = /\b(?:another|(?:an?|the) (second|third|fourth|fifth|sixth)(?![- ](?:\w+est|most)))\b/iu;

/** "*another* strike", "a *third* man was arrested": the word that sets an act apart from one like it. */
export function ordinalOf(mention: Mention): string | null {
  const found = ORDINAL.exec(toldBy(mention));
  return found === null ? null : (found[1] ?? 'another').toLowerCase();
}
