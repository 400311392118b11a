import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ERROR_TABLE } from '../../src/api/errors.ts';
import { QUERY_LIMITS } from '../../src/api/graphql/limits/query-limits.ts';
import { CONFIG_FIELDS } from '../../src/config.ts';
import { MAX_FILTER_TEXT, MAX_FILTER_VALUES } from '../../src/timeline/event-filter.ts';
import { MAX_PAGE_SIZE } from '../../src/timeline/page-request.ts';
import { readReadme, sectionOf, tableOf } from './readme-parts.ts';

const run = promisify(execFile);
const readme = await readReadme();

test('the table of settings is that of the program', () => {
  const rows = CONFIG_FIELDS.map(({ name, default: byDefault, description }) => [
    `\`${name}\``,
    byDefault === '' ? '' : `\`${byDefault}\``,
    description,
  ]);
  expect(sectionOf(readme, 'settings')).toBe(tableOf(['variable', 'default', 'meaning'], rows));
});

test('the table of errors is that of the program', () => {
  const rows = Object.entries(ERROR_TABLE).map(([code, { status, description }]) => [
    `\`${code}\``,
    String(status),
    description,
  ]);
  expect(sectionOf(readme, 'errors')).toBe(tableOf(['code', 'status', 'when'], rows));
});

test('the limits of GraphQL are those of the program', () => {
  const { body, tokens, depth, aliases, directives, rootFields, nodes } = QUERY_LIMITS;
  expect(readme.replace(/\s+/g, ' ')).toContain(
    `at most ${body} bytes, ${tokens} tokens, ${depth} levels, ${rootFields} root fields, ${aliases} aliases and ` +
      `${directives} directives, and asks for at most ${nodes} entries`,
  );
});

test('the limits of lists and filters are those of the program', () => {
  expect(readme).toContain(
    `At most ${MAX_PAGE_SIZE} entries a page, ${MAX_FILTER_VALUES} values a filter and ${MAX_FILTER_TEXT} characters`,
  );
});

test('the table of commands is that of --help', async () => {
  const { stdout } = await run(process.execPath, ['src/launcher.js', '--help']);
  const commands = /^Commands:\n([\s\S]*?)\n\n/m.exec(stdout.replace(/\n {8,}/g, ' '))?.[1] ?? '';
  const rows = [...commands.matchAll(/^ {2}(.+?) {2,}(.+)$/gm)].map(([, usage = '', description = '']) => [
    `\`${usage.replace('[options] ', '').replace(' [options]', '')}\``,
    description,
  ]);
  expect(sectionOf(readme, 'commands')).toBe(tableOf(['command', 'what it does'], rows.slice(0, -1)));
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

test('a changed table is seen', () => {
  const planted = '<!-- settings -->\n\n| variable |\n|---|\n| `PORT` |\n\n<!-- /settings -->';
  expect(sectionOf(planted, 'settings')).not.toBe(tableOf(['variable'], [['`HOST`']]));
  expect(() => sectionOf(planted, 'errors')).toThrow('the README has no section "errors"');
});
