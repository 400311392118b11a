import { beforeAll, describe, expect, test } from 'vitest';
import type { ArticleFormat } from '../../src/ingestion/reading/article-format.ts';
import { readArticles } from '../../src/ingestion/reading/read-article.ts';
import { anchorArticle } from '../../src/timeline/ingest/anchor-article.ts';
import type { IngestTools } from '../../src/timeline/ingest/read-article.ts';
import { readArticle } from '../../src/timeline/ingest/read-article.ts';
import { NO_METADATA } from '../support/no-metadata.ts';
import { DEFAULT_ANCHOR, loadTestTools } from '../support/open-test-timeline.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { growthOf, MOST_GROWTH } from './growth-of.ts';
import { TEXTS, type TextOfLength } from './hostile-texts.ts';

const LENGTH = usualOrLong(8000, 250_000);
/** The most milliseconds a kilobyte. News takes 3 ms. Lines of a list, each of which tells an event, take 28. */
const MOST = 84;

let tools: IngestTools;

beforeAll(async () => {
  tools = await loadTestTools();
  read(TEXTS['news']?.(50_000) ?? '');
});

function read(text: string): void {
  const { article, dateline } = anchorArticle({ ...NO_METADATA, text }, DEFAULT_ANCHOR, undefined);
  readArticle(article, dateline, tools);
}

describe('reading a text takes time that grows with its length', () => {
  test.each(Object.entries(TEXTS))('%s', async (_name, textOf) => {
    const { growth, millisecondsAKilobyte } = await growthOf(
      textOf,
      LENGTH,
      async (text) => read(text),
      MOST,
    );
    expect(growth).toBeLessThan(MOST_GROWTH);
    expect(millisecondsAKilobyte).toBeLessThan(MOST);
  });
});

const BYTES = usualOrLong(30_000, 500_000);

const DOCUMENTS: readonly (readonly [ArticleFormat, string, TextOfLength])[] = [
  ['html', 'nested elements', (length) => '<div>'.repeat(length / 5)],
  ['html', 'unclosed marks', (length) => '<b><p>'.repeat(length / 6)],
  ['html', 'attributes of an element', (length) => `<p ${'a'.repeat(8)} ${countedNames(length / 6)}>x</p>`],
  ['html', 'escaped characters', (length) => `<p>${'&'.repeat(length)}</p>`],
  ['html', 'opening angle brackets', (length) => '<'.repeat(length)],
  ['html', 'nested tables', (length) => '<table>a'.repeat(length / 8)],
  ['html', 'nested JSON', (length) => `<script type="application/ld+json">${'['.repeat(length)}</script>`],
  ['html', 'paragraphs', (length) => '<p>Ministers met on Tuesday.</p>'.repeat(length / 32)],
  ['html', 'elements for days', (length) => '<b class="date cookie">9 May 2019</b>'.repeat(length / 40)],
  [
    'html',
    'nested elements for days',
    (length) => `${'<div class="date cookie">'.repeat(150)}${'2019-05-09 '.repeat(length / 12)}`,
  ],
  [
    'html',
    'faulty JSON-LD',
    (length) => `<script type="application/ld+json">${'{"a":[,'.repeat(length / 7)}</script>`,
  ],
  ['html', 'fields of scripts', (length) => `<p>x</p><script>${'"pubDate":"2'.repeat(length / 12)}</script>`],
  ['md', 'front matter without an end', (length) => `---\n${'a: b\n'.repeat(length / 5)}`],
  ['md', 'nested front matter', (length) => `---\na: ${'['.repeat(length)}\n---\nx`],
  ['md', 'opening brackets', (length) => '['.repeat(length)],
  ['md', 'stars', (length) => '**a*'.repeat(length / 4)],
  ['txt', 'datelines', (length) => 'MOSCOW (AP) — '.repeat(length / 14)],
  ['ndjson', 'lines that are none', (length) => '{\n'.repeat(length / 2)],
  ['json', 'nested lists', (length) => '['.repeat(length)],
  ['json', 'unknown fields', (length) => `{"text":"a","x":"${'y'.repeat(length)}"}`],
  ['json', 'an address of at signs', (length) => `{"text":"a","url":"http://${'@'.repeat(length)}"}`],
];

const countedNames = (count: number): string => Array.from({ length: count }, (_, n) => `b${n}`).join(' ');

describe('taking an article out of a document takes time that grows with its length', () => {
  test.each(DOCUMENTS)('%s with %s', async (format, _name, textOf) => {
    const input = { name: null, sidecar: null, format };
    const { growth } = await growthOf(textOf, BYTES, async (text) => {
      readArticles({ ...input, bytes: Buffer.from(text) }, { maxBytes: 10_000_000 });
    });
    expect(growth).toBeLessThan(MOST_GROWTH);
  });
});
