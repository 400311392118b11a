import type { ArticleWarning } from '../../domain/event/article.ts';
import { counted } from '../../formats/text/plain-text.ts';
import type { IngestOutcome, IngestReport } from '../../timeline/ingest/ingest-report.ts';

/** What a run of `ingest` came to: articles by outcome, their warnings, inputs refused. */
export type IngestTotals = Record<IngestOutcome | 'warnings' | 'refused', number>;

export const noTotals = (): IngestTotals => ({
  ADDED: 0,
  REANCHORED: 0,
  SUPERSEDED: 0,
  UNCHANGED: 0,
  warnings: 0,
  refused: 0,
});

const OUTCOMES: readonly IngestOutcome[] = ['ADDED', 'REANCHORED', 'SUPERSEDED', 'UNCHANGED'];

/** How many articles were read, whatever became of them. */
export const articlesIn = (totals: IngestTotals): number =>
  OUTCOMES.reduce((sum, outcome) => sum + totals[outcome], 0);

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
export function totalsLine(totals: IngestTotals, now: { eventCount: number; articleCount: number }): string {
  const articles = OUTCOMES.filter((outcome) => totals[outcome] > 0).map(
    (outcome) => `${totals[outcome]} ${outcome.toLowerCase()}`,
  );
  const done = [
    ...(articles.length === 0 ? ['nothing ingested'] : articles),
    counted(totals.warnings, 'warning'),
    `${totals.refused} refused`,
  ].join(', ');
  return `${done}. The timeline has ${counted(now.eventCount, 'event')} from ${counted(now.articleCount, 'article')}.\n`;
}
