import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { Resolution, ResolutionMode, Unresolved } from '../../domain/time/resolution.ts';
import { meaningLines } from './meaning-lines.ts';
import { reasoningLines, reasoningOf, ruleLine } from './reasoning.ts';
import { labelledLine } from './text-table.ts';

/** What a text was read as, and against which day. */
export interface ReadAs {
  readonly anchor: CalendarDate;
  readonly mode: ResolutionMode;
}

const MODE_MEANINGS: { readonly [Mode in ResolutionMode]: string } = {
  NEWS: 'news, which counts from the day it was written',
  NARRATIVE: 'history, which counts from the time it spoke of last',
};

/** Every expression of a text for people, with what it means and why; a line each, the expressions apart. */
export const resolutionLines = (
  expressions: readonly (Resolution | Unresolved)[],
  text: string,
  { anchor, mode }: ReadAs,
): readonly string[] => [
  `read on ${anchor} as ${MODE_MEANINGS[mode]}`,
  ...expressions.flatMap((expression) => ['', ...expressionLines(expression, text, anchor)]),
];

function expressionLines(
  expression: Resolution | Unresolved,
  text: string,
  anchor: CalendarDate,
): readonly string[] {
  if (expression.kind === 'unresolved')
    return [
      headLine(expression),
      labelledLine('means', 'no time that can be placed'),
      labelledLine('because', expression.reason),
      ruleLine(expression.rule, undefined),
    ];
  const { timex, date, rule, confidence } = expression;
  return [
    headLine(timex),
    ...meaningLines(timex, date),
    ...reasoningLines(reasoningOf(expression, text), anchor),
    ruleLine(rule, confidence),
  ];
}

const headLine = ({ text, start, end }: { text: string; start: number; end: number }): string =>
  `"${text.replaceAll(/\s+/g, ' ')}" (${start}–${end})`;
