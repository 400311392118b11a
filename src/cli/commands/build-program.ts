import { Command, type OutputConfiguration } from 'commander';
import { VERSION } from '../../package-files.ts';
import { EXIT_CODE_HELP } from '../output/exit-codes.ts';
import { addAround } from './around.ts';
import { addAudit } from './audit.ts';
import { addCite } from './cite.ts';
import { addCompare } from './compare.ts';
import { addFacets, addHistogram } from './counts.ts';
import { addCuration, addEdit, addRetract } from './curate.ts';
import { addBackup } from './database/backup.ts';
import { addExportArticles } from './database/export-articles.ts';
import { addRestore } from './database/restore.ts';
import { addVerify } from './database/verify.ts';
import { addExplain } from './explain.ts';
import { addExport } from './export.ts';
import { addGaps } from './gaps.ts';
import { addIngest } from './ingest.ts';
import { addOnThisDate } from './on-this-date.ts';
import { addPost } from './post.ts';
import { addQuery } from './query.ts';
import { addRederive } from './rederive.ts';
import { addResolve } from './resolve.ts';
import { addServe } from './serve.ts';
import { addTag } from './tag.ts';
import { addToken } from './token.ts';

/** In the order of `--help`. Each loads what is heavy only when it runs. */
const COMMANDS = [
  addServe,
  addIngest,
  addQuery,
  addOnThisDate,
  addAround,
  addFacets,
  addHistogram,
  addGaps,
  addCompare,
  addExport,
  addExplain,
  addCite,
  addPost,
  addResolve,
  addTag,
  addEdit,
  addCuration,
  addRestore,
  addRetract,
  addAudit,
  addRederive,
  addToken,
  addVerify,
  addBackup,
  addExportArticles,
];

/** The whole command line; it writes to the process's own streams unless it is given others. */
export function buildProgram(output: OutputConfiguration = {}): Command {
  const program = new Command('dateline')
    .description('Turns news articles into a timeline of events, each traced to the words that date it.')
    .version(VERSION)
    .option('--db <file>', 'the SQLite database (default: that of DATABASE_URL, or data/dateline.sqlite)')
    .option('--json', 'print JSON, one document a line, instead of text for people')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('afterAll', EXIT_CODE_HELP)
    .exitOverride()
    .configureOutput(output);
  for (const add of COMMANDS) add(program);
  return program;
}
