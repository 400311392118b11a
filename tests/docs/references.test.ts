import { readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readPages } from './doc-pages.ts';
import { brokenLinks, missingPaths, scriptsIn, unnamedRooms } from './page-references.ts';

/** A reader takes in the README at one sitting; everything else has a page in docs/. */
const README_LINES = 150;

const pages = await readPages();
const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

describe.each(pages)('$path', (page) => {
  test('has only links that lead somewhere', async () => {
    expect(await brokenLinks(page, pages)).toEqual([]);
  });

  test('names only files and folders that exist', async () => {
    expect(await missingPaths(page)).toEqual([]);
  });

  test('names only scripts of package.json', () => {
    expect(scriptsIn(page.text).filter((name) => !(name in scripts))).toEqual([]);
  });
});

test(`the README has at most ${README_LINES} lines`, () => {
  const readme = pages.find(({ path }) => path === 'README.md');
  expect(linesOf(readme?.text ?? '')).toBeLessThanOrEqual(README_LINES);
});

test('the pictures of the README take less than 200 kB together', async () => {
  const readme = pages.find(({ path }) => path === 'README.md')?.text ?? '';
  const pictures = new Set(readme.match(/docs\/pictures\/[\w-]+\.png/g));
  const sizes = await Promise.all([...pictures].map(async (path) => (await stat(path)).size));
  expect(sizes.length).toBe(4);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
});

test('every page of docs/ is reached from the README by links', () => {
  const linked = new Set(['README.md']);
  for (const path of linked) {
    const text = pages.find((page) => page.path === path)?.text ?? '';
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
    for (const [, target = ''] of text.matchAll(/\]\((?!\w+:|#)([^)\s#]+\.md)/g))
      linked.add(new URL(target, `file:///${folder}/`).pathname.slice(1));
  }
  const inDocs = pages.map(({ path }) => path).filter((path) => path.startsWith('docs/'));
  expect(inDocs.filter((path) => !linked.has(path))).toEqual([]);
});

test('the architecture names every room of src, and the rooms inside them', async () => {
  const page = pages.find(({ path }) => path === 'docs/architecture.md');
  expect(page && (await unnamedRooms(page))).toEqual([]);
});

describe('a reference that leads nowhere is found', () => {
  const other = { path: 'docs/decisions/b.md', text: '# One\n\n## Keyset pages, compared\n' };
  const links = (text: string) => brokenLinks({ path: 'docs/rest.md', text }, [other]);

  test.each(['[a](gone.md)', '[a](../src/gone.ts)', '[a](rest.md/)', '[a](#gone)'])('%s', async (text) => {
    expect(await links(text)).toHaveLength(1);
  });

  test.each(['[a](../README.md)', '[a](https://example.org/gone)', '```\n[a](gone.md)\n```', '[a](../src)'])(
    '%s is let through',
    async (text) => {
      expect(await links(text)).toEqual([]);
    },
  );

  test('a heading is found by the anchor that GitHub gives it', async () => {
    const page = { path: 'docs/rest.md', text: '# A page, and more\n[a](#a-page-and-more) [b](#a-page)' };
    expect(await brokenLinks(page, [page])).toEqual(['#a-page']);
  });

  test.each(['see `src/gone.ts`', 'in src/gone/ there', 'tests/gone.test.ts'])('%s', async (text) => {
    expect(await missingPaths({ path: 'docs/a.md', text })).toHaveLength(1);
  });

  test.each(['see `src/cli.ts`.', 'in `src/domain/`', 'https://example.org/src/gone.ts', '/docs/gone'])(
    '%s is let through',
    async (text) => {
      expect(await missingPaths({ path: 'docs/a.md', text })).toEqual([]);
    },
  );

  test('a script', () => {
    expect(scriptsIn('run `npm run gone:far -- a`, `npm run -s dateline`, `npm test`')).toEqual([
      'gone:far',
      'dateline',
    ]);
  });

  test('a room that a page leaves out', async () => {
    const rooms = await unnamedRooms({ path: 'docs/a.md', text: '`src/api/`, `src/cli/`, `rules/`' });
    expect(rooms).toEqual(expect.arrayContaining(['src/domain/', 'tense/']));
    expect(rooms).not.toContain('src/api/');
    expect(rooms).not.toContain('rules/');
  });

  test('a README that is too long', () => {
    expect(linesOf('line\n'.repeat(README_LINES + 1))).toBe(README_LINES + 1);
  });
});
