import Type, { type Static } from 'typebox';
import { INGEST_OUTCOMES, type IngestReport } from '../../../timeline/ingest/ingest-report.ts';
import { PURGE_OUTCOMES, RETRACTION_OUTCOMES } from '../../../timeline/timeline-writing.ts';
import { CountSchema, named, nullable, wordOf } from '../schemas/schema-parts.ts';
import { AnchorSchema } from '../schemas/served-schema.ts';
import { WarningSchema, warningJson } from './articles.ts';

export const IngestReportSchema = named(
  'IngestReport',
  Type.Object(
    {
      outcome: wordOf(
        INGEST_OUTCOMES,
        'REANCHORED: the same text with other metadata or another anchor. SUPERSEDED: a new text of a known URL.',
      ),
      articleId: Type.String(),
      file: nullable(Type.String()),
      title: nullable(Type.String()),
      anchor: AnchorSchema,
      eventCount: CountSchema,
      mentionCount: CountSchema,
      warnings: Type.Array(WarningSchema),
      revision: CountSchema,
    },
    { description: 'What reading an article came to.' },
  ),
);

export const PurgeReportSchema = named(
  'PurgeReport',
  Type.Object({
    outcome: wordOf(PURGE_OUTCOMES, 'UNCHANGED: it was purged before.'),
    articleId: Type.String(),
    versionCount: CountSchema,
    revision: CountSchema,
  }),
);

export const RetractionSchema = named(
  'Retraction',
  Type.Object(
    {
      outcome: wordOf(RETRACTION_OUTCOMES, 'UNCHANGED: it was not current any more.'),
      articleId: Type.String(),
      withdrawnCount: CountSchema,
      revision: CountSchema,
    },
    { description: 'What taking an article back came to.' },
  ),
);

export const ingestReportJson = ({ warnings, anchor, ...report }: IngestReport) =>
  ({
    outcome: report.outcome,
    articleId: report.articleId,
    file: report.file,
    title: report.title,
    anchor: { date: anchor.date, basis: anchor.basis },
    eventCount: report.eventCount,
    mentionCount: report.mentionCount,
    warnings: warnings.map(warningJson),
    revision: report.revision,
  }) satisfies Static<typeof IngestReportSchema>;
