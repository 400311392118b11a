import type { FastifyBaseLogger } from 'fastify';
import type { Timeline } from '../../timeline/timeline.ts';
import type { Followers } from '../followers.ts';
import type { ResponseCache } from '../http/caching/response-cache.ts';
import type { AskedOf } from '../http/forwarded.ts';
import type { ClientKeyOf } from '../http/rate-limit/client-key.ts';
import type { TakeRequest } from '../http/rate-limit/rate-limit.ts';
import type { Admit } from '../http/write-tokens.ts';
import type { KnownOperations } from './execution/known-operations.ts';

/** What the GraphQL interface is built from. */
export interface GraphqlParts {
  readonly timeline: Timeline;
  /** What the timeline is called. */
  readonly name: string;
  /** Whether an article's whole text may be served (`ARTICLE_TEXT`); quotes always are. */
  readonly articleText: 'none' | 'full';
  /** Scheme and host under which readers find the service; that of each request where it is null. */
  readonly publicOrigin: string | null;
  /** Decides who may write. */
  readonly admit: Admit;
  readonly followers: Followers;
  /** Origins whose pages may read the API; `*` alone stands for all. */
  readonly corsOrigins: readonly string[];
  /** What is kept of the operations that were asked before. */
  readonly operations: KnownOperations;
  /** Reads who asks, and how. */
  readonly askedOf: AskedOf;
  /** A pino logger; false for none. */
  readonly log: FastifyBaseLogger | false;
  /** Under what a client's requests are counted. */
  readonly clientKeyOf: ClientKeyOf;
  /** Counts them; undefined where there is no limit. */
  readonly takeRequest: TakeRequest | undefined;
  /** Of the program. */
  readonly version: string;
  /** Undefined where no answers are kept. */
  readonly responseCache: ResponseCache | undefined;
  /** In bytes of UTF-8. */
  readonly maxArticleBytes: number;
}
