import { type Command, Option } from 'commander';
import { configFor, defaultOf, optionsOf } from '../options/shared-options.ts';

const EXAMPLES = `
A new database starts with the bundled articles; one that has articles of its own is left alone. Structured logs go
to standard error (LOG_LEVEL). SIGTERM and SIGINT stop it when the open requests are answered, a second one at once.

Examples:
  dateline serve
  dateline serve --port 8080 --db own.sqlite --no-seeds`;

/** `dateline serve`: the timeline over GraphQL and REST. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('Serve the timeline over GraphQL and REST')
    .option('--host <address>', `address to listen on (${defaultOf('host')})`)
    .option('--port <number>', `port to listen on, 0 for any free one (${defaultOf('port')})`)
    .addOption(new Option('--no-seeds', 'start a new database empty'))
    .addHelpText('after', EXAMPLES)
    .action(serve);
}

async function serve(_: unknown, command: Command): Promise<void> {
  const options = optionsOf<{ host?: string; port?: string; seeds: boolean }>(command);
  const config = configFor(options, {
    ...(options.host !== undefined && { HOST: options.host }),
    ...(options.port !== undefined && { PORT: options.port }),
    ...(!options.seeds && { SEEDS: '' }),
  });
  const { runServer } = await import('../../server.ts');
  await runServer(config);
}
