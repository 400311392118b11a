/*
 * `npm run print:docs`: writes into the pages the tables of the program and its answers to the examples.
 * The tests beside this file fail where they differ.
 */
import { writeFile } from 'node:fs/promises';
import { readPages } from './doc-pages.ts';
import { type DocsService, openDocsService } from './docs-service.ts';
import { examplesIn, withAnswers, withSection } from './page-parts.ts';
import { PAGE_TABLES } from './page-tables.ts';

async function printAnswers(text: string, service: DocsService): Promise<string> {
  const answers = new Map<string, string>();
  for (const example of examplesIn(text)) answers.set(example.name, await service.ask(example));
  return withAnswers(text, answers);
}

const tables = await Promise.all(
  Object.entries(PAGE_TABLES).map(async ([name, table]) => [name, await table()] as const),
);
const service = await openDocsService();
for (const { path, text } of await readPages()) {
  const withTables = tables.reduce((page, [name, table]) => withSection(page, name, table), text);
  const printed = await printAnswers(withTables, service);
  if (printed !== text) await writeFile(path, printed);
}
await service.close();
