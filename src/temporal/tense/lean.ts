import type { Span } from '../../domain/event/mention.ts';
import type { Governor } from '../../parsing/tree/governor.ts';
import type { Context } from '../rule.ts';
import { mayPointAhead } from './may-point-ahead.ts';

/**
 * Where a clause puts its expression, from the past to the future. PAST is not after the anchor: "fell in March". LIKELY_PAST is not
 * far after it: "the March talks". NEAR is wherever it is nearest: "was due to open in March". LIKELY_AHEAD is not long before
 * the anchor: "could open in March". PLANNED is the same, and puts weekdays ahead too: "said it would open in March". AHEAD is
 * not before the anchor: "will open in March".
 */
export type Lean = 'PAST' | 'LIKELY_PAST' | 'NEAR' | 'LIKELY_AHEAD' | 'PLANNED' | 'AHEAD';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Verbs that fix a day ahead of themselves: "postponed the vote to 3 May". */
const APPOINTING = words(`
  adjourn announce appoint arrange book call choose defer delay extend fix move name plan postpone prepare push remand reschedule schedule
  put set shift slate summon time
`);
/** Verbs that tell of a plan even without such a word: "planned a May rally". */
const PLANNING = words('due expect forecast plan project schedule set slate time');
/** Happenings whose day is fixed long before: "picked a candidate for the November 8 election". */
const FIXED_BEFOREHAND = words(`
  auction ballot by-election convention deadline debate election gala hearing inauguration poll primary referendum rematch retrial
  runoff summit trial vote
`);
/** Verbs that make no appointment in the present tense: "owns", "says". */
const STATIVE = words(`
  be become believe call claim come consider contain cost date deny describe estimate exist feel have hear include involve know like live look
  love mean name need note own recall reckon reflect regard remain remember report represent resemble say see seem show suggest tell
  think understand want
`);
/** Verbs whose present tense announces an appointment: "The film opens on 17 June". */
const SCHEDULED = words(`
  begin commence convene debut depart enter expire face host kick meet open play premiere reconvene reopen resume start
  travel
`);
/** Words between a verb and what is ahead of it: "set for Friday". */
const TOWARDS = words('for to until till by before through toward towards');
/** Words between a verb and the noun in whose time it happens: "voted in a January referendum". */
const DURING = words('in at on during after since following from');

/** "the raid earlier in March" */
const EARLIER = /\bearlier,?\s+(?:(?:in|on)\s+)?$/i;
const EARLIER_REACH = 16;

/** "The law comes into force in May", "Tickets go on sale on Friday": an appointment, though "come" and "go" alone make none. */
const COMES =
  /\b(?:comes?\s+(?:out|due|into\s+(?:force|effect|operation|power)|to\s+an\s+end)|go(?:es)?\s+(?:on\s+(?:display|sale|show|trial)|to\s+the\s+polls)\b)[^.;]{0,20}$/i;
const COMES_REACH = 48;

/** "adjourned the case until 20 May", "was postponed to 4 April": the day lies after the act, on whatever the parser hangs it. */
const PUT_OFF =
  /\b(?:adjourn|defer|delay|postpon|remand|reschedul)(?:ed|es|s|ing)?\b(?:(?!\bfrom\b)[^.;:]){0,60}\s(?:until|till|to)\s+$/i;
const PUT_OFF_REACH = 80;

/** The lean of an expression by the clause that it stands in: PAST for "in March" in "Sales fell in March". */
export function leanOf({ text, governorAt }: Context, span: Span): Lean {
  if (EARLIER.test(text.slice(Math.max(0, span.start - EARLIER_REACH), span.start))) return 'PAST';
  if (COMES.test(text.slice(Math.max(0, span.start - COMES_REACH), span.start))) return 'AHEAD';
  if (PUT_OFF.test(text.slice(Math.max(0, span.start - PUT_OFF_REACH), span.start))) return 'PLANNED';
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

/** Whether a clause surely points ahead, as a weekday after the anchor needs: "will meet on Friday". */
export const pointsAhead = (context: Context, span: Span): boolean =>
  mayPointAhead(context.text, span) && /^(?:PLANNED|AHEAD)$/u.test(leanOf(context, span));

/** Whether a clause rather points ahead than back: "may report a profit in the fourth quarter". */
export const leansAhead = (context: Context, span: Span): boolean =>
  /AHEAD|PLANNED/u.test(leanOf(context, span));

/** "rejected the March plan", "will discuss the March talks": the noun may lie on either side of the verb. */
function ofNoun(governor: Governor): Lean {
  const { lemma, tense, noun, tie, possessive } = governor;
  /** "planned a May rally", "moved the hearing to 9 May" */
  const isMoved = APPOINTING.has(lemma) && /^(?:to|until|till)$/u.test(tie);
  if (noun === 'obj' && (PLANNING.has(lemma) || isMoved)) return 'PLANNED';
  if (tense.time !== 'FUTURE') return isAwaited(governor) ? 'NEAR' : 'LIKELY_PAST';
  if (ofFuture(governor) === 'NEAR') return 'NEAR';
  return possessive ? 'LIKELY_AHEAD' : 'PLANNED';
}

/** Whether the clause looks towards the noun: "raised money for the 3 October vote", but not "lost the 3 October vote". */
const isAwaited = ({ described }: Governor): boolean =>
  described !== null && FIXED_BEFOREHAND.has(described.lemma) && TOWARDS.has(described.tie);

function ofVerb(governor: Governor): Lean {
  const { lemma, tense, form, modal, above, itself, completed, tie, role, opener } = governor;
  const isPlan = PLANNING.has(lemma);
  const isTowards = TOWARDS.has(tie);
  /** "will face them after *beating* us on Monday" */
  if (form === 'GERUND' && !isTowards && opener === 'after') return 'PAST';
  const appoints = isTowards && APPOINTING.has(lemma);
  if (tense.time === 'FUTURE') return ofFuture(governor);
  if (governor.fixed) return 'PLANNED';
  if (form === 'PARTICIPLE') {
    if (isPlan) return role === 'acl' && above?.tense.time !== 'PAST' ? 'PLANNED' : 'NEAR';
    if (!isTowards) return 'PAST';
    return appoints || tense.time === 'PRESENT' ? 'PLANNED' : 'NEAR';
  }
  if (form === 'GERUND' && appoints) return 'PLANNED';
  if (tense.time === 'NONE') return 'LIKELY_PAST';
  if (tense.time === 'PAST') {
    if (tense.perfect) return isPlan ? 'NEAR' : 'PAST';
    if (appoints && /^(?:until|till)$/u.test(tie)) return 'PLANNED';
    if (appoints || isPlan) return form === 'SIMPLE' && !completed ? 'PLANNED' : 'NEAR';
    if (!isTowards) return tie === 'from' && APPOINTING.has(lemma) ? 'NEAR' : 'PAST';
    return form === 'INFINITIVE' && above?.form !== 'COPULAR' ? 'PLANNED' : 'NEAR';
  }
  if (form === 'GERUND') return above?.modal == null ? 'LIKELY_PAST' : 'LIKELY_AHEAD';
  if (modal !== null)
    return tense.perfect ? 'LIKELY_PAST' : isTowards || tie === 'as' ? 'PLANNED' : 'LIKELY_AHEAD';
  if (tense.perfect) return isTowards || isPlan ? 'PLANNED' : 'PAST';
  if (isPlan || SCHEDULED.has(lemma)) return 'AHEAD';
  if (itself || isTowards || tense.progressive || (tie === 'from' && !STATIVE.has(lemma))) return 'PLANNED';
  return STATIVE.has(lemma) || above?.tense.time === 'PAST' ? 'LIKELY_PAST' : 'LIKELY_AHEAD';
}

/** "will open", "is to open" and "plans to open" are ahead of the anchor, "was to open" is ahead of another day. */
function ofFuture({ tense, form, passive, modal, role, above }: Governor): Lean {
  if (form !== 'INFINITIVE' && form !== 'GERUND') {
    if (tense.from === 'PRESENT') return 'AHEAD';
    return modal !== null && !tense.perfect ? 'PLANNED' : 'NEAR';
  }
  if (above === null || above.tense.time === 'PRESENT') return 'AHEAD';
  if (above.tense.time === 'FUTURE') return above.tense.from === 'PRESENT' ? 'AHEAD' : 'PLANNED';
  if (role === 'acl') return passive ? 'PLANNED' : 'NEAR';
  if (above.form === 'PARTICIPLE') return 'PLANNED';
  return /^[cx]comp$/u.test(role) && above.form !== 'COPULAR' && !above.passive ? 'PLANNED' : 'NEAR';
}
