import type { Span } from '../../domain/event/mention.ts';
import type { Governor } from '../../parsing/tree/governor.ts';
import type { Context } from '../rule.ts';

/**
 * Where a clause puts its expression. PAST: not after the anchor ("fell in March"). AHEAD: not before it ("will open in
 * March"). LIKELY_PAST and LIKELY_AHEAD: there, unless the expression lies close by on the other side ("the March talks", "said
 * it would open in March"). NEAR: wherever it is nearest ("was due to open in March").
 */
export type Lean = 'PAST' | 'LIKELY_PAST' | 'NEAR' | 'LIKELY_AHEAD' | 'AHEAD';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Verbs that fix a day ahead of themselves: "postponed the vote to 3 May". */
const APPOINTING = words(`
  adjourn announce appoint arrange book call choose defer delay extend fix move name plan postpone prepare push reschedule schedule
  set shift summon time
`);
/** Verbs whose participle tells of a plan: "talks planned in May". */
const PLANNED = words('expect forecast plan project schedule set slate time');
/** Verbs that make no appointment in the present tense: "owns", "says". */
const STATIVE = words(`
  be become believe call claim consider contain cost deny describe estimate exist feel have hear include involve know like live look
  love mean name need note own recall reckon reflect regard remain remember report represent resemble say see seem show suggest tell
  think understand want
`);
/** Words between a verb and what is ahead of it: "set for Friday", "a pact effective 1 May". */
const TOWARDS = words('for to until till by before through toward towards');
/** Words between a verb and the noun in whose time it happens: "voted in a January referendum". */
const DURING = words('in at on during after since following from');

/** The lean of an expression by the clause that it stands in: PAST for "in March" in "Sales fell in March". */
export function leanOf({ governorAt }: Context, span: Span): Lean {
  const governor = governorAt(span);
  if (governor === null) return 'LIKELY_PAST';
  const { tie, noun } = governor;
  if (tie === 'since') return 'PAST';
  if (tie === 'effective') return 'LIKELY_AHEAD';
  if (/^due\b/u.test(tie)) return governor.tense.time === 'PAST' ? 'NEAR' : 'AHEAD';
  const isOfVerb =
    noun === null || (noun === 'nsubj' && tie === '') || (/^(?:nsubj|obl)$/u.test(noun) && DURING.has(tie));
  return isOfVerb ? ofVerb(governor) : ofNoun(governor);
}

/** "rejected the March plan", "expects the March talks to fail": the noun may lie on either side of the verb. */
const ofNoun = ({ tense }: Governor): Lean =>
  tense.time === 'FUTURE' ? (tense.from === 'PRESENT' ? 'LIKELY_AHEAD' : 'NEAR') : 'LIKELY_PAST';

function ofVerb({ lemma, tense, modal, role, participle, itself, above, tie }: Governor): Lean {
  const isTowards = TOWARDS.has(tie);
  switch (tense.time) {
    case 'PAST':
      if (participle && PLANNED.has(lemma)) return 'LIKELY_AHEAD';
      if (isTowards) return APPOINTING.has(lemma) ? 'LIKELY_AHEAD' : 'NEAR';
      return PLANNED.has(lemma) ? 'NEAR' : 'PAST';
    case 'FUTURE':
      if (tense.from === 'PRESENT') return 'AHEAD';
      return /^(?:[cx]comp|parataxis)$/u.test(role) && above?.from === 'PRESENT' ? 'LIKELY_AHEAD' : 'NEAR';
    case 'PRESENT':
      if (tense.perfect) return isTowards ? 'LIKELY_AHEAD' : APPOINTING.has(lemma) ? 'NEAR' : 'PAST';
      if (PLANNED.has(lemma)) return 'AHEAD';
      if (modal !== null || itself || isTowards) return 'LIKELY_AHEAD';
      return STATIVE.has(lemma) || above?.time === 'PAST' ? 'LIKELY_PAST' : 'LIKELY_AHEAD';
    case 'NONE':
      return 'LIKELY_PAST';
  }
}
