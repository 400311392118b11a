import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** The complaints of Node about flags of V8. There is none for a known flag. */
async function complaintsOf(program: string): Promise<string> {
  const flags = ['--no-warnings', '--input-type=module', '--eval'];
  return (await run(process.execPath, [...flags, program])).stderr;
}

test('Node knows the flag by which a server keeps its heap small', async () => {
  const program = "import { keepHeapSmall } from './src/startup/keep-heap-small.ts'; keepHeapSmall();";
  expect(await complaintsOf(program)).toBe('');
});

test('a flag that Node does not know is seen', async () => {
  const program =
    "import { setFlagsFromString } from 'node:v8'; setFlagsFromString('--heap-growing-part=30');";
  expect(await complaintsOf(program)).toContain('unrecognized flag --heap-growing-part=30');
});
