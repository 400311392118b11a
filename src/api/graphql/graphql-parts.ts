import type { TimelineEntry, TimelineRecord } from '../../domain/timeline-record.ts';
import type { ArticleQueue } from '../../timeline/ingest/article-queue.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { Followers } from '../followers.ts';
import type { ResponseCache } from '../http/caching/response-cache.ts';
import type { Places } from '../http/places.ts';
import type { OriginOf } from '../http/public-address.ts';
import type { ClientKeyOf } from '../http/rate-limit/client-key.ts';
import type { RequestLimit } from '../http/rate-limit/rate-limit.ts';
import type { PrincipalOf } from '../http/write-tokens.ts';

/** The parts of the GraphQL interface. */
export interface GraphqlParts {
  readonly timeline: Timeline;
  readonly queue: ArticleQueue;
  readonly record: TimelineRecord;
  /** The timelines of the server, the default one first. */
  readonly timelines: () => Promise<readonly TimelineEntry[]>;
  /** Whether an article's whole text may be served (`ARTICLE_TEXT`); quotes always are. */
  readonly articleText: 'none' | 'full';
  readonly originOf: OriginOf;
  /** Decides who may write. */
  readonly principalOf: PrincipalOf;
  readonly followers: Followers;
  /** One for each open WebSocket. */
  readonly socketPlaces: Places;
  /** Origins whose pages may read the API; `*` alone stands for all. */
  readonly corsOrigins: readonly string[];
  /** The only queries that are answered, by their ids; null for all. */
  readonly queryList: ReadonlyMap<string, string> | null;
  readonly clientKeyOf: ClientKeyOf;
  readonly requestLimit: RequestLimit;
  /** Of the program. */
  readonly version: string;
  /** Undefined where no answers are kept. */
  readonly responseCache: ResponseCache | undefined;
  /** In bytes of UTF-8. */
  readonly maxArticleBytes: number;
}
