/** The faults of a server's further timelines, for its operator. */
export interface TimelineProblems {
  /** The fault of each timeline that is open or failed to open, by slug; null for a sound one. */
  readProblems(): Promise<ReadonlyMap<string, string | null>>;
}
