import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPages } from './doc-pages.ts';
import { type DocsService, openDocsService } from './docs-service.ts';
import { examplesIn, withAnswers } from './page-parts.ts';

const pages = await readPages();
const examples = pages.flatMap(({ path, text }) =>
  examplesIn(text).map((example) => ({ path, name: example.name, example })),
);

let service: DocsService;

beforeAll(async () => {
  service = await openDocsService();
});

afterAll(() => service?.close());

describe('an example gives the answer that its page prints (npm run print:docs)', () => {
  test.each(examples)('$path: $name', async ({ example }) => {
    expect(await service.ask(example)).toBe(example.answer.text);
  });
});

test('the README has one example of GraphQL, one of REST and one of the command line', () => {
  const requests = examples.filter(({ path }) => path === 'README.md').map(({ example }) => example.request);
  expect(requests.map(({ language, text }) => `${language} ${text.split(/\s/)[0]}`)).toEqual([
    'graphql {',
    'sh curl',
    'sh npm',
  ]);
});

test('every page that explains a way to ask has an example', () => {
  const withExamples = new Set(examples.map(({ path }) => path));
  expect([...withExamples]).toEqual(
    expect.arrayContaining(['docs/cli.md', 'docs/graphql.md', 'docs/rest.md', 'docs/exports-and-citing.md']),
  );
});

test('no two examples have the same name', () => {
  const names = examples.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('an example is two fenced blocks behind its name', () => {
  const page = 'A\n<!-- example: b-c -->\n```sh\nd\n```\n\ngives\n\n```text\nold\nanswer\n```\n\nE';
  expect(examplesIn(page)).toEqual([
    {
      name: 'b-c',
      request: { language: 'sh', text: 'd' },
      answer: { language: 'text', text: 'old\nanswer' },
    },
  ]);
  expect(withAnswers(page, new Map([['b-c', 'new']]))).toBe(page.replace('old\nanswer', 'new'));
});
