/** What an operator is told of the further timelines of a server. */
export interface TimelineProblems {
  /** Why each one that is open, or could not be opened, cannot be answered for; null where it can. By slug. */
  readProblems(): Promise<ReadonlyMap<string, string | null>>;
}
