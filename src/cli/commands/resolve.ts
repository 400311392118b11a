import type { Command } from 'commander';
import { type CalendarDate, toDayNumber } from '../../domain/time/calendar-date.ts';
import type { Resolution, Unresolved } from '../../domain/time/resolution.ts';
import { loadGovernors } from '../../startup/load-parser.ts';
import { day } from '../options/option-values.ts';
import { type ModeOptions, modeOption, optionsOf, timelineConfigFor } from '../options/shared-options.ts';
import { complain, print, printJson } from '../output/print.ts';
import { resolutionLines } from '../output/resolution-lines.ts';
import { textTable } from '../output/text-table.ts';

interface ResolveOptions extends ModeOptions {
  readonly anchor?: CalendarDate;
  readonly explain?: boolean;
}

const EXAMPLES = `
Examples:
  dateline resolve "talks begin early next year" --anchor 2021-12-21
  dateline resolve --explain "They met on Friday, and again two days later."
  dateline resolve --mode narrative "The army left in October 1812. It came back in December."
  dateline resolve --json "on Friday, and again two days later"`;

/** `dateline resolve TEXT`: what the time expressions of a text mean. Needs no database. */
export function addResolve(program: Command): void {
  program
    .command('resolve')
    .description('Show what the time expressions of a text mean; nothing is stored')
    .argument('<text>', 'English text')
    .option('--anchor <day>', 'the day the text was written (default: TIMELINE_ANCHOR)', day)
    .addOption(modeOption())
    .option('--explain', 'print below each expression what it means and why')
    .addHelpText('after', EXAMPLES)
    .action(resolve);
}

async function resolve(text: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<ResolveOptions>(command);
  const anchor = options.anchor ?? (await timelineConfigFor(options)).timelineAnchor;
  const { modeOf } = await import('../../temporal/resolution-mode.ts');
  const { resolveText } = await import('../../temporal/resolve-text.ts');
  const mode = options.mode ?? modeOf(text, toDayNumber(anchor));
  const expressions = resolveText(text, anchor, { mode, governorAt: (await loadGovernors())(text) });
  if (options.json === true) return printJson({ anchor, mode, expressions });
  if (expressions.length === 0) return complain('no time expression found');
  if (options.explain === true)
    return print(`${resolutionLines(expressions, text, { anchor, mode }).join('\n')}\n`);
  await print(textTable(expressions.map(rowOf)));
}

function rowOf(expression: Resolution | Unresolved): readonly string[] {
  if (expression.kind === 'unresolved') return [expression.text, '?', expression.reason, '', expression.rule];
  const { timex, date, rule } = expression;
  const value = timex.mod === null ? timex.value : `${timex.value} ${timex.mod}`;
  return [timex.text, timex.type, value, date === null ? '' : `${date.display} (${date.role})`, rule];
}
