import type { EventOverride } from '../../../domain/event/decision.ts';
import type { DerivedEvent, TimelineEvent } from '../../../domain/event/event.ts';
import type { EventId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import type { PurgeChange } from '../../port/event-store.ts';

/** A version that a purge touches. */
export interface PurgedVersionRow {
  readonly key: number;
  readonly revision: number;
  readonly document: string;
  /** The keys of its mentions as JSON. */
  readonly mentions: string;
}

export type OwnFields = Omit<TimelineEvent, 'mentions'>;

/**
 * The document and the mentions of a version without those that are removed: what other articles say is derived from them anew.
 * Null where no article is left that dates the event.
 */
export function versionWithout(
  { revision, document, mentions }: PurgedVersionRow,
  {
    removed,
    derive,
    mentionOf,
    overridesAt,
  }: {
    readonly removed: ReadonlySet<number>;
    readonly derive: PurgeChange['derive'];
    readonly mentionOf: (key: number) => Mention;
    readonly overridesAt: (event: EventId, revision: number) => EventOverride;
  },
): readonly [document: string, mentions: string] | null {
  const own: OwnFields = JSON.parse(document);
  const keys: readonly number[] = JSON.parse(mentions);
  const left = keys.filter((key) => !removed.has(key));
  const derived = derive(own.id, left.map(mentionOf), overridesAt(own.id, revision));
  return derived && [JSON.stringify(derivedAnew(own, derived)), JSON.stringify(left)];
}

/** The fields keep their order. */
const derivedAnew = (own: OwnFields, { mentions: _mentions, ...derived }: DerivedEvent): OwnFields => ({
  ...own,
  ...derived,
});
