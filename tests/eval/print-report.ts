import { textTable } from '../../src/cli/output/text-table.ts';
import type { ClassCount } from './count-classes.ts';
import type { RuleCount } from './count-rules.ts';
import type { Evaluation, Report } from './evaluate.ts';
import type { ErrorGroup } from './group-errors.ts';
import type { Score } from './score.ts';

/** How many errors of the same wording are shown. */
const SHOWN = 3;

const SCORE_HEADER = [
  ['', '', 'docs', ' gold', 'predicted'],
  ['strict P', 'strict R', 'strict F1'],
  ['relaxed P', 'relaxed R', 'relaxed F1'],
  ['value F1', '% of found', 'type F1', '% of found'],
].flat();

const RULE_HEADER = ['rule', ' predicted', ' found', ' right', '% right'];
const CLASS_HEADER = ['class', '  gold', ' found', ' exact', ' right', '% right'];

const percent = (fraction: number): string => (100 * fraction).toFixed(2);

/** The report as text for a terminal, all rates in per cent. */
export function printReport({ files, together, classes, rules, errors }: Report): string {
  const evaluations = files.length > 1 ? [...files, together] : files;
  const scores = numberTable(SCORE_HEADER, evaluations.flatMap(scoreRows));
  const parts = [
    scores,
    numberTable(CLASS_HEADER, classes.map(classRow)),
    numberTable(RULE_HEADER, rules.map(ruleRow)),
    errors.map(errorLines).join(''),
  ];
  return parts.join('\n').trimEnd();
}

/** A table with its numbers aligned to the right. */
const numberTable = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  textTable([
    header,
    ...rows.map((row) => row.map((cell, at) => String(cell).padStart(header[at]?.length ?? 0))),
  ]);

const scoreRows = ({ name, documents, allTypes, dateAndTime }: Evaluation) => [
  [name, 'all types', documents, ...scoreCells(allTypes)],
  ['', 'DATE, TIME', '', ...scoreCells(dateAndTime)],
];

const scoreCells = ({ gold, predicted, strict, relaxed, ...rates }: Score): (string | number)[] => [
  gold,
  predicted,
  ...[strict.precision, strict.recall, strict.f1].map(percent),
  ...[relaxed.precision, relaxed.recall, relaxed.f1].map(percent),
  ...[rates.valueF1, rates.valueAccuracy, rates.typeF1, rates.typeAccuracy].map(percent),
];

const classRow = ({ name, gold, found, exact, right }: ClassCount): (string | number)[] => [
  name,
  gold,
  found,
  exact,
  right,
  percent(right / gold),
];

const ruleRow = ({ name, predicted, found, right }: RuleCount): (string | number)[] => [
  name,
  predicted,
  found,
  right,
  percent(right / predicted),
];

function errorLines({ kind, wording, errors }: ErrorGroup): string {
  const more = errors.length > SHOWN ? [`… and ${errors.length - SHOWN} more`] : [];
  const lines = [...errors.slice(0, SHOWN), ...more].map((line) => `      ${line}\n`);
  return `${String(errors.length).padStart(4)}  ${kind}: ${wording}\n${lines.join('')}`;
}
