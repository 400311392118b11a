import { describe, expect, test } from 'vitest';
import { QUERY_LIMITS } from '../../src/api/graphql/limits/query-limits.ts';
import { EXPLANATION_PRICE } from '../../src/api/graphql/limits/requested-nodes.ts';
import { MAX_FILTER_TEXT, MAX_FILTER_VALUES } from '../../src/timeline/filter/event-filter.ts';
import { MAX_PAGE_SIZE } from '../../src/timeline/paging/page-request.ts';
import { readPages } from './doc-pages.ts';
import { sectionOf, withSection } from './page-parts.ts';
import { PAGE_TABLES, tableOf } from './page-tables.ts';

const pages = await readPages();
const words = pages.map(({ text }) => text.replace(/\s+/g, ' ')).join('\n');

describe('a table of a page is that of the program (npm run print:docs)', () => {
  test.each(Object.entries(PAGE_TABLES))('%s', async (name, table) => {
    expect(sectionOf(pages, name)).toBe(await table());
  });
});

test('the limits of GraphQL are those of the program', () => {
  const { body, tokens, depth, aliases, directives, fragments, nesting, rootFields, nodes } = QUERY_LIMITS;
  expect(words).toContain(
    `at most ${body} bytes, ${tokens} tokens, ${depth} levels, ${rootFields} root fields, ${aliases} aliases, ` +
      `${directives} directives and ${fragments} fragments, and a [price](graphql.md#cost) of at most ${nodes}`,
  );
  expect(words).toContain(`JSON nests at most ${nesting} levels deep`);
  expect(words).toContain(`an explained account counts ${EXPLANATION_PRICE}`);
});

test('the limits of lists and filters are those of the program', () => {
  expect(words).toContain(
    `At most ${MAX_PAGE_SIZE} entries a page, ${MAX_FILTER_VALUES} values a filter and ${MAX_FILTER_TEXT} characters`,
  );
});

test('a table that has gone out of date is seen, and so is one that is gone', () => {
  const planted = '<!-- settings -->\n\n| variable |\n|---|\n| `PORT` |\n\n<!-- /settings -->';
  const table = tableOf(['variable'], [['`HOST`']]);
  const sectionIn = (text: string, name: string) => sectionOf([{ path: 'docs/a.md', text }], name);
  expect(sectionIn(planted, 'settings')).not.toBe(table);
  expect(sectionIn(withSection(planted, 'settings', table), 'settings')).toBe(table);
  expect(() => sectionIn(planted, 'errors')).toThrow('no page has a section "errors"');
});
