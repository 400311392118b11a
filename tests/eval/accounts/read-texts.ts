import { listInputs } from '../../../src/cli/input/input-files.ts';
import { readInput } from '../../../src/cli/input/read-inputs.ts';
import { resolveUserPath } from '../../../src/config.ts';
import type { BulkInput } from '../../../src/timeline/ingest/ingest-report.ts';
import { NO_METADATA } from '../../support/no-metadata.ts';
import { readJsonlFile } from '../jsonl-folder.ts';
import { readDatedTexts } from '../read-gold.ts';

/** `npm run dateline` has this limit unless MAX_ARTICLE_BYTES is set. */
const MAX_ARTICLE_BYTES = 2_000_000;

/** The articles at some paths: a `*.jsonl` file holds documents as `eval:timex` has them, and all else is read as `dateline ingest` reads it. */
export async function* readTexts(paths: readonly string[]): AsyncGenerator<BulkInput> {
  for (const path of paths)
    if (path.endsWith('.jsonl')) yield* documentsOf(path);
    else
      for (const input of await listInputs([path]))
        yield* readInput(input, { format: undefined, maxArticleBytes: MAX_ARTICLE_BYTES });
}

const documentsOf = (path: string): readonly BulkInput[] =>
  readDatedTexts(readJsonlFile(resolveUserPath(path))).map(({ id, dct, text }) => ({
    kind: 'article',
    source: { ...NO_METADATA, file: id, publishedOn: dct, text },
  }));
