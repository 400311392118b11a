/** History writing's "this period", "that time", "the same time": the stretch that the text named last. After "in 1956": "at the same time" 1956. In news they name no stretch. */

import { patternFamily, type Reading, referenceTo } from '../rule.ts';
import { GAP } from '../values/patterns.ts';

/** Why each rule reads as it does, for people. */
const REASONS = {
  'told-time': 'in history writing it is the time that the text named last',
};

const PATTERN = new RegExp(
  `(?<=\\b(?:at|by|during|in|of|from|over|around|for|throughout)${GAP})(?:this|that|the${GAP}same)${GAP}(?:period|time)\\b`,
  'dgi',
);

export const sameTime = patternFamily(REASONS, PATTERN, (_match, context): Reading | null => {
  const mentioned = context.narrative ? context.discourse.last() : undefined;
  if (mentioned === undefined) return null;
  return {
    kind: 'period',
    period: mentioned.period,
    rule: 'told-time',
    direction: null,
    reference: referenceTo(mentioned),
    confidence: 0.5,
    aside: true,
  };
});
