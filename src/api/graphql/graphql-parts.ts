import type { Timeline } from '../../timeline/timeline.ts';

/** What the GraphQL interface is built from. */
export interface GraphqlParts {
  readonly timeline: Timeline;
  /** What the timeline is called. */
  readonly name: string;
  /** Whether an article's whole text may be served (`ARTICLE_TEXT`); quotes always are. */
  readonly articleText: 'none' | 'full';
}
