import { CommanderError } from 'commander';
import { buildProgram } from './cli/build-program.ts';
import { exitCodeOf } from './cli/output/exit-codes.ts';
import { complain, endQuietlyOnBrokenPipe } from './cli/output/print.ts';
import { environmentWith } from './config.ts';

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
    if (!(error instanceof CommanderError)) report(error);
    process.exitCode = exitCodeOf(error);
  }
}

await main(process.argv);
