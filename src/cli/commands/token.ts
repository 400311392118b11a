import { createHash, randomBytes } from 'node:crypto';
import { type Command, InvalidArgumentError } from 'commander';
import { optionsOf } from '../options/shared-options.ts';
import { complain, print, printJson } from '../output/print.ts';

const TOKEN_BYTES = 32;

const EXAMPLES = `
The token is shown once and kept nowhere. The server is given its hash, in WRITE_TOKENS; more are separated by commas.

Examples:
  dateline token ada
  curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: text/plain" --data-binary @report.txt $HOST/v1/articles`;

/** `dateline token NAME`: a new token for writing over HTTP, and its hash for the server's settings. */
export function addToken(program: Command): void {
  program
    .command('token')
    .description('Make a token with which its holder may write over HTTP, and the setting that allows it')
    .argument('<name>', 'under which the audit trail names the holder', tokenName)
    .addHelpText('after', EXAMPLES)
    .action(makeToken);
}

function tokenName(text: string): string {
  if (!/^[\w.@-]{1,60}$/.test(text))
    throw new InvalidArgumentError('It must be 1 to 60 letters, digits and the marks . @ - _');
  return text;
}

async function makeToken(name: string, _: unknown, command: Command): Promise<void> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const sha256 = createHash('sha256').update(token).digest('hex');
  if (optionsOf(command).json === true) return printJson({ name, token, sha256 });
  complain('the token, for its holder alone, and the setting for the server:');
  await print(`${token}\nWRITE_TOKENS=${name}:${sha256}\n`);
}
