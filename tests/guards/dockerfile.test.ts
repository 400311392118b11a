import { access, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { CONFIG_FIELDS, readConfig } from '../../src/config.ts';

const dockerfile = (await readFile('Dockerfile', 'utf8')).replaceAll('\\\n', ' ');
const ignoreFile = await readFile('.dockerignore', 'utf8');
const manifest = JSON.parse(await readFile('package.json', 'utf8'));

/** The arguments of every instruction of that name, in order. */
const instructions = (text: string, name: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1).trim()] : []));

/** The paths that COPY instructions take from the build context, not from an earlier stage. */
const copiedPaths = (text: string): string[] =>
  instructions(text, 'COPY')
    .filter((words) => !words.startsWith('--from='))
    .flatMap((words) => words.split(/\s+/).slice(0, -1));

/** In .dockerignore the last line that matches decides, and `!` includes. The file has only names at the top and `*`. */
function isIgnored(text: string, path: string): boolean {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const deciding = lines.findLast((line) => [path.split('/')[0], '*'].includes(line.replace(/^!/, '')));
  return deciding !== undefined && !deciding.startsWith('!');
}

const scriptsOf = (text: string): string[] =>
  [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

describe('a path that the Dockerfile copies exists and is in the build context', () => {
  test.each(copiedPaths(dockerfile))('%s', async (path) => {
    expect({ exists: await exists(path), isIgnored: isIgnored(ignoreFile, path) }).toEqual({
      exists: true,
      isIgnored: false,
    });
  });
});

test('every script that the Dockerfile runs is in package.json', () => {
  expect(scriptsOf(dockerfile).filter((name) => !(name in manifest.scripts))).toEqual([]);
  expect(scriptsOf(dockerfile)).toEqual(['build']);
});

test('a missing path, an ignored path and an unknown script are seen', async () => {
  const planted =
    'FROM node\nCOPY gone.json README.md ./\nCOPY --from=build /app/dist ./dist\nRUN npm run compile\n';
  expect(copiedPaths(planted)).toEqual(['gone.json', 'README.md']);
  expect(await exists('gone.json')).toBe(false);
  expect(isIgnored(ignoreFile, 'README.md')).toBe(true);
  expect(scriptsOf(planted)).toEqual(['compile']);
  expect('compile' in manifest.scripts).toBe(false);
});

test('the image starts what the build makes of the launcher, with the flags of npm start', async () => {
  const [, flags] = /^node (--\S+) src\/launcher\.js serve$/.exec(manifest.scripts.start) ?? [];
  expect(flags).toBe('--max-semi-space-size=16');
  expect(instructions(dockerfile, 'CMD')).toEqual([`["node", "${flags}", "dist/launcher.js", "serve"]`]);
  expect(await exists('src/launcher.js')).toBe(true);
});

test('the image has every folder that the program reads while it runs', () => {
  expect(copiedPaths(dockerfile)).toEqual(expect.arrayContaining(['schema', 'migrations', 'seeds']));
});

test('the image does not run as root', () => {
  expect(instructions(dockerfile, 'USER')).toEqual(['node']);
});

test('the database lies in the volume, and the settings are ones that the program knows', () => {
  const settings = Object.fromEntries(
    instructions(dockerfile, 'ENV').flatMap((words) => words.split(/\s+/).map((word) => word.split('='))),
  );
  const { NODE_ENV, ...ours } = settings;
  const known = CONFIG_FIELDS.map(({ name }) => name);
  expect(NODE_ENV).toBe('production');
  expect(Object.keys(ours).filter((name) => !known.includes(name))).toEqual([]);
  expect(readConfig(ours)).toMatchObject({
    host: '0.0.0.0',
    port: Number(instructions(dockerfile, 'EXPOSE')[0]),
    databaseUrl: `sqlite:${instructions(dockerfile, 'VOLUME')[0]}/dateline.sqlite`,
  });
});

test('the health check asks whether the server is ready', async () => {
  const { paths } = JSON.parse(await readFile('schema/openapi.json', 'utf8'));
  const asked = /127\.0\.0\.1:\$\{process\.env\.PORT\}(\/\w+)/.exec(dockerfile)?.[1] ?? '';
  expect(paths).toHaveProperty([asked]);
});
