import { parseArgs } from 'node:util';
import type { Half } from './halves.ts';
import { InputProblem } from './input-problem.ts';

export interface EvalOptions {
  readonly folder: string;
  readonly half: Half | null;
  readonly corrections: string | null;
  readonly errors: boolean;
  readonly json: boolean;
  /** Scores the annotations in place of the predictions, for the scores of a perfect answer. */
  readonly gold: boolean;
  /** Judges calendar dates alone, for gold that has no durations, sets and vague references. */
  readonly calendarOnly: boolean;
}

export const USAGE = `usage: npm run eval:timex -- FOLDER [--half A|B] [--corrections FILE] [--errors] [--json] [--gold]
       [--calendar-only]

Scores the resolver against the *.jsonl files of FOLDER (or one such file), each alone and all together. A line is
a document: {id, dct, text, timexes: [{start, end, text, type, value, mod}]}, positions in UTF-16 code units.

  --half A|B          only half of each file's documents, sorted by id: A has the even places (0, 2, …), which the
                      rules are tuned on, B the odd ones, which decide what is believed
  --corrections FILE  first put right what FILE, a path or the name of a file in FOLDER, says of gold, one
                      {id, start, end, correctedType, correctedValue} a line; such a file is never taken for gold
  --errors            list what was missed, spurious or given another value, by wording
  --json              the report as JSON, rates from 0 to 1
  --gold              score gold against itself
  --calendar-only     for gold of calendar dates alone: leave out gold without a value, and predictions of durations,
                      sets, "now" and the like, or over gold without a value
  --help              show this help`;

const SPECIFICATION = {
  half: { type: 'string' },
  corrections: { type: 'string' },
  errors: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  gold: { type: 'boolean', default: false },
  'calendar-only': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** The options of a command line; null where help is asked for. Throws `InputProblem` for a wrong option. */
export function readOptions(args: readonly string[]): EvalOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0)
    throw new InputProblem('exactly one FOLDER is needed (see --help)');
  const { half = null, corrections = null, errors, json, gold, 'calendar-only': calendarOnly } = values;
  if (half !== null && half !== 'A' && half !== 'B')
    throw new InputProblem(`--half is "${half}" but must be A or B`);
  return { folder, half, corrections, errors, json, gold, calendarOnly };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: SPECIFICATION, allowPositionals: true });
  } catch (error) {
    throw new InputProblem(error instanceof Error ? error.message : String(error));
  }
}
