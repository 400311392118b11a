import { Command, CommanderError } from 'commander';
import { addAround } from './cli/commands/around.ts';
import { addAudit } from './cli/commands/audit.ts';
import { addCite } from './cli/commands/cite.ts';
import { addCompare } from './cli/commands/compare.ts';
import { addFacets, addHistogram } from './cli/commands/counts.ts';
import { addCuration, addEdit, addRetract } from './cli/commands/curate.ts';
import { addExplain } from './cli/commands/explain.ts';
import { addExport } from './cli/commands/export.ts';
import { addGaps } from './cli/commands/gaps.ts';
import { addIngest } from './cli/commands/ingest.ts';
import { addOnThisDate } from './cli/commands/on-this-date.ts';
import { addPost } from './cli/commands/post.ts';
import { addQuery } from './cli/commands/query.ts';
import { addRederive } from './cli/commands/rederive.ts';
import { addResolve } from './cli/commands/resolve.ts';
import { addServe } from './cli/commands/serve.ts';
import { addTag } from './cli/commands/tag.ts';
import { addToken } from './cli/commands/token.ts';
import { addVerify } from './cli/commands/verify.ts';
import { EXIT, EXIT_CODE_HELP, exitCodeOf } from './cli/output/exit-codes.ts';
import { complain, endQuietlyOnBrokenPipe } from './cli/output/print.ts';
import { environmentWith } from './config.ts';
import { VERSION } from './package-files.ts';

/** In the order of `--help`. A command imports heavy modules only when it runs. */
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

/** A failure is one line. At the log levels `debug` and `trace` it is the stack. */
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
