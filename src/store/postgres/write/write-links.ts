import type { Subject } from '../../sql/subject.ts';
import type { Session } from '../session.ts';
import { addNames } from './write-names.ts';

/** The actors or places of an event or a snapshot. */
export interface Links {
  readonly key: number;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

type Kind = 'actor' | 'place';

/** Links that are as they were stay untouched. */
const replace = (owner: Subject['kind'], kind: Kind, countDeltas: string): string => `
  WITH wanted AS (
    SELECT DISTINCT k.${kind}_key, w.owner_key FROM unnest($3::integer[], $4::text[]) w (owner_key, id)
    JOIN ${kind}s k ON k.timeline_id = $1 AND k.id = w.id
  ), gone AS (
    DELETE FROM ${owner}_${kind}s l
    WHERE l.timeline_id = $1 AND l.${owner}_key = ANY($2::integer[])
      AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.${kind}_key = l.${kind}_key AND w.owner_key = l.${owner}_key)
    RETURNING l.${kind}_key
  ), added AS (
    INSERT INTO ${owner}_${kind}s (timeline_id, ${kind}_key, ${owner}_key)
    SELECT $1::integer, w.${kind}_key, w.owner_key FROM wanted w ON CONFLICT DO NOTHING
    RETURNING ${kind}_key
  )
  ${countDeltas}`;

/** Actors count their events. */
const COUNT_ACTORS = `, deltas AS (
    SELECT d.actor_key, sum(d.delta)::integer AS delta
    FROM (SELECT n.actor_key, 1 AS delta FROM added n UNION ALL SELECT g.actor_key, -1 FROM gone g) d GROUP BY 1
  )
  UPDATE actors a SET event_count = a.event_count + d.delta FROM deltas d
  WHERE a.timeline_id = $1 AND a.actor_key = d.actor_key AND d.delta <> 0`;

const STATEMENTS = {
  event: {
    actor: replace('event', 'actor', COUNT_ACTORS),
    place: replace('event', 'place', 'SELECT 1 WHERE FALSE'),
  },
  edition: {
    actor: replace('edition', 'actor', 'SELECT 1 WHERE FALSE'),
    place: replace('edition', 'place', 'SELECT 1 WHERE FALSE'),
  },
} as const satisfies Record<Subject['kind'], Record<Kind, string>>;

/** Replaces the actors and places of these events or snapshots. Unknown actors and places become known. */
export async function writeLinks(
  session: Session,
  owner: Subject['kind'],
  links: readonly Links[],
): Promise<void> {
  if (links.length === 0) return;
  const write = async (kind: Kind, of: (link: Links) => Links['actors']): Promise<void> => {
    const pairs = links.flatMap((link) => of(link).map((named) => ({ key: link.key, named })));
    await Promise.all([
      addNames(
        session,
        kind,
        // The first name of an id is the one that it gets.
        pairs.map(({ named }) => named).toReversed(),
      ),
      session.write(
        STATEMENTS[owner][kind],
        links.map(({ key }) => key),
        pairs.map(({ key }) => key),
        pairs.map(({ named }) => named.id),
      ),
    ]);
  };
  await Promise.all([write('actor', ({ actors }) => actors), write('place', ({ places }) => places)]);
}
