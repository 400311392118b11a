import type { SentenceTree } from '../../../../parsing/tree/sentence-tree.ts';
import {
  constituentOf,
  dependentsWith,
  dependentWith,
  roleOf,
} from '../../../../parsing/tree/sentence-tree.ts';
import type { SentenceAnalysis } from '../../sentence-analysis.ts';
import type { DatedStatement } from '../../times/dated-statement.ts';
import { timeWords } from '../../times/time-words.ts';
import { LONGEST_TITLE } from '../title-cut.ts';
import { isCutOff, pointsBack } from '../title-forms.ts';
import { capitalize } from '../title-text.ts';
import { auxiliaryFor, withoutEdgeMarks, wordsAsTitle } from '../title-words.ts';

/** Deeds that courts try and their participles. */
const DEEDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    abduct: 'abducted',
    abuse: 'abused',
    accept: 'accepted',
    assassinate: 'assassinated',
    assault: 'assaulted',
    attack: 'attacked',
    beat: 'beaten',
    behead: 'beheaded',
    blow: 'blown',
    bomb: 'bombed',
    bribe: 'bribed',
    burn: 'burned',
    defraud: 'defrauded',
    destroy: 'destroyed',
    embezzle: 'embezzled',
    execute: 'executed',
    forge: 'forged',
    hijack: 'hijacked',
    injure: 'injured',
    kidnap: 'kidnapped',
    kill: 'killed',
    launder: 'laundered',
    leak: 'leaked',
    loot: 'looted',
    murder: 'murdered',
    pay: 'paid',
    poison: 'poisoned',
    rape: 'raped',
    receive: 'received',
    rob: 'robbed',
    set: 'set',
    shoot: 'shot',
    slay: 'slain',
    smuggle: 'smuggled',
    stab: 'stabbed',
    steal: 'stolen',
    strangle: 'strangled',
    take: 'taken',
    torture: 'tortured',
    traffic: 'trafficked',
    wound: 'wounded',
  }),
);

/** "taking *part* in a raid": "part was taken" says nothing. */
const LIGHT_OBJECTS = /^(?:action|advantage|care|charge|money|orders|part|place|steps)$/iu;

/**
 * The title of a deed that a gerund names, from its object: "Zora Hart was killed in Leeds" of "found guilty of killing Zora
 * Hart in Leeds in 2018". The title does not name the accused. Null where the deed has no object.
 */
export function deedTitle(
  sentence: SentenceAnalysis,
  { kind, verb, resolution }: DatedStatement,
): string | null {
  const { parsed } = sentence;
  const participle = DEEDS.get(verb?.lemma ?? '');
  if (parsed === null || kind !== 'PURPOSE' || verb?.form !== 'GERUND' || participle === undefined)
    return null;
  const object = dependentWith(parsed, verb.head, 'obj');
  if (object === null || LIGHT_OBJECTS.test(parsed.words[object]?.form ?? '')) return null;
  const times = timeWords(sentence, resolution.timex);
  const shown = (words: readonly number[]): readonly number[] =>
    withoutEdgeMarks(
      parsed,
      words.filter((index) => !times.has(index)),
    );
  const whom = wholeName(
    parsed,
    shown(constituentOf(parsed, object, (index) => isExplanation(parsed, index))),
  );
  const rest = dependentsWith(parsed, verb.head, 'compound', 'obl').filter((index) => index > verb.head);
  const how = rest.map((index) => shown(constituentOf(parsed, index)));
  const said = [
    wordsAsTitle(sentence, whom),
    auxiliaryFor(parsed, object),
    participle,
    ...how.map((words) => wordsAsTitle(sentence, words)),
  ];
  const title = capitalize(said.filter((part) => part !== '').join(' '));
  return title.length > LONGEST_TITLE || isCutOff(title) || pointsBack(title) ? null : title;
}

/** The words with the rest of a name that they end in, where the parser hangs its last name on another word. */
function wholeName(tree: SentenceTree, indices: readonly number[]): readonly number[] {
  const last = indices.at(-1) ?? -1;
  const isName = (index: number): boolean => tree.words[index]?.upos === 'PROPN';
  return isName(last) && isName(last + 1) ? wholeName(tree, [...indices, last + 1]) : indices;
}

/** "Zora Hart, *34*", "the man *who owned it*". */
const isExplanation = (tree: SentenceTree, index: number): boolean =>
  /^(?:acl|appos|parataxis)$/u.test(roleOf(tree, index));
