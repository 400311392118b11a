import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resolveUserPath } from '../../src/config.ts';
import { calendarOnly } from './calendar-only.ts';
import { type Correction, corrected, isCorrections, readCorrections } from './corrections.ts';
import { evaluate } from './evaluate.ts';
import { halfOf } from './halves.ts';
import { InputProblem } from './input-problem.ts';
import { type JsonlFile, readJsonlFile, readJsonlFolder } from './jsonl-folder.ts';
import { type EvalOptions, readOptions, USAGE } from './options.ts';
import { predict } from './predict.ts';
import { printReport } from './print-report.ts';
import { readGold } from './read-gold.ts';
import type { Answer } from './score.ts';

/** `npm run eval:timex`: how well the resolver reads annotated texts. */
function main(args: readonly string[]): void {
  const options = readOptions(args);
  console.log(options === null ? USAGE : reportOf(options));
}

function reportOf(options: EvalOptions): string {
  const folder = resolveUserPath(options.folder);
  const corrections = readCorrectionsOf(options.corrections, folder);
  const files = readJsonlFolder(folder).filter((file) => !isCorrections(file));
  if (files.length === 0) throw new InputProblem(`no gold in ${folder}`);
  const answers = new Map(files.map((file) => [file.name, answersOf(file, corrections, options)]));
  const { errors, ...scores } = evaluate(answers);
  const report = { ...scores, errors: options.errors ? errors : [] };
  return options.json ? JSON.stringify(report, null, 2) : printReport(report);
}

function readCorrectionsOf(name: string | null, folder: string): readonly Correction[] {
  if (name === null) return [];
  const path = resolveUserPath(name);
  return readCorrections(readJsonlFile(existsSync(path) ? path : join(folder, name)));
}

function answersOf(
  file: JsonlFile,
  corrections: readonly Correction[],
  { half, gold: goldStandsIn, calendarOnly: onCalendar }: EvalOptions,
): readonly Answer[] {
  const documents = corrected(readGold(file), corrections);
  return (half === null ? documents : halfOf(documents, half)).map((document) => {
    const predicted = goldStandsIn ? document.timexes : predict(document);
    const answer = { id: document.id, gold: document.timexes, predicted };
    return onCalendar ? calendarOnly(answer) : answer;
  });
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputProblem)) throw error;
  console.error(`eval:timex: ${error.message}`);
  process.exitCode = 1;
}
