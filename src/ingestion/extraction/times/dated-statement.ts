import type { EventDate } from '../../../domain/time/event-date.ts';
import type { Resolution } from '../../../domain/time/resolution.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { VerbGroup } from '../../sentences/verb-groups.ts';

/** A resolution that names a stretch of the calendar. */
export type DatedResolution = Resolution & { readonly date: EventDate };

/** A noun phrase that names a happening: "the January meetings with Russia". Token indices, inclusive. */
export interface EventNoun {
  readonly first: number;
  readonly head: number;
  readonly last: number;
}

/**
 * Something that the text dates. CLAUSE: what a clause tells. PURPOSE: what its verb leads to ("agreed *to start talks
 * next month*"), the date being that of `verb`. NOUN: what a noun phrase names.
 */
export interface DatedStatement {
  readonly kind: 'CLAUSE' | 'PURPOSE' | 'NOUN';
  readonly clause: Clause;
  /** Null for a noun. */
  readonly verb: VerbGroup | null;
  readonly noun: EventNoun | null;
  /** A clause that brought the date to this one and belongs to it: "*speaking by video call in December*, warned". */
  readonly via: Clause | null;
  readonly resolution: DatedResolution;
  /** 0–1: how surely the time belongs to just this statement. */
  readonly attachment: number;
}
