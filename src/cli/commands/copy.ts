import { type Command, InvalidArgumentError } from 'commander';
import { environmentWith } from '../../config.ts';
import { DEFAULT_SLUG } from '../../domain/timeline-record.ts';
import { counted } from '../../formats/text/plain-text.ts';
import { databaseUrl } from '../../startup/setting-readers.ts';
import type { EventStore, StoreProblem, StoreSummary } from '../../store/port/event-store.ts';
import { configFor, optionsOf } from '../options/shared-options.ts';
import { EXIT } from '../output/exit-codes.ts';
import { complain, print, printJson } from '../output/print.ts';

const EXAMPLES = `
Ids, revisions, versions, decisions, the audit trail and removals are those of the source, and so are the documents, byte for
byte. The copy is that of one moment, also while a server writes. A copy that was broken off goes on when the command is given
again; until its end no program opens the target. The target must have no data of its own. At the end both are verified.

With --timeline SLUG the timeline of that name is copied, to the same name where the target holds several.

Examples:
  dateline copy sqlite:data/dateline.sqlite postgres://dateline@db.example/news
  dateline copy postgres://dateline@db.example/news sqlite:copy.sqlite
  dateline copy sqlite:data/timelines/ postgres://dateline@db.example/news --timeline strike`;

/** `dateline copy FROM TO`: a timeline in another database. */
export function addCopy(program: Command): void {
  program
    .command('copy')
    .description(
      'Copy a timeline into another database with all its history, from SQLite to PostgreSQL or back',
    )
    .argument('<from>', 'the database, as DATABASE_URL names it', database)
    .argument('<to>', 'the other database', database)
    .addHelpText('after', EXAMPLES)
    .action(copy);
}

/** Reads the address of a database as `DATABASE_URL` takes it. */
function database(text: string): string {
  const reading = databaseUrl(text, environmentWith({}));
  if (reading.kind === 'refused') throw new InvalidArgumentError(`It ${reading.rule}.`);
  return reading.value;
}

async function copy(from: string, to: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf(command);
  const { copyEnds } = await import('../input/copy-ends.ts');
  const { copyStore } = await import('../../store/copy-store.ts');
  const ends = await copyEnds(configFor(options), { from, to }, options.timeline ?? DEFAULT_SLUG);
  // The opening brings a source of an earlier version up to date.
  await withStore(ends.from, async () => {});
  await copyStore(ends.from, ends.to, { onProgress: progress() });
  complain('verifying');
  const source = await withStore(ends.from, verify);
  const target = await withStore(ends.to, verify);
  if (target.problems.length > 0) process.exitCode = EXIT.refused;
  const { articleCount, eventCount, revision } = target.summary;
  if (options.json === true)
    return printJson({ articleCount, eventCount, revision, problems: target.problems });
  for (const { check, detail } of target.problems) await print(`${check}: ${detail}\n`);
  const counts = `${counted(articleCount, 'article')}, ${counted(eventCount, 'event')}, revision ${revision}`;
  await print(`copied: ${counts}; ${verdict(source, target)}\n`);
}

/** A table that takes long gets a line now and then. */
const LINE_MS = 2000;

function progress(): (table: string, rows: number) => void {
  let [last, at] = ['', 0];
  return (table, rows) => {
    if (table === last && performance.now() - at < LINE_MS) return;
    [last, at] = [table, performance.now()];
    complain(`${table}: ${counted(rows, 'row')}`);
  };
}

interface Verified {
  readonly summary: StoreSummary;
  readonly problems: readonly StoreProblem[];
}

async function withStore<T>(url: string, use: (store: EventStore) => Promise<T>): Promise<T> {
  const { openStore } = await import('../../store/open-store.ts');
  const store = await openStore(url);
  return use(store).finally(() => store.close());
}

async function verify(store: EventStore): Promise<Verified> {
  const { verifyTexts } = await import('../../timeline/read/verify-texts.ts');
  const problems = [...(await store.verify()), ...(await verifyTexts(store))];
  return { summary: await store.readSummary(), problems };
}

function verdict(source: Verified, target: Verified): string {
  const { revision } = source.summary;
  if (revision !== target.summary.revision)
    return `the source was changed since, and is at revision ${revision}`;
  const [before, after] = [source.problems.length, target.problems.length];
  if (before + after === 0) return revision === 0 ? 'both are empty' : 'both are sound';
  return `${counted(after, 'problem')}, ${before} in the source`;
}
