import type { Mention } from '../../domain/event/mention.ts';
import type { Acts } from './acts.ts';

/** Stands for whatever a lead tells. */
const LEAD = 'lead';
/** A lead begins within these characters: a place name or a short first sentence may stand before it. */
const LEAD_START = 60;

/** Whether a mention's sentence opens its article. */
export const isLeadOf = ({ quote }: Mention): boolean => quote.start < LEAD_START;

/** The keys that two mentions may share: a participant, or an act together with a name. */
export interface Links {
  /** The ids of actors and recipients. */
  readonly participants: ReadonlySet<string>;
  /** The acts of the mention. A lead has one more, which all leads share. */
  readonly acts: ReadonlySet<string>;
  /** The names of the clause and of the story. */
  readonly names: ReadonlySet<string>;
}

export const linksOf = (
  { actors, story }: Mention,
  { acts, names, isLead }: { acts: Acts; names: ReadonlySet<string>; isLead: boolean },
): Links => ({
  participants: new Set(actors.map(({ id }) => id)),
  acts: isLead ? new Set([...acts.done, LEAD]) : acts.done,
  names: new Set([...(story ?? []), ...names]),
});

/** "The *Senja* *sank*" and "the *Senja* went *down*": one link is enough for two accounts to be compared. */
export const areLinked = (one: Links, other: Links): boolean =>
  !one.participants.isDisjointFrom(other.participants) ||
  !(one.acts.isDisjointFrom(other.acts) || one.names.isDisjointFrom(other.names));
