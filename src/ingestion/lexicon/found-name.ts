import type { Actor, Place, Span } from '../../domain/event/mention.ts';

/** A name in a sentence. A capital or a state may be both actor and place: its setting decides. */
export interface FoundName extends Span {
  /** Token indices, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly actor: Actor | null;
  readonly place: Place | null;
  readonly kind: 'STATE' | 'ORGANIZATION' | 'PERSON' | 'MEDIA' | 'PLACE';
  /** "Russian" before a noun: an actor only with "troops", "officials" and the like. */
  readonly demonym: boolean;
  /** Whom an organization acts for. */
  readonly side: Actor | null;
  /** Whether it stands in a table, or only looks like a name. */
  readonly known: boolean;
}
