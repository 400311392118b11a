import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputProblem } from './input-problem.ts';

/** A line of a JSONL file that is not blank. */
export interface JsonLine {
  /** The file, and the number of the line counted from 1: `gold.jsonl:7`. */
  readonly place: string;
  readonly value: unknown;
}

export interface JsonlFile {
  readonly name: string;
  readonly lines: readonly JsonLine[];
}

/** The `*.jsonl` files of a folder in the order of their names, or a single file. */
export function readJsonlFolder(path: string): readonly JsonlFile[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [readJsonlFile(path)];
  const names = readdirSync(path).filter((name) => name.endsWith('.jsonl'));
  if (names.length === 0) throw new InputProblem(`no *.jsonl file in ${path}`);
  return names.sort().map((name) => readJsonlFile(join(path, name)));
}

/** The lines of a file. Throws `InputProblem` where the file cannot be read or a line is no JSON object. */
export function readJsonlFile(path: string): JsonlFile {
  const name = basename(path);
  const lines = readText(path)
    .split('\n')
    .map((text, index) => ({ text, place: `${name}:${index + 1}` }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, place }) => ({ place, value: parse(text, place) }));
  return { name, lines };
}

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new InputProblem(`cannot read ${path}: ${error instanceof Error ? error.message : error}`);
  }
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputProblem(`${place}: not JSON`);
  }
}
