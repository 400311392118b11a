import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examplesIn, withAnswers } from './readme-parts.ts';
import { openReadmeService, type ReadmeService } from './readme-service.ts';

const examples = examplesIn(await readFile('README.md', 'utf8'));

let service: ReadmeService;

beforeAll(async () => {
  service = await openReadmeService();
});

afterAll(() => service?.close());

describe('an example of the README gives the answer that it prints (npm run print:readme)', () => {
  test.each(examples)('$name', async (example) => {
    expect(await service.ask(example)).toBe(example.answer.text);
  });
});

test('the README has an example of GraphQL, of REST and of the command line', () => {
  expect(examples.map(({ name }) => name)).toEqual(expect.arrayContaining(['graphql', 'rest', 'resolve']));
});

test('an example is two fenced blocks behind its name', () => {
  const readme = 'A\n<!-- example: b-c -->\n```sh\nd\n```\n\ngives\n\n```text\nold\nanswer\n```\n\nE';
  expect(examplesIn(readme)).toEqual([
    {
      name: 'b-c',
      request: { language: 'sh', text: 'd' },
      answer: { language: 'text', text: 'old\nanswer' },
    },
  ]);
  expect(withAnswers(readme, new Map([['b-c', 'new']]))).toBe(readme.replace('old\nanswer', 'new'));
});
