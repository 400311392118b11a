import { readFile } from 'node:fs/promises';
import { ERROR_TABLE } from '../../src/api/errors.ts';
import { CONFIG_FIELDS } from '../../src/config.ts';
import { answerUsage } from '../support/answer-usage.ts';

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

/** A Markdown table; a `|` in a cell is escaped. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function settingsTable(): string {
  const rows = CONFIG_FIELDS.map((field) => [code(field.name), code(field.default), field.description]);
  return tableOf(['variable', 'default', 'meaning'], rows);
}

function errorsTable(): string {
  const rows = Object.entries(ERROR_TABLE).map(([name, { status, description }]) => [
    code(name),
    String(status),
    description,
  ]);
  return tableOf(['code', 'status', 'when'], rows);
}

/** From `--help`, without commander's own `help`. */
async function commandsTable(): Promise<string> {
  const { stdout } = await answerUsage(['--help']);
  const commands = /^Commands:\n([\s\S]*?)\n\n/m.exec(stdout.replace(/\n {8,}/g, ' '))?.[1] ?? '';
  const rows = [...commands.matchAll(/^ {2}(.+?) {2,}(.+)$/gm)].map(([, usage = '', description = '']) => [
    code(usage.replace(/ ?\[options\]/, '')),
    description,
  ]);
  return tableOf(['command', 'what it does'], rows.slice(0, -1));
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary: string }>>>>;
}

async function resourcesTable(): Promise<string> {
  const { paths }: OpenApi = JSON.parse(await readFile('schema/openapi.json', 'utf8'));
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary }]) => [
      code(`${method.toUpperCase()} ${path}`),
      summary,
    ]),
  );
  return tableOf(['resource', 'answer'], rows);
}

/** The tables of the pages by the names of their sections, as the program has them. */
export const PAGE_TABLES: Readonly<Record<string, () => string | Promise<string>>> = {
  commands: commandsTable,
  settings: settingsTable,
  errors: errorsTable,
  resources: resourcesTable,
};
