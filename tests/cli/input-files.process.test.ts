import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { listInputs } from '../../src/cli/input/input-files.ts';
import { readInput } from '../../src/cli/input/read-inputs.ts';
import { withoutControls } from '../../src/cli/output/print.ts';
import { type ReadOutcome, readDocument } from '../../src/ingestion/reading/read-article.ts';
import { needPosix } from '../support/need-posix.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The inputs below a folder: a file's name, or a problem's name and reason. */
async function inputsBelow(folder: string): Promise<readonly (readonly string[])[]> {
  const inputs = await listInputs([folder]);
  return inputs.map((input) => {
    if (input.kind === 'stdin') return ['standard input'];
    const name = input.name.slice(folder.length + 1);
    return input.kind === 'problem' ? [name, input.reason] : [name];
  });
}

async function outcomesOf(...given: Parameters<typeof readInput>): Promise<readonly ReadOutcome[]> {
  const outcomes: ReadOutcome[] = [];
  for await (const input of readInput(...given))
    outcomes.push(input.kind === 'document' ? readDocument(input.document, input.limits) : input);
  return outcomes;
}

describe('a folder with odd entries is read, and each of them takes one line', () => {
  beforeEach(needPosix);

  test('links that lead back to a folder around them', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'deep'));
    await writeFile(join(folder, 'a.txt'), 'Text.');
    await writeFile(join(folder, 'deep', 'b.txt'), 'Text.');
    await symlink(folder, join(folder, 'deep', 'up.txt'));
    expect(await inputsBelow(folder)).toEqual([
      ['a.txt'],
      ['deep/b.txt'],
      ['deep/up.txt', 'leads back to a folder that it lies in'],
    ]);
  });

  test('links in a circle, and a link to nothing', async () => {
    const folder = await temporaryFolder();
    await symlink('two.txt', join(folder, 'one.txt'));
    await symlink('one.txt', join(folder, 'two.txt'));
    await symlink('gone', join(folder, 'zero.txt'));
    expect(await inputsBelow(folder)).toEqual([
      ['one.txt', 'its links lead in a circle'],
      ['two.txt', 'its links lead in a circle'],
      ['zero.txt', 'no such file or folder'],
    ]);
  });

  test('a pipe, as an article and as its metadata', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.txt'), 'Ministers met in Riga on 1 December 2021.');
    for (const name of ['a.meta.json', 'pipe.txt']) execFileSync('mkfifo', [join(folder, name)]);
    expect(await inputsBelow(folder)).toEqual([['a.txt'], ['pipe.txt', 'is neither a file nor a folder']]);
    const [article] = await listInputs([join(folder, 'a.txt')]);
    if (article === undefined) throw new Error('the article is not listed');
    const outcomes = await outcomesOf(article, { format: undefined, maxArticleBytes: 1000 });
    expect(outcomes).toMatchObject([{ kind: 'article', source: { title: null } }]);
  });

  test('a name that is too long', async () => {
    const [input] = await listInputs([`${'a'.repeat(300)}.txt`]);
    expect(input).toMatchObject({ kind: 'problem', reason: 'the name is too long' });
  });

  test('a file that the disk does not give', async () => {
    const [input] = await listInputs(['/proc/self/mem']);
    if (input === undefined) throw new Error('the file is not listed');
    const outcomes = await outcomesOf(input, { format: 'txt', maxArticleBytes: 1000 });
    expect(outcomes).toMatchObject([{ kind: 'rejected', reason: 'the disk cannot read it' }]);
  });
});

describe('what a terminal would obey is replaced', () => {
  test.each([
    ['an escape sequence', '\u001b[2Jgone\u001b]0;title\u0007', '\ufffd[2Jgone\ufffd]0;title\ufffd'],
    ['a sequence of one byte', '\u009b31mred', '\ufffd31mred'],
    ['a return to the start of the line', 'good\rbad', 'good\ufffdbad'],
    ['deletions', 'abc\b\b\u007f', 'abc\ufffd\ufffd\ufffd'],
  ])('%s', (_, text, shown) => {
    expect(withoutControls(text)).toBe(shown);
  });

  test('but not the ends of lines, tabs, or letters of any alphabet', () => {
    const text = 'BEGIN:VCALENDAR\r\na\tb\nПутин “𝒟”';
    expect(withoutControls(text)).toBe(text);
  });
});
