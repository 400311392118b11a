import { expect, test } from 'vitest';
import { requireNames } from '../../src/ingestion/lexicon/extend-names.ts';
import { loadTools } from '../../src/startup/load-tools.ts';
import { readPages } from './doc-pages.ts';
import { blockOf } from './page-parts.ts';

test('the file of names that a page shows is accepted', async () => {
  const json = blockOf(await readPages(), 'names file');
  const { lexicon } = await loadTools(requireNames(JSON.parse(json), 'names.json'));
  expect(lexicon.actors.get('act_dockers-union')?.name).toBe("Dockers' Union");
  expect(lexicon.places.get('plc_kyiv')?.aliases).toContain('Kyjiw');
});
