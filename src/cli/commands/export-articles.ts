import type { Command } from 'commander';
import { resolveUserPath } from '../../config.ts';
import { counted } from '../../formats/text/plain-text.ts';
import { optionsOf, timelineConfigFor } from '../options/shared-options.ts';
import { complain, printJson } from '../output/print.ts';

const EXAMPLES = `
The file may be of any version of Dateline, also of one that this version cannot open. What editors decided stays behind.

Examples:
  dateline export-articles old.sqlite > articles.ndjson
  dateline --db new.sqlite ingest articles.ndjson`;

/** `dateline export-articles [FILE]`: the stored articles as `dateline ingest` takes them. */
export function addExportArticles(program: Command): void {
  program
    .command('export-articles')
    .description('Write the stored articles as NDJSON, for another database to ingest')
    .argument('[file]', 'a database of any version (default: the database)')
    .addHelpText('after', EXAMPLES)
    .action(exportArticles);
}

async function exportArticles(path: string | undefined, _: unknown, command: Command): Promise<void> {
  const { fileOf, readArticleTexts } = await import('../../store/copy-store.ts');
  const file =
    path === undefined
      ? fileOf((await timelineConfigFor(optionsOf(command))).databaseUrl)
      : resolveUserPath(path);
  let anchoredByHand = 0;
  for (const { isAnchoredByHand, ...article } of readArticleTexts(file)) {
    if (isAnchoredByHand) anchoredByHand += 1;
    await printJson(article);
  }
  if (anchoredByHand > 0)
    complain(`${counted(anchoredByHand, 'article')} had an anchor given by hand, which is left out`);
}
