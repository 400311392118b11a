import { access, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { QUERY_LIMITS } from '../../src/api/graphql/limits/query-limits.ts';
import { MAX_FILTER_TEXT, MAX_FILTER_VALUES } from '../../src/timeline/filter/event-filter.ts';
import { MAX_PAGE_SIZE } from '../../src/timeline/paging/page-request.ts';
import { sectionOf, withSection } from './readme-parts.ts';
import { README_TABLES, tableOf } from './readme-tables.ts';

const readme = await readFile('README.md', 'utf8');
const words = readme.replace(/\s+/g, ' ');

describe('a table of the README is that of the program (npm run print:readme)', () => {
  test.each(Object.entries(README_TABLES))('%s', async (name, table) => {
    expect(sectionOf(readme, name)).toBe(await table());
  });
});

test('the limits of GraphQL are those of the program', () => {
  const { body, tokens, depth, aliases, directives, rootFields, nodes } = QUERY_LIMITS;
  expect(words).toContain(
    `at most ${body} bytes, ${tokens} tokens, ${depth} levels, ${rootFields} root fields, ${aliases} aliases and ` +
      `${directives} directives, and asks for at most ${nodes} entries`,
  );
});

test('the limits of lists and filters are those of the program', () => {
  expect(words).toContain(
    `At most ${MAX_PAGE_SIZE} entries a page, ${MAX_FILTER_VALUES} values a filter and ${MAX_FILTER_TEXT} characters`,
  );
});

describe('a script that the README names is in package.json', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  const named = [...readme.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => match[1] ?? '');
  test.each([...new Set(named)])('%s', (name) => expect(scripts).toHaveProperty([name]));
});

describe('a file that the README links to exists', () => {
  const linked = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
  test.each([...new Set(linked)])('%s', async (path) => {
    await expect(access(path)).resolves.toBeUndefined();
  });
});

test('a table that has gone out of date is seen, and so is one that is gone', () => {
  const planted = '<!-- settings -->\n\n| variable |\n|---|\n| `PORT` |\n\n<!-- /settings -->';
  const table = tableOf(['variable'], [['`HOST`']]);
  expect(sectionOf(planted, 'settings')).not.toBe(table);
  expect(sectionOf(withSection(planted, 'settings', table), 'settings')).toBe(table);
  expect(() => sectionOf(planted, 'errors')).toThrow('the README has no section "errors"');
});
