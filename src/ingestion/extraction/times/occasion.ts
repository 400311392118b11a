import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import { HAPPENING } from '../../sentences/grammar-words.ts';
import { antecedentOf } from '../actors/subject.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedResolution, DatedStatement } from './dated-statement.ts';
import { namesHappening, type TimedPhrase } from './event-noun.ts';

/** Prepositions before the occasion of a clause: "at Tuesday's meeting, Shoigu claimed". */
const OCCASION = new Set(['at', 'during', 'in', 'on']);

/**
 * The statement that a time inside a noun phrase dates. On an occasion it is the clause ("at Tuesday's
 * meeting, she claimed"). A clause that says no more than that its subject happens is dated too ("the January
 * talks will begin"). Otherwise the time dates the happening itself. "Reported a loss in third-quarter
 * income" is about a quarter and is not dated by it.
 */
export function attachPhrase(
  clause: Clause,
  phrase: TimedPhrase,
  resolution: DatedResolution,
): readonly DatedStatement[] {
  const { preposition, isHappening } = phrase;
  const given = { clause, resolution, via: null };
  const isOccasion = preposition !== null && OCCASION.has(preposition) && clause.verb !== null;
  if (preposition === 'in' && !isHappening && resolution.date.precision !== 'DAY') return [];
  if (isOccasion)
    return [
      { ...given, kind: 'CLAUSE', verb: clause.verb, noun: null, attachment: isHappening ? 0.95 : 0.7 },
    ];
  if (!isHappening) return [];
  const isSubject = clause.verb !== null && phrase.head < clause.verb.first && preposition === null;
  if (isSubject && HAPPENING.has(clause.verb?.lemma ?? ''))
    return [{ ...given, kind: 'CLAUSE', verb: clause.verb, noun: phrase, attachment: 0.95 }];
  return [{ ...given, kind: 'NOUN', verb: null, noun: phrase, attachment: 0.9 }];
}

/**
 * The clause that a time in a subordinate participle dates: "Speaking on Tuesday, Putin said"; "fell while climbing on
 * Tuesday"; "in remarks televised today".
 */
export function hostOf(sentence: SentenceAnalysis, clause: Clause, lexicon: Lexicon): Clause {
  const { parent } = clause;
  if (parent?.verb == null || clause.verb === null) return clause;
  const isBefore = (clause.verb.first ?? 0) < parent.verb.first;
  if (clause.kind === 'PARTICIPLE' && isBefore && clause.verb.lemma !== 'have') return parent;
  const opener = sentence.tokens[clause.opener ?? -1]?.lower ?? '';
  if (clause.kind === 'ADVERBIAL' && clause.verb.form === 'GERUND' && /^wh(?:ile|en)$/u.test(opener))
    return parent;
  if (clause.kind !== 'RELATIVE' || clause.verb.form !== 'PARTICIPLE') return clause;
  const antecedent = antecedentOf(sentence, clause).tokens;
  const noun = sentence.tokens[antecedent.at(-1) ?? -1];
  const preposition = sentence.tokens[sentence.previous[antecedent[0] ?? 0] ?? -1]?.lower ?? '';
  const isOccasion = OCCASION.has(preposition) && namesHappening(noun, lexicon);
  return isOccasion && lexicon.speech.has(parent.verb.lemma) ? parent : clause;
}
