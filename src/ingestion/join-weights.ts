/**
 * How accounts are scored against each other, in one place. A score is date × (who + type + wording), each part 0–1 and
 * the three weighted; two accounts that reach the threshold on average are of one event. The numbers were chosen on the
 * annotated sequences of tests/events, where `npm run eval:events -- --sweep` shows what other thresholds do.
 */
export const WEIGHTS = { actors: 0.3, type: 0.25, wording: 0.45 } as const;

export const JOIN_THRESHOLD = 0.45;

/** An event is known by so many of its accounts, the most exact ones; those after them are compared with these alone. */
export const MOST_COMPARED = 24;
