import Database from 'better-sqlite3';

/** Opens the plain tables as all servers here read them, with the cache that Dateline has. */
export function openTables(file) {
  const database = new Database(file, { readonly: true });
  database.pragma('cache_size = -65536');
  return database;
}

/** Prints where a server listens, as the benchmark waits for. */
export const sayPort = (port) => process.stdout.write(`listening on ${port}\n`);
