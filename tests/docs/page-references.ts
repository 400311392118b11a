import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from './doc-pages.ts';

const FENCED = /^```[\s\S]*?^```/gm;
const LINK = /\]\((?!\w+:)([^)\s#]*)(?:#([^)\s]+))?\)/g;
const NAMED_PATH = /(?<![\w./~-])(?:docs|migrations|schema|seeds|src|tests)\/[\w./-]*\w/g;
const SCRIPT = /\bnpm run (?:-s |--silent )?([\w:-]+)/g;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The anchors that GitHub gives the headings of a page. */
const anchorsOf = ({ text }: Page): readonly string[] =>
  [...text.replace(FENCED, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The links of a page, to other pages, to files and to headings, that lead nowhere. */
export async function brokenLinks(page: Page, pages: readonly Page[]): Promise<readonly string[]> {
  const links = [...page.text.replace(FENCED, '').matchAll(LINK)];
  const broken = await Promise.all(
    links.map(async ([, path = '', anchor]) => {
      const target = path === '' ? page.path : join(page.path, '..', path);
      if (!(await exists(target))) return [path];
      const targetPage = pages.find((other) => other.path === target);
      const leads =
        anchor === undefined || (targetPage !== undefined && anchorsOf(targetPage).includes(anchor));
      return leads ? [] : [`${path}#${anchor}`];
    }),
  );
  return broken.flat();
}

/** The files and folders that a page names from the top of the repository and that are not there. */
export async function missingPaths({ text }: Page): Promise<readonly string[]> {
  const named = [...new Set(text.match(NAMED_PATH))];
  const missing = await Promise.all(named.map(async (path) => ((await exists(path)) ? [] : [path])));
  return missing.flat();
}

/** The npm scripts that a text runs. */
export const scriptsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(SCRIPT)].map(([, name = '']) => name)),
];

/** The folders of `src/` that a page leaves out: rooms by their paths, the folders inside them by their names. */
export async function unnamedRooms({ text }: Page): Promise<readonly string[]> {
  const rooms = await foldersIn('src');
  const inner = (await Promise.all(rooms.map((room) => foldersIn(`src/${room}`)))).flat();
  const names = [...rooms.map((room) => `src/${room}/`), ...inner.map((name) => `${name}/`)];
  return names.filter((name) => !text.includes(`\`${name}\``));
}

async function foldersIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
