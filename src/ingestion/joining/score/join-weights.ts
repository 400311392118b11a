/**
 * The weights of joining. A score is date × the weighted mean of actors, type and wording, each 0–1. A part that an account
 * leaves open weighs less. Two accounts whose average reaches the threshold belong to one event.
 */
export const WEIGHTS = { actors: 0.3, type: 0.25, wording: 0.45 } as const;

/**
 * Chosen on the annotated sequences of tests/events and the bundled dispatches. Pairwise F1 is 0.81 from here to 0.5, 0.78
 * at 0.55 and 0.71 at 0.6. Lower thresholds bring unlike acts of one day close (`npm run eval:events -- --sweep`).
 */
export const JOIN_THRESHOLD = 0.45;

/** Number of an event's accounts, the most exact ones, that later accounts are compared with. */
export const MOST_COMPARED = 24;

export const P: Record<string, number> = {
  actors: 0.3, type: 0.25, wording: 0.45, floor: 0.45, aroundSame: 0.8, aroundOther: 0.8, aroundUnknown: 0.8, typeOther: 0.3, typeOtherWeight: 1, typeSameOther: 0.6,
  sOther: 0.7, cap: 0.4, apartFactor: 0.9, apart: 0.01, agree: 1, sUnknown: 0.85, sLikely: 0.95, share: 0.3, doubt: 0.6, report: 1, sameArticle: 1, actorUnknownWeight: 0.4, threshold: 0.45,
};
