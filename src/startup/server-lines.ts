import { counted } from '../formats/text/plain-text.ts';
import type { IngestReport } from '../timeline/ingest/ingest-report.ts';
import type { TimelineDescription } from '../timeline/timeline.ts';
import type { SeedOutcome } from './seed-timeline.ts';

const ROUTES: readonly (readonly [path: string, description: string])[] = [
  ['/', 'the timeline at a glance'],
  ['/graphiql', 'try GraphQL (/graphql)'],
  ['/docs', 'try REST (/openapi.json)'],
  ['/v1/timeline.json', 'all of it as one document'],
  ['/v1/events?from=2021-12-01&to=2021-12-31', 'the events of a month'],
  ['/v1/on-this-date/12/21', 'what happened on a day'],
];

/** `talks.md: 12 events, anchor 2021-12-21 (DEFAULT)`, and its warnings. */
export function articleLines({ file, anchor, eventCount, warnings }: IngestReport): readonly string[] {
  return [
    `  ${file}: ${counted(eventCount, 'event')}, anchor ${anchor.date} (${anchor.basis})`,
    ...warnings.map(({ message }) => `    warning: ${message}`),
  ];
}

/** The outcome of the seeding. No line for a database that is not seeded now. */
export function seedingLines(outcome: SeedOutcome, reports: readonly IngestReport[]): readonly string[] {
  switch (outcome) {
    case 'SEEDED': {
      const warnings = reports.reduce((sum, report) => sum + report.warnings.length, 0);
      return [`Seeded: ${counted(reports.length, 'article')}, ${counted(warnings, 'warning')}`];
    }
    case 'STOPPED':
      return ['Stopped while seeding; the next start goes on from here'];
    case 'OWN':
    case 'KNOWN':
      return [];
  }
}

/** `Timeline: 5 articles, 63 events from 2014-01-01 to 2022-03-31`. */
export function timelineLine({ articleCount, eventCount, earliest, latest }: TimelineDescription): string {
  const span = earliest === null || latest === null ? '' : ` from ${earliest} to ${latest}`;
  return `Timeline: ${counted(articleCount, 'article')}, ${counted(eventCount, 'event')}${span}`;
}

/** The address of the service, and the pages to open first. */
export function addressLines(origin: string): readonly string[] {
  const width = Math.max(...ROUTES.map(([path]) => path.length));
  return [
    `Dateline listens on ${origin}`,
    ...ROUTES.map(([path, description]) => `  ${origin}${path.padEnd(width)}  ${description}`),
  ];
}
