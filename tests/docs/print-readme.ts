/*
 * `npm run print:readme`: writes into the README the tables that the program has and the answers that it gives now.
 * The tests beside this file fail where they differ.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { examplesIn, withAnswers, withSection } from './readme-parts.ts';
import { openReadmeService } from './readme-service.ts';
import { README_TABLES } from './readme-tables.ts';

async function printTables(readme: string): Promise<string> {
  let printed = readme;
  for (const [name, table] of Object.entries(README_TABLES))
    printed = withSection(printed, name, await table());
  return printed;
}

async function printAnswers(readme: string): Promise<string> {
  const service = await openReadmeService();
  const answers = new Map<string, string>();
  for (const example of examplesIn(readme)) answers.set(example.name, await service.ask(example));
  await service.close();
  return withAnswers(readme, answers);
}

const readme = await readFile('README.md', 'utf8');
await writeFile('README.md', await printAnswers(await printTables(readme)));
