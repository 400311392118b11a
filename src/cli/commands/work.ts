import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { isRunByNpm } from '../../config.ts';
import type { JobOutcome, TakenJob } from '../../store/port/job-queue.ts';
import { performArticle, readReport } from '../../timeline/ingest/article-queue.ts';
import { withQueue } from '../input/open-queue.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { wholeNumber } from '../options/option-values.ts';
import { type GlobalOptions, optionsOf } from '../options/shared-options.ts';
import { EXIT } from '../output/exit-codes.ts';
import { reportLines } from '../output/ingest-lines.ts';
import { complain, print, printJson } from '../output/print.ts';

interface WorkOptions extends GlobalOptions {
  readonly drain?: true;
  readonly lanes: number;
}

const EXAMPLES = `
Any number of workers on any machines may work on a PostgreSQL database. A SQLite file has one at a time: its server, or this
command. SIGTERM and SIGINT end it when the articles that it has begun are saved.

Examples:
  dateline work
  dateline enqueue archive.ndjson && dateline work --drain`;

/** Articles are read in other threads, and saved one after the other: some more than threads keep both busy. */
const LANES = 4 * availableParallelism();

/** `dateline work`: reads the articles of the queue into the timeline. */
export function addWork(program: Command): void {
  program
    .command('work')
    .description('Read the articles that wait in the queue into the timeline')
    .option('--drain', 'end when no article waits or is being read')
    .option('--lanes <number>', 'how many articles are worked on at a time', wholeNumber, LANES)
    .addHelpText('after', EXAMPLES)
    .action(work);
}

async function work(_: unknown, command: Command): Promise<void> {
  const options = optionsOf<WorkOptions>(command);
  const lanes = Math.max(options.lanes, 1);
  await withTimeline(options, 'WRITE', (timeline, { maxArticleBytes, logLevel }) =>
    withQueue(options, { access: 'WRITE', lanes }, async (queue) => {
      const { pino } = await import('pino');
      const { stopSignal } = await import('../../startup/stop-signal.ts');
      const log = pino({ level: logLevel }, pino.destination(process.stderr.fd));
      const perform = performArticle(timeline, maxArticleBytes, (err, job) =>
        log.error({ err, job }, 'an article of the queue failed'),
      );
      const performAndReport = async (job: TakenJob): Promise<JobOutcome> => {
        const outcome = await perform(job);
        await report(job, outcome, options);
        return outcome;
      };
      const signal = stopSignal(log, isRunByNpm() ? 'npm' : 'other');
      await queue.work(performAndReport, { lanes, signal, untilEmpty: options.drain === true });
      if (options.drain !== true) return;
      const { FAILED } = await queue.count();
      if (FAILED > 0) complain(`${FAILED} failed: see "dateline jobs list"`);
      if (FAILED > 0) process.exitCode = EXIT.refused;
    }),
  );
}

async function report(job: TakenJob, outcome: JobOutcome, { json }: GlobalOptions): Promise<void> {
  if (outcome.kind === 'refused') return complain(`${job.id}: ${outcome.reason}`);
  const found = readReport(outcome.report);
  await (json === true ? printJson(found) : print(reportLines(found)));
}
