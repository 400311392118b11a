import { buildProgram } from '../../src/cli/build-program.ts';
import { exitCodeOf } from '../../src/cli/output/exit-codes.ts';

/** The command line's answer to a request for help or to wrong arguments, without a program of its own. */
export async function answerUsage(args: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const program = buildProgram({
    writeOut: (text) => {
      written.stdout += text;
    },
    writeErr: (text) => {
      written.stderr += text;
    },
  });
  const ended = await program.parseAsync(args, { from: 'user' }).catch((error: unknown) => exitCodeOf(error));
  return { code: typeof ended === 'number' ? ended : 0, ...written };
}
