import { parse } from 'yaml';

export interface SplitDispatch {
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Front matter and body of a dispatch, read without the program's own reader, whose mistakes would go unnoticed. */
export function splitDispatch(text: string): SplitDispatch {
  const match = /^---\n(.*?)\n---\n(.*)$/s.exec(text);
  if (match === null) throw new Error('no front matter');
  const [, yaml = '', body = ''] = match;
  const frontMatter: unknown = parse(yaml);
  if (typeof frontMatter !== 'object' || frontMatter === null) throw new Error('front matter is no mapping');
  return { frontMatter: Object.fromEntries(Object.entries(frontMatter)), body };
}
