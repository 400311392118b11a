/**
 * The weights of joining. A score is date × setting × the weighted mean of actors, act and wording, each 0–1. A part that an
 * account leaves open weighs less. Two accounts whose average reaches the threshold belong to one event.
 */
export const WEIGHTS = { actors: 0.3, type: 0.25, wording: 0.45 } as const;

/**
 * Chosen on the annotated sequences of tests/events, the bundled dispatches and the stories of tests/stories/tuned. Lower
 * thresholds bring unlike acts of one day close, higher ones part what outlets tell in unlike words.
 */
export const JOIN_THRESHOLD = 0.45;

/** Number of an event's accounts, the most exact ones, that later accounts are compared with. */
export const MOST_COMPARED = 24;
