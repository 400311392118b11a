import type { Page } from './doc-pages.ts';

const sectionPattern = (name: string): RegExp =>
  new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(\n<!-- /${name} -->)`);

/** The text between `<!-- NAME -->` and `<!-- /NAME -->`, without the empty lines around it. */
export function sectionOf(pages: readonly Page[], name: string): string {
  const [section] = pages.flatMap(({ text }) => sectionPattern(name).exec(text)?.[2] ?? []);
  if (section === undefined) throw new Error(`no page has a section "${name}"`);
  return section.trim();
}

export const withSection = (text: string, name: string, section: string): string =>
  text.replace(sectionPattern(name), (_, open, __, close) => `${open}\n${section}\n${close}`);

/** The fenced block behind `<!-- NAME -->`, such as a file that a reader copies. */
export function blockOf(pages: readonly Page[], name: string): string {
  const pattern = new RegExp(`<!-- ${name} -->\n\`\`\`\\w*\n([\\s\\S]*?)\`\`\``);
  const [block] = pages.flatMap(({ text }) => pattern.exec(text)?.[1] ?? []);
  if (block === undefined) throw new Error(`no page has a block "${name}"`);
  return block;
}

export interface Block {
  readonly language: string;
  readonly text: string;
}

/** Two fenced blocks behind `<!-- example: NAME -->`: a request and the answer to it. */
export interface Example {
  readonly name: string;
  readonly request: Block;
  readonly answer: Block;
}

const EXAMPLE = /(<!-- example: ([\w-]+) -->\s*```(\w+)\n([\s\S]*?)\n```[^`]*```(\w+)\n)([\s\S]*?)(\n?```)/g;

export const examplesIn = (text: string): readonly Example[] =>
  [...text.matchAll(EXAMPLE)].map(
    ([, , name = '', language = '', request = '', answerLanguage = '', answer = '']) => ({
      name,
      request: { language, text: request },
      answer: { language: answerLanguage, text: answer },
    }),
  );

/** A page with other answers, by the names of their examples. */
export const withAnswers = (text: string, answers: ReadonlyMap<string, string>): string =>
  text.replace(EXAMPLE, (whole, before, name) => {
    const answer = answers.get(name);
    return answer === undefined ? whole : `${before}${answer}\n\`\`\``;
  });
