import { caseOf } from '../../../parsing/tree/participants.ts';
import { isPassive } from '../../../parsing/tree/predicate.ts';
import { roleOf } from '../../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { VerbGroup } from '../../sentences/verb-groups.ts';
import { antecedentOf } from '../actors/subject.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { namesHappening } from './event-noun.ts';
import { OCCASION } from './occasion.ts';

/**
 * The clause that a time in a subordinate participle dates: "Speaking on Tuesday, Putin said"; "fell while climbing on
 * Tuesday"; "in remarks televised today". "The bank, founded in 1952, lost" has an act of its own in the participle.
 */
export function hostOf(sentence: SentenceAnalysis, clause: Clause, lexicon: Lexicon): Clause {
  const occasion = clauseOnOccasion(sentence, clause, lexicon);
  if (occasion !== null) return occasion;
  const { parent } = clause;
  if (parent?.verb == null || clause.verb === null) return clause;
  const isBefore = (clause.verb.first ?? 0) < parent.verb.first;
  if (clause.kind === 'PARTICIPLE' && isBefore && clause.verb.lemma !== 'have')
    return tellsOwnAct(sentence, clause.verb, parent.verb, lexicon) ? clause : parent;
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

/** The clause whose occasion a participle describes: "approved" in "At a meeting *held on Friday*, the council approved it". */
function clauseOnOccasion(
  { parsed, tokens, tree }: SentenceAnalysis,
  { verb }: Clause,
  lexicon: Lexicon,
): Clause | null {
  if (parsed === null || verb === null) return null;
  const participle = predicateOfVerb(parsed, verb.head);
  const noun = parsed.words[participle]?.head ?? -1;
  const main = parsed.words[noun]?.head ?? -1;
  const isOccasion =
    roleOf(parsed, participle) === 'acl' &&
    isPassive(parsed, participle) &&
    roleOf(parsed, noun) === 'obl' &&
    OCCASION.has(caseOf(parsed, noun) ?? '') &&
    participle < main &&
    namesHappening(tokens[noun], lexicon);
  if (!isOccasion) return null;
  return (
    tree.clauses.find((each) => each.verb !== null && predicateOfVerb(parsed, each.verb.head) === main) ??
    null
  );
}

/** Whether a past participle before a verb that says nothing has an act of its own: "*Founded* in 1952, the bank lost". */
function tellsOwnAct(
  { parsed }: SentenceAnalysis,
  { head }: VerbGroup,
  main: VerbGroup,
  lexicon: Lexicon,
): boolean {
  if (parsed === null || lexicon.speech.has(main.lemma)) return false;
  const participle = predicateOfVerb(parsed, head);
  return /^(?:acl|advcl)$/u.test(roleOf(parsed, participle)) && isPassive(parsed, participle);
}
