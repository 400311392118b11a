import type { Command } from 'commander';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Resolution, Unresolved } from '../domain/resolution.ts';
import { configFor, optionsOf } from './global-options.ts';
import { day } from './option-values.ts';
import { complain, print, printJson } from './output.ts';
import { textTable } from './text-table.ts';

const EXAMPLES = `
Examples:
  dateline resolve "talks begin early next year" --anchor 2021-12-21
  dateline resolve --json "on Friday, and again two days later"`;

/** `dateline resolve TEXT`: what the time expressions of a text mean. Needs no database. */
export function addResolve(program: Command): void {
  program
    .command('resolve')
    .description('Show what the time expressions of a text mean; nothing is stored')
    .argument('<text>', 'English text')
    .option('--anchor <day>', 'the day the text was written (default: TIMELINE_ANCHOR)', day)
    .addHelpText('after', EXAMPLES)
    .action(resolve);
}

async function resolve(text: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<{ anchor?: CalendarDate }>(command);
  const anchor = options.anchor ?? configFor(options).timelineAnchor;
  const { resolveText } = await import('../temporal/resolve-text.ts');
  const expressions = resolveText(text, anchor);
  if (options.json === true) return printJson({ anchor, expressions });
  if (expressions.length === 0) return complain('no time expression found');
  await print(textTable(expressions.map(rowOf)));
}

function rowOf(expression: Resolution | Unresolved): readonly string[] {
  if (expression.kind === 'unresolved') return [expression.text, '?', expression.reason, '', expression.rule];
  const { timex, date, rule } = expression;
  const value = timex.mod === null ? timex.value : `${timex.value} ${timex.mod}`;
  return [timex.text, timex.type, value, date === null ? '' : `${date.display} (${date.role})`, rule];
}
