import { type Command, Option } from 'commander';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { ARTICLE_FORMATS, type ArticleFormat } from '../../ingestion/reading/article-format.ts';
import type { BulkInput, BulkOutcome } from '../../timeline/ingest/ingest-report.ts';
import type { TimelineUpkeep } from '../../timeline/timeline-writing.ts';
import { listInputs } from '../input/input-files.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { day } from '../options/option-values.ts';
import { type GlobalOptions, optionsOf } from '../options/shared-options.ts';
import { EXIT } from '../output/exit-codes.ts';
import {
  articlesIn,
  type IngestTotals,
  noTotals,
  openProgress,
  reportLines,
  totalsLine,
} from '../output/ingest-lines.ts';
import { complain, print, printJson } from '../output/print.ts';

interface IngestOptions extends GlobalOptions {
  readonly anchor?: CalendarDate;
  readonly format?: ArticleFormat;
  readonly restore?: true;
}

const EXAMPLES = `
A folder is read with all folders in it: every file with a known suffix, such as .txt .md .html .json .ndjson. The
metadata of NAME.txt may stand in NAME.meta.json. What is refused takes one line on standard error, "NAME: reason";
everything else is ingested.

Examples:
  dateline ingest articles/
  dateline ingest report.txt --anchor 2021-12-21
  curl -s https://example.com/news.html | dateline ingest - --format html`;

/** `dateline ingest PATH…`: articles into the timeline, each as one change. */
export function addIngest(program: Command): void {
  program
    .command('ingest')
    .description('Read articles, resolve their dates and add their events to the timeline')
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('--anchor <day>', 'read all of them as written on this day', day)
    .option('--restore', 'take retracted articles up again')
    .addOption(new Option('--format <format>', 'their format (default: by suffix)').choices(ARTICLE_FORMATS))
    .addHelpText('after', EXAMPLES)
    .action(ingest);
}

async function ingest(paths: readonly string[], _: unknown, command: Command): Promise<void> {
  const options = optionsOf<IngestOptions>(command);
  if (paths.includes('-') && options.format === undefined)
    command.error(`error: standard input needs --format (${ARTICLE_FORMATS.join(', ')})`);
  await withTimeline(options, 'WRITE', async (timeline, { maxArticleBytes }) => {
    const totals = await ingestInputs(timeline, paths, { ...options, maxArticleBytes });
    if (totals.refused > 0) process.exitCode = EXIT.refused;
    if (options.json !== true) await print(totalsLine(totals, await timeline.describe()));
  });
}

async function ingestInputs(
  timeline: TimelineUpkeep,
  paths: readonly string[],
  options: IngestOptions & { maxArticleBytes: number },
): Promise<IngestTotals> {
  const { readInput } = await import('../input/read-inputs.ts');
  const { format, maxArticleBytes, anchor, restore = false } = options;
  const inputs = await listInputs(paths);
  const progress = openProgress(inputs.length);
  const totals = noTotals();
  let inputsRead = 0;
  async function* readAll(): AsyncGenerator<BulkInput> {
    for (const [index, input] of inputs.entries()) {
      inputsRead = index;
      yield* readInput(input, { format, maxArticleBytes });
    }
  }
  for await (const outcome of timeline.ingestArticles(readAll(), {
    restore,
    ...(anchor !== undefined && { anchor }),
  })) {
    progress.clear();
    await report(outcome, options, totals);
    progress.draw(inputsRead, articlesIn(totals));
  }
  progress.clear();
  return totals;
}

async function report(outcome: BulkOutcome, { json }: IngestOptions, totals: IngestTotals): Promise<void> {
  if (outcome.kind === 'rejected') {
    totals.refused += 1;
    complain(`${outcome.name}: ${outcome.reason}`);
    return;
  }
  const { report } = outcome;
  totals[report.outcome] += 1;
  totals.warnings += report.warnings.length;
  await (json === true ? printJson(report) : print(reportLines(report)));
}
