import type { ArticleWarning } from '../../domain/event/article.ts';
import { counted } from '../../formats/text/plain-text.ts';
import type { IngestOutcome, IngestReport } from '../../timeline/ingest/ingest-report.ts';

/** The count of articles by outcome, of their warnings and of refused inputs in a run of `ingest`. */
export type IngestTotals = Record<IngestOutcome | 'warnings' | 'refused', number>;

export const noTotals = (): IngestTotals => ({
  ADDED: 0,
  REANCHORED: 0,
  SUPERSEDED: 0,
  UNCHANGED: 0,
  warnings: 0,
  refused: 0,
});

/** How many articles were read, whatever the outcome. */
export const articlesIn = ({ warnings, refused, ...outcomes }: IngestTotals): number =>
  Object.values(outcomes).reduce((sum, count) => sum + count, 0);

/** A line for the article, then one for each of its warnings. */
export function reportLines(report: IngestReport): string {
  const { outcome, articleId, file, title, anchor, eventCount, mentionCount, warnings } = report;
  const head = [
    outcome.padEnd('REANCHORED'.length),
    file ?? articleId,
    `${anchor.date} ${anchor.basis}`,
    `${counted(eventCount, 'event')}, ${counted(mentionCount, 'mention')}`,
    ...(title === null ? [] : [title]),
  ].join('  ');
  return [head, ...warnings.map(warningLine)].map((line) => `${line}\n`).join('');
}

const warningLine = ({ code, message, start, end }: ArticleWarning): string =>
  `  warning  ${code}: ${message}${start === null ? '' : ` (${start}–${end})`}`;

/** The last line of a run: what it did, and what the timeline holds now. */
export function totalsLine(
  { warnings, refused, ...outcomes }: IngestTotals,
  now: { eventCount: number; articleCount: number },
): string {
  const articles = Object.entries(outcomes)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome.toLowerCase()}`);
  const done = [
    ...(articles.length === 0 ? ['nothing ingested'] : articles),
    counted(warnings, 'warning'),
    `${refused} refused`,
  ].join(', ');
  return `${done}. The timeline has ${counted(now.eventCount, 'event')} from ${counted(now.articleCount, 'article')}.\n`;
}

/** A line at the bottom of a terminal. It must be cleared before anything else is written. */
export interface Progress {
  /** Takes the number of inputs that are done, and of the articles in them. */
  draw(done: number, articles: number): void;
  clear(): void;
}

const BAR_WIDTH = 24;

/** Shows a bar while a person watches standard error, else nothing. Inside a bulk file only the count of articles grows. */
export function openProgress(total: number): Progress {
  const write = (text: string): void => {
    if (process.stderr.isTTY) process.stderr.write(text);
  };
  return {
    draw: (done, articles) => {
      const filled = Math.round((BAR_WIDTH * done) / total);
      const bar = '#'.repeat(filled) + '-'.repeat(BAR_WIDTH - filled);
      write(`\r[${bar}] ${done}/${total}, ${counted(articles, 'article')}`);
    },
    clear: () => write('\r\u001B[K'),
  };
}
