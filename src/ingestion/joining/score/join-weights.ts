/**
 * How accounts are scored against each other, in one place: date × the weighted mean of who acts, type and wording, each
 * 0–1. A part that an account says nothing of weighs less. Two accounts that reach the threshold on average are of one event.
 */
export const WEIGHTS = { actors: 0.3, type: 0.25, wording: 0.45 } as const;

/**
 * Chosen on the annotated sequences of tests/events and the bundled dispatches: pairwise F1 is 0.81 from here to 0.5, 0.78 at
 * 0.55 and 0.71 at 0.6; below, unlike acts of one day come close (`npm run eval:events -- --sweep`).
 */
export const JOIN_THRESHOLD = 0.45;

/** An event is known by so many of its accounts, the most exact ones; those after them are compared with these alone. */
export const MOST_COMPARED = 24;
