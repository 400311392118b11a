import type { Command } from 'commander';
import { TimelineError } from '../../domain/errors.ts';
import { counted } from '../../formats/text/plain-text.ts';
import { type ArticleJob, toArticleJob } from '../../timeline/ingest/article-queue.ts';
import { withQueue } from '../input/open-queue.ts';
import { wholeNumber } from '../options/option-values.ts';
import { type GlobalOptions, optionsOf } from '../options/shared-options.ts';
import { print, printJson } from '../output/print.ts';
import { textTable } from '../output/text-table.ts';

const EXAMPLES = `
Examples:
  dateline jobs list
  dateline jobs retry job_0123
  dateline jobs retry`;

interface ListOptions extends GlobalOptions {
  readonly first: number;
}

/** `dateline jobs list|retry`: the articles in the queue, and those that failed. */
export function addJobs(program: Command): void {
  const jobs = program
    .command('jobs')
    .description('Show how many articles wait in the queue and which failed, and have these tried again')
    .addHelpText('after', EXAMPLES);
  jobs
    .command('list')
    .description('Count the articles in the queue, and list those that failed, the latest first')
    .option('--first <number>', 'at most so many that failed', wholeNumber, 100)
    .action(list);
  jobs
    .command('retry')
    .description('Put an article that failed, or all of them, back into the queue')
    .argument('[id]', 'id of the job (default: all that failed)')
    .action(retry);
}

async function list(_: unknown, command: Command): Promise<void> {
  const options = optionsOf<ListOptions>(command);
  await withQueue(options, { access: 'READ' }, async (queue) => {
    const { QUEUED, RUNNING, FAILED } = await queue.count();
    const failed = (await queue.listFailed(options.first)).map(toArticleJob);
    if (options.json !== true) {
      await print(`${QUEUED} wait, ${RUNNING} being read, ${FAILED} failed\n`);
      return print(textTable(failed.map(rowOf)));
    }
    await printJson({ queued: QUEUED, running: RUNNING, failed: FAILED });
    for (const job of failed) await printJson(job);
  });
}

const rowOf = ({ id, name, finishedAt, tries, refusal }: ArticleJob): readonly string[] => [
  id,
  finishedAt ?? '',
  `tried ${counted(tries, 'time')}`,
  `${name ?? 'sent'}: ${refusal?.reason ?? ''}`,
];

async function retry(id: string | undefined, _: unknown, command: Command): Promise<void> {
  const options = optionsOf(command);
  await withQueue(options, { access: 'READ' }, async (queue) => {
    const retried = await queue.retry(id ?? null);
    if (id !== undefined && retried === 0)
      throw new TimelineError('NOT_FOUND', `there is no job "${id}" that failed and can be tried again`);
    if (options.json === true) return printJson({ retried });
    await print(`${counted(retried, 'article')} put back into the queue\n`);
  });
}
