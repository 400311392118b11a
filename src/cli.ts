import { Command, CommanderError } from 'commander';
import { addAround } from './cli/around.ts';
import { addAudit } from './cli/audit.ts';
import { addCite } from './cli/cite.ts';
import { addCompare } from './cli/compare.ts';
import { addCuration } from './cli/curate.ts';
import { addEdit } from './cli/edit.ts';
import { EXIT, EXIT_CODE_HELP, exitCodeOf } from './cli/exit-codes.ts';
import { addExplain } from './cli/explain.ts';
import { addExport } from './cli/export.ts';
import { addFacets } from './cli/facets.ts';
import { addGaps } from './cli/gaps.ts';
import { addHistogram } from './cli/histogram.ts';
import { addIngest } from './cli/ingest.ts';
import { addOnThisDate } from './cli/on-this-date.ts';
import { complain, endQuietlyOnBrokenPipe } from './cli/output.ts';
import { addPost } from './cli/post.ts';
import { addQuery } from './cli/query.ts';
import { addRederive } from './cli/rederive.ts';
import { addResolve } from './cli/resolve.ts';
import { addRetract } from './cli/retract.ts';
import { addServe } from './cli/serve.ts';
import { addTag } from './cli/tag.ts';
import { addToken } from './cli/token.ts';
import { addVerify } from './cli/verify.ts';
import { environmentWith } from './config.ts';
import { VERSION } from './version.ts';

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
  addRetract,
  addAudit,
  addRederive,
  addToken,
  addVerify,
];

function buildProgram(): Command {
  const program = new Command('dateline')
    .description('Turns news articles into a timeline of events, each traced to the words that date it.')
    .version(VERSION)
    .option('--db <file>', 'the SQLite database (default: that of DATABASE_URL, or data/dateline.sqlite)')
    .option('--json', 'print JSON, one document a line, instead of text for people')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('afterAll', EXIT_CODE_HELP)
    .exitOverride();
  for (const add of COMMANDS) add(program);
  return program;
}

/** A failure is one line; its stack is for whoever debugs. */
function report(error: unknown): void {
  const isDebugging = ['debug', 'trace'].includes(environmentWith({})['LOG_LEVEL'] ?? '');
  const message = error instanceof Error ? error.message : String(error);
  complain(`dateline: ${isDebugging && error instanceof Error ? error.stack : message}`);
}

async function main(argv: readonly string[]): Promise<void> {
  endQuietlyOnBrokenPipe();
  try {
    await buildProgram().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    } else {
      report(error);
      process.exitCode = exitCodeOf(error);
    }
  }
}

await main(process.argv);
