const sectionPattern = (name: string): RegExp =>
  new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(\n<!-- /${name} -->)`);

/** The text between `<!-- NAME -->` and `<!-- /NAME -->`, without the empty lines around it. */
export function sectionOf(readme: string, name: string): string {
  const section = sectionPattern(name).exec(readme)?.[2];
  if (section === undefined) throw new Error(`the README has no section "${name}"`);
  return section.trim();
}

export const withSection = (readme: string, name: string, text: string): string =>
  readme.replace(sectionPattern(name), (_, open, __, close) => `${open}\n${text}\n${close}`);

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

const EXAMPLE = /(<!-- example: ([\w-]+) -->\s*```(\w+)\n([\s\S]*?)\n```[^`]*```(\w+)\n)([\s\S]*?)(\n?```)/g;

export const examplesIn = (readme: string): readonly Example[] =>
  [...readme.matchAll(EXAMPLE)].map(
    ([, , name = '', language = '', text = '', answerLanguage = '', answer = '']) => ({
      name,
      request: { language, text },
      answer: { language: answerLanguage, text: answer },
    }),
  );

/** The README with other answers, by the names of their examples. */
export const withAnswers = (readme: string, answers: ReadonlyMap<string, string>): string =>
  readme.replace(EXAMPLE, (whole, before, name) => {
    const answer = answers.get(name);
    return answer === undefined ? whole : `${before}${answer}\n\`\`\``;
  });
