/** A store on servers of its own: which of them answer, and how soon a change is known here. */
export interface StoreServers {
  /**
   * Makes later reads see that revision, where the timeline has come so far. A client that has seen it elsewhere is then not
   * answered from before it.
   */
  seeRevision(revision: number): Promise<void>;
  /** Notes the revision of a change that this program has made: later reads see it. */
  noteRevision(revision: number): void;
  /** No answer so far was of a later revision. Null where all reads go to one server, which is never behind. */
  shownRevision(): number | null;
  /**
   * Calls the listener soon after a change by any program, and perhaps without a change. It may miss changes, so that the
   * revision has to be asked for too. Returns a function that ends it.
   */
  onChange(listener: () => void): () => void;
  readStanding(): Promise<ServersStanding>;
}

/** The state of the servers. It names none of them. */
export interface ServersStanding {
  /** Of the server that changes go to. */
  readonly role: 'primary' | 'replica' | 'unreachable';
  readonly canWrite: boolean;
  readonly replicas: readonly ReplicaStanding[];
}

export interface ReplicaStanding {
  /** Whether reads go to it now. */
  readonly answers: boolean;
  /** How many revisions it is behind; null where it does not say. */
  readonly lag: number | null;
}
