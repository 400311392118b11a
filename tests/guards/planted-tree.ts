import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The settings by which the tools judge a tree. */
const SETTINGS = [
  'biome.json',
  'tsconfig.json',
  'knip.json',
  'package.json',
  '.dependency-cruiser.cjs',
  '.gitignore',
];

/** A tool's output. Every tool here ends with another exit code than 0 when it found something. */
export interface Verdict {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A tree outside the repository under the repository's own settings, in which violations can be planted. */
export interface PlantedTree {
  readonly root: string;
  /** Runs a check as package.json words it, in this tree, with further arguments. */
  runCheck(script: string, ...args: readonly string[]): Promise<Verdict>;
  remove(): Promise<void>;
}

function runTool(folder: string, tool: string, args: readonly string[]): Promise<Verdict> {
  const options = {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1' },
    // On Windows the files of `.bin` are scripts of its shell.
    shell: process.platform === 'win32',
  };
  return new Promise((done) => {
    execFile(join(folder, 'node_modules/.bin', tool), args, options, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      done({ exitCode, stdout, stderr });
    });
  });
}

/** Runs the tool of an npm script, such as `tsc --noEmit`, in a folder. */
export async function runCheck(
  folder: string,
  script: string,
  args: readonly string[] = [],
): Promise<Verdict> {
  const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const [tool, ...words] = scripts[script].split(' ');
  return runTool(folder, tool, [...words, ...args]);
}

/** Writes files, keyed by their path, into a new tree. */
export async function plantTree(files: Readonly<Record<string, string>>): Promise<PlantedTree> {
  const root = await mkdtemp(join(tmpdir(), 'dateline-planted-'));
  await Promise.all(SETTINGS.map((name) => cp(name, join(root, name))));
  await symlink(join(process.cwd(), 'node_modules'), join(root, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return {
    root,
    runCheck: (script, ...args) => runCheck(root, script, args),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
