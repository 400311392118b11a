import { setTimeout } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import type { Config } from '../../config.ts';
import { TimelineError } from '../../domain/errors.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { counted } from '../../formats/text/plain-text.ts';
import { ARTICLE_FORMATS, type ArticleFormat } from '../../ingestion/reading/article-format.ts';
import type { Job, JobQueue, NewJob } from '../../store/port/job-queue.ts';
import { articleJob, toArticleJob } from '../../timeline/ingest/article-queue.ts';
import { listInputs } from '../input/input-files.ts';
import { withQueue } from '../input/open-queue.ts';
import { day } from '../options/option-values.ts';
import { type GlobalOptions, optionsOf } from '../options/shared-options.ts';
import { EXIT } from '../output/exit-codes.ts';
import { openProgress } from '../output/ingest-lines.ts';
import { complain, print, printJson } from '../output/print.ts';

interface EnqueueOptions extends GlobalOptions {
  readonly anchor?: CalendarDate;
  readonly format?: ArticleFormat;
  readonly restore?: true;
}

const EXAMPLES = `
The articles are read by "dateline work". A server over a SQLite file reads them too, from its next start on.

Examples:
  dateline enqueue archive.ndjson
  dateline work --drain`;

/** `dateline enqueue PATH…`: articles into the queue, to be read by workers. */
export function addEnqueue(program: Command): void {
  program
    .command('enqueue')
    .description('Put articles into the queue, to be read by workers')
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('--anchor <day>', 'read all of them as written on this day', day)
    .option('--restore', 'take retracted articles up again')
    .addOption(new Option('--format <format>', 'their format (default: by suffix)').choices(ARTICLE_FORMATS))
    .addHelpText('after', EXAMPLES)
    .action(enqueue);
}

/** A batch is stored as a whole, so that a bulk file needs few transactions and little memory. */
const BATCH = { jobs: 500, bytes: 4_000_000 };

async function enqueue(paths: readonly string[], _: unknown, command: Command): Promise<void> {
  const options = optionsOf<EnqueueOptions>(command);
  if (paths.includes('-') && options.format === undefined)
    command.error(`error: standard input needs --format (${ARTICLE_FORMATS.join(', ')})`);
  await withQueue(options, { access: 'WRITE' }, async (queue, { maxArticleBytes, queueLimit }) => {
    const totals = await enqueueInputs(queue, paths, { ...options, maxArticleBytes, queueLimit });
    if (totals.refused > 0) process.exitCode = EXIT.refused;
    if (options.json === true) return;
    const { QUEUED } = await queue.count();
    await print(
      `${counted(totals.enqueued, 'article')} put into the queue, ${totals.refused} refused. ${QUEUED} wait.\n`,
    );
  });
}

async function enqueueInputs(
  queue: JobQueue,
  paths: readonly string[],
  {
    json,
    format,
    anchor,
    restore,
    maxArticleBytes,
    queueLimit,
  }: EnqueueOptions & Pick<Config, 'maxArticleBytes' | 'queueLimit'>,
): Promise<{ readonly enqueued: number; readonly refused: number }> {
  const { readBodies } = await import('../input/read-bodies.ts');
  const inputs = await listInputs(paths);
  const progress = openProgress(inputs.length);
  const totals = { enqueued: 0, refused: 0 };
  let batch: NewJob[] = [];
  let bytes = 0;
  const flush = async (inputsRead: number): Promise<void> => {
    if (batch.length === 0) return;
    const jobs = await addWhenThereIsRoom(queue, batch);
    totals.enqueued += batch.length;
    batch = [];
    bytes = 0;
    progress.clear();
    if (json === true) for (const job of jobs) await printJson(toArticleJob(job));
    progress.draw(inputsRead, totals.enqueued);
  };
  for (const [index, input] of inputs.entries())
    for await (const found of readBodies(input, { format, maxArticleBytes })) {
      if (found.kind === 'rejected') {
        totals.refused += 1;
        progress.clear();
        complain(`${found.name}: ${found.reason}`);
        continue;
      }
      const task = {
        ...found.task,
        restore: restore === true,
        by: null,
        ...(anchor !== undefined && { anchor }),
      };
      batch.push(articleJob(task, found.body));
      bytes += found.body.length;
      if (batch.length >= Math.min(BATCH.jobs, queueLimit) || bytes >= BATCH.bytes) await flush(index);
    }
  await flush(inputs.length);
  progress.clear();
  return totals;
}

const FULL_MS = 2000;

/** Workers make room in a full queue. */
async function addWhenThereIsRoom(queue: JobQueue, jobs: readonly NewJob[]): Promise<readonly Job[]> {
  for (let tries = 1; ; tries += 1)
    try {
      return await queue.enqueue(jobs);
    } catch (error) {
      if (!(error instanceof TimelineError && error.code === 'STORE_BUSY')) throw error;
      if (tries === 1) complain(`${error.message}; waiting for room`);
      await setTimeout(FULL_MS);
    }
}
