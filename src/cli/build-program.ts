import { Command, type OutputConfiguration } from 'commander';
import { VERSION } from '../package-files.ts';
import { addAround } from './commands/around.ts';
import { addAudit } from './commands/audit.ts';
import { addBackup } from './commands/backup.ts';
import { addCite } from './commands/cite.ts';
import { addCompare } from './commands/compare.ts';
import { addCopy } from './commands/copy.ts';
import { addFacets, addHistogram } from './commands/counts.ts';
import { addCuration, addEdit, addRetract } from './commands/curate.ts';
import { addDigest } from './commands/digest.ts';
import { addEnqueue } from './commands/enqueue.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addExportArticles } from './commands/export-articles.ts';
import { addGaps } from './commands/gaps.ts';
import { addIngest } from './commands/ingest.ts';
import { addJobs } from './commands/jobs.ts';
import { addOnThisDate } from './commands/on-this-date.ts';
import { addParse } from './commands/parse.ts';
import { addPost } from './commands/post.ts';
import { addPurge } from './commands/purge.ts';
import { addQuery } from './commands/query.ts';
import { addRederive } from './commands/rederive.ts';
import { addResolve } from './commands/resolve.ts';
import { addRestore } from './commands/restore.ts';
import { addServe } from './commands/serve.ts';
import { addTag } from './commands/tag.ts';
import { addTimeline } from './commands/timeline.ts';
import { addToken } from './commands/token.ts';
import { addVerify } from './commands/verify.ts';
import { addWork } from './commands/work.ts';
import { EXIT_CODE_HELP } from './output/exit-codes.ts';

/** In the order of `--help`. Each loads what is heavy only when it runs. */
const COMMANDS = [
  addServe,
  addIngest,
  addEnqueue,
  addWork,
  addJobs,
  addQuery,
  addOnThisDate,
  addAround,
  addFacets,
  addHistogram,
  addDigest,
  addGaps,
  addCompare,
  addExport,
  addExplain,
  addCite,
  addPost,
  addResolve,
  addTag,
  addParse,
  addEdit,
  addCuration,
  addRestore,
  addRetract,
  addPurge,
  addAudit,
  addRederive,
  addTimeline,
  addToken,
  addVerify,
  addBackup,
  addCopy,
  addExportArticles,
];

/** The whole command line; it writes to the process's own streams unless it is given others. */
export function buildProgram(output: OutputConfiguration = {}): Command {
  const program = new Command('dateline')
    .description('Turns news articles into a timeline of events, each traced to the words that date it.')
    .version(VERSION)
    .option(
      '--db <file>',
      'the SQLite database, or a folder of them (default: that of DATABASE_URL, or data/dateline.sqlite)',
    )
    .option('--timeline <slug>', 'a timeline beside the default one (see: dateline timeline)')
    .option('--json', 'print JSON, one document a line, instead of text for people')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('afterAll', EXIT_CODE_HELP)
    .exitOverride()
    .configureOutput(output);
  for (const add of COMMANDS) add(program);
  return program;
}
