import type { Database } from 'better-sqlite3';
import { foldName } from '../../../domain/event/fold-name.ts';
import type { NameRecord } from '../../../domain/event/mention.ts';
import { EVENT, type Subject } from '../../sql/subject.ts';

/** Writes actors or places: their names, and the events or snapshots that they belong to. */
export interface NameWriter {
  /** Replaces the name and the aliases known of that id. */
  save(record: NameRecord<string>): void;
  /** An unknown actor or place becomes known under that name alone. */
  link(ownerKey: number, named: { readonly id: string; readonly name: string }): void;
  unlink(ownerKey: number): void;
}

interface KeyRow {
  readonly key: number;
}

export function nameWriter(
  database: Database,
  kind: 'actor' | 'place',
  { kind: owner }: Subject = EVENT,
): NameWriter {
  const replace = database.prepare<[string, string, string], KeyRow>(`
    INSERT INTO ${kind}s (id, name, aliases) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, aliases = excluded.aliases
      WHERE name <> excluded.name OR aliases <> excluded.aliases
    RETURNING ${kind}_key AS key`);
  const add = database.prepare<[string, string], KeyRow>(`
    INSERT INTO ${kind}s (id, name, aliases) VALUES (?, ?, '[]') ON CONFLICT (id) DO NOTHING
    RETURNING ${kind}_key AS key`);
  const forgetNames = database.prepare<[number]>(`DELETE FROM ${kind}_names WHERE ${kind}_key = ?`);
  const addName = database.prepare<[string, number]>(
    `INSERT INTO ${kind}_names (name, ${kind}_key) VALUES (?, ?)`,
  );
  const link = database.prepare<[number, string]>(`
    INSERT INTO ${owner}_${kind}s (${kind}_key, ${owner}_key) SELECT k.${kind}_key, ? FROM ${kind}s k WHERE k.id = ?
    ON CONFLICT DO NOTHING`);
  const unlink = database.prepare<[number]>(`DELETE FROM ${owner}_${kind}s WHERE ${owner}_key = ?`);

  const writeNames = (row: KeyRow | undefined, names: readonly string[]): void => {
    if (row === undefined) return;
    forgetNames.run(row.key);
    for (const name of new Set(names.map(foldName))) if (name !== '') addName.run(name, row.key);
  };
  return {
    save: ({ id, name, aliases }) =>
      writeNames(replace.get(id, name, JSON.stringify(aliases)), [name, ...aliases]),
    link: (ownerKey, { id, name }) => {
      if (link.run(ownerKey, id).changes > 0) return;
      writeNames(add.get(id, name), [name]);
      link.run(ownerKey, id);
    },
    unlink: (ownerKey) => {
      unlink.run(ownerKey);
    },
  };
}
