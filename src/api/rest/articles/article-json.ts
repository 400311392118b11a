import Type, { type Static } from 'typebox';
import type { ArticleWarning } from '../../../domain/event/article.ts';
import type { StoredArticle } from '../../../store/port/event-store.ts';
import type { ArticleText } from '../rest-app.ts';
import { AnchorSchema, CountSchema, DaySchema, named, nullable, wordOf } from '../schemas/schema-parts.ts';

const ORIGIN = Type.Object({ publisher: nullable(Type.String()), url: nullable(Type.String()) });

export const WarningSchema = Type.Object({
  code: wordOf(['ANCHOR_CONTRADICTED', 'WEEKDAY_DISAGREES', 'UNRESOLVED_EXPRESSION', 'NO_EVENTS']),
  message: Type.String(),
  start: nullable(CountSchema),
  end: nullable(CountSchema),
});

const summaryProperties = {
  id: Type.String(),
  file: nullable(Type.String()),
  title: nullable(Type.String()),
  publisher: nullable(Type.String()),
  url: nullable(Type.String()),
  publishedOn: nullable(DaySchema),
  language: Type.String({ description: 'BCP 47.' }),
  basedOn: nullable(ORIGIN),
  anchor: AnchorSchema,
  ruleSet: Type.String({ description: 'The version of the rules that read it.' }),
  current: Type.Boolean({
    description: 'False once a newer text of the same URL has superseded it, or it was retracted.',
  }),
  eventCount: CountSchema,
  warnings: Type.Array(WarningSchema),
};

export const ArticleSummarySchema = named(
  'ArticleSummary',
  Type.Object(summaryProperties, { description: 'A source without its text.' }),
);

export const ArticleSchema = named(
  'Article',
  Type.Object(
    {
      ...summaryProperties,
      text: nullable(Type.String({ description: 'Null where this server does not serve whole texts.' })),
    },
    { description: 'A source; mentions quote it by positions in its text.' },
  ),
);

export const warningJson = ({ code, message, start, end }: ArticleWarning) => ({ code, message, start, end });

export function articleSummaryJson(article: StoredArticle) {
  const { anchor, basedOn } = article;
  return {
    id: article.id,
    file: article.file,
    title: article.title,
    publisher: article.publisher,
    url: article.url,
    publishedOn: article.publishedOn,
    language: article.language,
    basedOn: basedOn === null ? null : { publisher: basedOn.publisher, url: basedOn.url },
    anchor: { date: anchor.date, basis: anchor.basis },
    ruleSet: article.ruleSet,
    current: article.current,
    eventCount: article.eventCount,
    warnings: article.warnings.map(warningJson),
  } satisfies Static<typeof ArticleSummarySchema>;
}

export const articleJson = (article: StoredArticle, text: ArticleText) =>
  ({
    ...articleSummaryJson(article),
    text: text === 'full' ? article.text : null,
  }) satisfies Static<typeof ArticleSchema>;
