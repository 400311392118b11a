import { FIXES } from '../../../parsing/tree/fixed-time.ts';
import { isPassive } from '../../../parsing/tree/predicate.ts';
import type { Clause } from '../../sentences/clause.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedResolution, DatedStatement } from './dated-statement.ts';
import { aimAfter } from './event-noun.ts';
import { asNamed } from './further-clauses.ts';

const PUTS_OFF = /^(?:adjourn|defer|delay|extend|postpone|push|put|remand|reschedule|suspend)$/u;

/**
 * Whether a day is what an act sets for another: "adjourned the case *to 5 May*", "fixed *5 and 6 May* for the hearing". The act itself
 * is of another day.
 */
export function isDaySet(sentence: SentenceAnalysis, at: number, clause: Clause): boolean {
  const { tokens, parsed } = sentence;
  const first = firstOfList(sentence, at);
  const nearest = [clause.verb, ...clause.others]
    .filter((group) => group !== null)
    .findLast(({ last }) => last < first);
  if (nearest === undefined) return false;
  if (/^(?:until|till|to)$/u.test(tokens[first - 1]?.lower ?? ''))
    return PUTS_OFF.test(nearest.lemma) || PUTS_OFF.test(clause.parent?.verb?.lemma ?? '');
  const isActive = parsed !== null && !isPassive(parsed, predicateOfVerb(parsed, nearest.head));
  return FIXES.test(nearest.lemma) && isActive && first - 1 === nearest.last;
}

/** The first token of a list of times, without an article before it: that of "May" for "7" in "until May 5, 6 and 7". */
function firstOfList({ tokens, skipped }: SentenceAnalysis, at: number): number {
  let first = at;
  for (let index = at - 1; index >= 0; index -= 1) {
    const { text = '', lower = '', pos } = tokens[index] ?? {};
    const isTime = skipped[index] === true && pos !== 'ADP' && lower !== 'to';
    if (isTime || pos === 'DET') first = index;
    else if (text !== ',' && lower !== 'and' && lower !== 'or') break;
  }
  return first;
}

/** The occasion for which a day is set: "the continuation of the trial" for "adjourned to 5 May for the continuation of the trial". */
export function setFor(
  sentence: SentenceAnalysis,
  clause: Clause,
  at: number,
  resolution: DatedResolution,
): readonly DatedStatement[] {
  const noun = aimAfter(sentence, clause.tokens, at);
  const named = asNamed(resolution);
  /** "for hearing" alone does not say of what. */
  if (noun === null || named === null || noun.last === noun.head) return [];
  return [{ kind: 'NOUN', clause, verb: null, noun, via: null, resolution: named, attachment: 0.8 }];
}
