import { foldName } from '../../../domain/event/fold-name.ts';
import type { NameRecord } from '../../../domain/event/mention.ts';
import type { Session } from '../session.ts';

type Kind = 'actor' | 'place';

/** One statement cannot remove a row and write it again. So it removes only the names that are no longer wanted. */
const save = (kind: Kind, conflict: string): string => `
  WITH changed AS (
    INSERT INTO ${kind}s (timeline_id, ${kind}_key, id, name, aliases)
    SELECT $1::integer, (SELECT coalesce(max(k.${kind}_key), 0) FROM ${kind}s k WHERE k.timeline_id = $1) + g.place,
      g.id, g.name, g.aliases
    FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY g (id, name, aliases, place)
    ON CONFLICT (timeline_id, id) ${conflict}
    RETURNING ${kind}_key, id
  ), wanted AS (
    SELECT c.${kind}_key, w.name FROM unnest($5::text[], $6::text[]) w (id, name) JOIN changed c ON c.id = w.id
  ), gone AS (
    DELETE FROM ${kind}_names n
    WHERE n.timeline_id = $1 AND n.${kind}_key IN (SELECT c.${kind}_key FROM changed c)
      AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.${kind}_key = n.${kind}_key AND w.name = n.name)
  )
  INSERT INTO ${kind}_names (timeline_id, name, ${kind}_key)
  SELECT $1::integer, w.name, w.${kind}_key FROM wanted w ON CONFLICT DO NOTHING`;

const replace = (kind: Kind): string =>
  save(
    kind,
    `DO UPDATE SET name = excluded.name, aliases = excluded.aliases
      WHERE ${kind}s.name <> excluded.name OR ${kind}s.aliases <> excluded.aliases`,
  );

const REPLACE: Readonly<Record<Kind, string>> = { actor: replace('actor'), place: replace('place') };
const ADD: Readonly<Record<Kind, string>> = {
  actor: save('actor', 'DO NOTHING'),
  place: save('place', 'DO NOTHING'),
};

/** Replaces the names and the aliases known of these ids. */
export const saveNames = (
  session: Session,
  kind: Kind,
  records: readonly NameRecord<string>[],
): Promise<void> => saveBy(session, REPLACE[kind], records);

/** Actors or places of an event that are not known yet become known under their names alone. */
export const addNames = (
  session: Session,
  kind: Kind,
  named: readonly { readonly id: string; readonly name: string }[],
): Promise<void> =>
  saveBy(
    session,
    ADD[kind],
    named.map(({ id, name }) => ({ id, name, aliases: [] })),
  );

async function saveBy(session: Session, sql: string, records: readonly NameRecord<string>[]): Promise<void> {
  if (records.length === 0) return;
  const unique = [...new Map(records.map((record) => [record.id, record])).values()];
  const names = unique.flatMap(({ id, name, aliases }) =>
    [...new Set([name, ...aliases].map(foldName))].filter((each) => each !== '').map((each) => [id, each]),
  );
  await session.write(
    sql,
    unique.map(({ id }) => id),
    unique.map(({ name }) => name),
    unique.map(({ aliases }) => JSON.stringify(aliases)),
    names.map(([id = '']) => id),
    names.map(([, name = '']) => name),
  );
}
