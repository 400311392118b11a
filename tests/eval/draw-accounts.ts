import { parseArgs } from 'node:util';
import { counted } from '../../src/formats/text/plain-text.ts';
import { draw } from './accounts/draw.ts';
import { listAccounts } from './accounts/list-accounts.ts';
import { accountJson, printAccount } from './accounts/print-accounts.ts';
import { readTexts } from './accounts/read-texts.ts';
import { InputProblem } from './input-problem.ts';

const USAGE = `usage: npm run eval:accounts -- FOLDER|FILE... [--number N] [--seed S] [--json]

Ingests articles into one timeline in memory, draws accounts at random and prints each beside its sentence, for a person
to judge. A folder or a file is read as \`dateline ingest\` reads it. A *.jsonl file that is named has the documents of
eval:timex, {id, dct, text}.

  --number N  how many accounts are drawn, 50 by default
  --seed S    what they are drawn by, 1 by default: the same number draws the same accounts
  --json      the accounts as JSON
  --help      show this help`;

const OPTIONS = {
  number: { type: 'string', default: '50' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** `npm run eval:accounts`: accounts drawn at random, for reading. */
async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (positionals.length === 0) throw new InputProblem('a FOLDER or a FILE is needed (see --help)');
  const [count, seed] = [wholeNumber('--number', values.number), wholeNumber('--seed', values.seed)];
  const { accounts, articleCount, refused } = await listAccounts(readTexts(positionals));
  for (const { name, reason } of refused) console.error(`eval:accounts: ${name}: ${reason}`);
  if (articleCount === 0) throw new InputProblem('no article was read');
  const drawn = draw(accounts, count, seed);
  if (values.json) console.log(JSON.stringify(drawn.map(accountJson), null, 2));
  else {
    console.log(
      `${drawn.length} of ${counted(accounts.length, 'account')} from ${counted(articleCount, 'article')}, seed ${seed}\n`,
    );
    for (const [index, account] of drawn.entries()) console.log(`${printAccount(account, index + 1)}\n`);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new InputProblem(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InputProblem(`${option} is "${text}" but must be a whole number from 1`);
  return Number(text);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputProblem)) throw error;
  console.error(`eval:accounts: ${error.message}`);
  process.exitCode = 1;
}
