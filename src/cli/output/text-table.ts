const GAP = '  ';

/** Rows of text as columns of equal width, without blanks at the ends of lines. An empty text for no rows. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join(GAP)
          .trimEnd()}\n`,
    )
    .join('');
}

const WIDTH = 12;

/** `  means       17 December 2021`: a line of an explanation. Line breaks of quoted words become blanks. */
export const labelledLine = (label: string, text: string): string =>
  `  ${label.padEnd(WIDTH)}${text.replaceAll(/\s+/g, ' ')}`;
