import type { EventDate } from '../../../domain/time/event-date.ts';
import type { Resolution } from '../../../domain/time/resolution.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { VerbGroup } from '../../sentences/verb-groups.ts';

/** A resolution with a date. */
export type DatedResolution = Resolution & { readonly date: EventDate };

/** A noun phrase that names a happening: "the January meetings with Russia". Token indices, inclusive. */
export interface EventNoun {
  readonly first: number;
  readonly head: number;
  readonly last: number;
}

/**
 * A statement that the text dates. CLAUSE: the clause itself. PURPOSE: the aim or object of the clause's verb ("agreed *to
 * start talks next month*"); `verb` is the dated one. NOUN: a happening that a noun phrase names.
 */
export interface DatedStatement {
  readonly kind: 'CLAUSE' | 'PURPOSE' | 'NOUN';
  readonly clause: Clause;
  /** Null for a noun. */
  readonly verb: VerbGroup | null;
  readonly noun: EventNoun | null;
  /** The subordinate clause that holds the time expression: "*speaking by video call in December*, warned". */
  readonly via: Clause | null;
  readonly resolution: DatedResolution;
  /** 0–1: the certainty that the time belongs to this statement. */
  readonly attachment: number;
}
