import { readFile } from 'node:fs/promises';

/** The text between `<!-- NAME -->` and `<!-- /NAME -->`, without the empty lines around it. */
export function sectionOf(readme: string, name: string): string {
  const section = new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)\n<!-- /${name} -->`).exec(readme)?.[1];
  if (section === undefined) throw new Error(`the README has no section "${name}"`);
  return section.trim();
}

/** A Markdown table; a `|` in a cell is escaped. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

export interface Block {
  readonly language: string;
  readonly text: string;
}

/** Two fenced blocks behind `<!-- example: NAME -->`: what to ask, and the answer to it. */
export interface Example {
  readonly name: string;
  readonly request: Block;
  readonly answer: Block;
}

const FENCE = '```(\\w+)\\n([\\s\\S]*?)\\n```';
const EXAMPLE = new RegExp(`<!-- example: ([\\w-]+) -->\\s*${FENCE}[^\`]*?${FENCE}`, 'g');

export const examplesIn = (readme: string): readonly Example[] =>
  [...readme.matchAll(EXAMPLE)].map(
    ([, name = '', language = '', text = '', answerLanguage = '', answer = '']) => ({
      name,
      request: { language, text },
      answer: { language: answerLanguage, text: answer },
    }),
  );

export const readReadme = (): Promise<string> => readFile('README.md', 'utf8');
