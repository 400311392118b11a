import { TimelineError } from '../../../domain/errors.ts';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { EventId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import { textOfMention } from '../../documents/event-texts.ts';
import type { EventChanges } from '../../port/event-store.ts';
import type { Ending } from '../../sql/save-order.ts';
import type { MentionKeys } from '../mention-keys.ts';
import type { Session } from '../session.ts';
import { arrayLiteral } from './array-literal.ts';
import { arrayOfList, documentList } from './document-list.ts';

/** The history of one change, collected and then written at once. Each method returns the key of the new version. */
export interface VersionWriter {
  /** A mention that is the same as in its last version is not stored again. */
  add(event: TimelineEvent, change: 'ADDED' | 'CHANGED'): number;
  end(id: EventId, ending: Ending | { readonly change: 'HIDDEN'; readonly into: null }): number;
  write(): Promise<void>;
}

export interface LastVersion {
  readonly id: string;
  readonly key: number;
  readonly document: string;
}

/** The last versions of mentions. */
export async function readLastVersions(
  session: Session,
  mentions: readonly string[],
): Promise<readonly LastVersion[]> {
  if (mentions.length === 0) return [];
  return session.read<LastVersion>(
    `SELECT DISTINCT ON (m.mention_id) m.mention_id AS id, m.version_key AS key, m.document
    FROM mention_versions m WHERE m.mention_id = ANY($2) ORDER BY m.mention_id, m.revision DESC`,
    mentions,
  );
}

const ADD_MENTIONS = `
  INSERT INTO mention_versions (timeline_id, version_key, mention_id, revision, article_id, document)
  SELECT $1::integer, g.key, g.mention, $2::integer, g.article, g.document
  FROM unnest($3::integer[], $4::text[], $5::text[], ${arrayOfList('$6')}) g (key, mention, article, document)`;

const ADD_EVENTS = `
  INSERT INTO event_versions (timeline_id, version_key, event_id, revision, change, into_id, document, mentions)
  SELECT $1::integer, g.key, g.event, $2::integer, g.change, g.into_id, g.document, g.mentions::integer[]
  FROM unnest($3::integer[], $4::text[], $5::text[], $6::text[], ${arrayOfList('$7')}, $8::text[])
    g (key, event, change, into_id, document, mentions)`;

interface Version {
  readonly key: number;
  readonly event: string;
  readonly change: string;
  readonly into: string | null;
  readonly document: string | null;
  readonly mentions: string | null;
}

export function versionWriter(
  session: Session,
  {
    revision,
    keyOf,
    lastVersions,
    lastKeys,
  }: {
    readonly revision: number;
    readonly keyOf: MentionKeys['keyOf'];
    readonly lastVersions: readonly LastVersion[];
    /** The greatest keys of the two tables. */
    readonly lastKeys: { readonly event: number; readonly mention: number };
  },
): VersionWriter {
  const last = new Map(lastVersions.map((version) => [version.id, version]));
  const mentions: (LastVersion & { readonly article: string })[] = [];
  const events: Version[] = [];
  const keep = (mention: Mention): number => {
    const known = keyOf(mention);
    if (known !== undefined) return known;
    const document = textOfMention(mention);
    const before = last.get(mention.id);
    if (before?.document === document) return before.key;
    const key = lastKeys.mention + mentions.length + 1;
    const version = { id: mention.id, key, document, article: mention.article.id };
    mentions.push(version);
    last.set(mention.id, version);
    return key;
  };
  const push = (version: Omit<Version, 'key'>): number => {
    const key = lastKeys.event + events.length + 1;
    events.push({ ...version, key });
    return key;
  };
  return {
    add: ({ mentions: accounts, ...own }, change) =>
      push({
        event: own.id,
        change,
        into: null,
        document: JSON.stringify(own),
        mentions: arrayLiteral(accounts.map(keep)),
      }),
    end: (id, { change, into }) => push({ event: id, change, into, document: null, mentions: null }),
    write: async () => {
      await Promise.all([
        mentions.length > 0 &&
          session.write(
            ADD_MENTIONS,
            revision,
            mentions.map(({ key }) => key),
            mentions.map(({ id }) => id),
            mentions.map(({ article }) => article),
            documentList(mentions.map(({ document }) => document)),
          ),
        events.length > 0 &&
          session.write(
            ADD_EVENTS,
            revision,
            events.map(({ key }) => key),
            events.map(({ event }) => event),
            events.map(({ change }) => change),
            events.map(({ into }) => into),
            documentList(events.map(({ document }) => document)),
            events.map((version) => version.mentions),
          ),
      ]);
    },
  };
}

const TURN_ALIASES = `
  UPDATE event_aliases a SET revision = $4,
    into_id = coalesce((SELECT t.into_id FROM event_aliases t WHERE t.timeline_id = $1 AND t.id = $3), $3)
  WHERE a.timeline_id = $1 AND a.into_id = $2`;

const ADD_ALIAS = `
  INSERT INTO event_aliases (timeline_id, id, into_id, revision)
  VALUES ($1, $2, coalesce((SELECT t.into_id FROM event_aliases t WHERE t.timeline_id = $1 AND t.id = $3), $3), $4)`;

const STAYED = `
  SELECT a.id FROM event_aliases a JOIN events e ON e.id = a.into_id WHERE a.id = ANY($2)`;

/**
 * Records merges, in any order. Every alias leads straight to the event that stays, so that the aliases of a merged event
 * are turned to it. Throws `NOT_FOUND` unless the event exists.
 */
export async function writeAliases(
  session: Session,
  merged: EventChanges['merged'],
  revision: number,
): Promise<void> {
  if (merged.length === 0) return;
  const written = merged.flatMap(({ from, into }) => [
    session.write(TURN_ALIASES, from, into, revision),
    session.write(ADD_ALIAS, from, into, revision),
  ]);
  const stayed = session.read<{ id: string }>(
    STAYED,
    merged.map(({ from }) => from),
  );
  await Promise.all([...written, stayed]);
  const found = new Set((await stayed).map(({ id }) => id));
  const lost = merged.find(({ from }) => !found.has(from));
  if (lost !== undefined)
    throw new TimelineError('NOT_FOUND', `there is no event "${lost.into}" to merge "${lost.from}" into`);
}
