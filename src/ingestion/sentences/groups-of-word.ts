import { ACT_GROUPS } from './act-groups.ts';
import { stemOf } from './stem.ts';

/** The first words of the groups. */
export const GROUP_NAMES: ReadonlySet<string> = new Set(ACT_GROUPS.flatMap(([name]) => name ?? []));

/** Shorter stems belong to too many words. */
const LONG_STEM = 3;

/** Verbs with particles or nouns that make other acts of them. */
const phraseVerbs = new Set<string>();

/** The names of the groups of each word as it is listed, and of each stem. A phrase has the stem of its second word. */
const byWord = new Map<string, readonly string[]>();
const byStem = new Map<string, readonly string[]>();

for (const [name = '', ...others] of ACT_GROUPS)
  for (const word of [name, ...others]) {
    const [verb = '', beside] = word.split('_');
    if (beside !== undefined) {
      phraseVerbs.add(verb);
      add(byWord, `${verb}_${stemOf(beside)}`, name);
    } else {
      add(byWord, verb, name);
      for (const ending of ['', 's', 'd', 'ed', 'ing']) add(byStem, stemOf(`${verb}${ending}`), name);
    }
  }

function add(groups: Map<string, readonly string[]>, key: string, name: string): void {
  const known = groups.get(key) ?? [];
  if (!known.includes(name)) groups.set(key, [...known, name]);
}

/** The names of the groups of a word in any of its forms; `step_down` is a verb with its particle. */
export function groupsOfWord(word: string): readonly string[] {
  const [verb = '', particle] = word.split('_');
  const phrase = particle === undefined ? [] : groupsOfPhrase(verb, particle);
  return phrase.length > 0 ? phrase : (byWord.get(verb) ?? groupsOfStem(stemOf(verb)));
}

const groupsOfStem = (stem: string): readonly string[] =>
  stem.length < LONG_STEM ? [] : (byStem.get(stem) ?? []);

/** The groups of a verb with a word beside it: "*found* the man *guilty*". */
export const groupsOfPhrase = (verb: string, word: string): readonly string[] =>
  (phraseVerbs.has(verb) ? byWord.get(`${verb}_${stemOf(word)}`) : undefined) ?? [];
