/**
 * What each piece of evidence adds to the log odds that two accounts tell of one event. Logistic regression chose the weights, on
 * accounts of one story. Accounts of other days and of other stories, put on one day, counted for a tenth.
 */
export const WEIGHTS = {
  /** Before any evidence: the accounts have a day in common. */
  prior: 0.38,
  /** The logarithm of how well the dates fit: nothing for the same day. */
  date: 0.81,
  /** The share of common wording, in articles of one story. */
  wording: 2.96,
  /** The same act, in articles of one story. */
  sameAct: 1.92,
  otherAct: -0.57,
  /**
   * Two known acts of unlike kinds, whose clauses share names alone. This weight is set by hand: the texts hold few unlike acts of
   * one actor on one day.
   */
  clashingActs: -1.8,
  sharedParticipant: 1.11,
  sharedRecipient: 2.34,
  nobodyNamed: 0.71,
  otherNames: -1.06,
  speechAndDeed: -0.72,
  /** One speaker's statements of a day. */
  sameOccasion: 2.15,
  sharedFigure: 1.08,
  /** Two sentences of an article that both have a date of their own. */
  sameArticle: -1.05,
  /**
   * Articles of one story open with the same news. Later sentences tell more different things. For an act that an article tells again
   * the distance of its sentences counts instead.
   */
  depth: -4.27,
} as const;

/** The least average likelihood of the accounts of one event. Chosen with the weights: with 0.4 many unlike acts are linked to each other. */
export const JOIN_THRESHOLD = 0.5;

/** Number of an event's accounts, the most exact ones, that later accounts are compared with. */
export const MOST_COMPARED = 24;
