import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { requireNames } from '../../src/ingestion/lexicon/extend-names.ts';
import { loadTools } from '../../src/startup/load-tools.ts';

test('the README’s file of names is one that is accepted', async () => {
  const json = /<!-- names file -->\n```json\n([\s\S]*?)```/u.exec(await readFile('README.md', 'utf8'))?.[1];
  const { lexicon } = await loadTools(requireNames(JSON.parse(json ?? ''), 'README.md'));
  expect(lexicon.actors.get('act_dockers-union')?.name).toBe("Dockers' Union");
  expect(lexicon.places.get('plc_kyiv')?.aliases).toContain('Kyjiw');
});
