import type { FastifyInstance, FastifyTypeProvider } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { TimelineEntry, TimelineRecord } from '../../domain/timeline-record.ts';
import type { Gazetteer } from '../../formats/event/gazetteer.ts';
import type { ArticleQueue } from '../../timeline/ingest/article-queue.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { Followers } from '../followers.ts';
import type { ResponseCache } from '../http/caching/response-cache.ts';
import type { Places } from '../http/places.ts';
import type { OriginOf } from '../http/public-address.ts';
import type { ClientKeyOf } from '../http/rate-limit/client-key.ts';
import type { PrincipalOf } from '../http/write-tokens.ts';
import type { Named } from './schemas/schema-parts.ts';

/** Gives handlers the types of their routes' TypeBox schemas. */
export interface SchemaTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
}

export type RestApp = FastifyInstance<
  FastifyInstance['server'],
  Parameters<FastifyInstance['routing']>[0],
  Parameters<FastifyInstance['routing']>[1],
  FastifyInstance['log'],
  SchemaTypes
>;

/** NONE: only quotes are served. FULL: the operator may serve whole articles. */
export type ArticleText = 'none' | 'full';

/** A part of the API: its routes, and the schemas that the OpenAPI document names. */
export interface Resource {
  readonly schemas: readonly Named[];
  addRoutes(app: RestApp, parts: RestParts): void;
}

/** The use cases and settings with which resources answer. */
export interface RestParts {
  readonly timeline: Timeline;
  readonly queue: ArticleQueue;
  readonly record: TimelineRecord;
  /** The timelines of the server, the default one first. */
  readonly timelines: () => Promise<readonly TimelineEntry[]>;
  /** Whether the server may hold other timelines. */
  readonly isOneOfMany: boolean;
  /** Of the program. */
  readonly version: string;
  /** The version of the rules that read times. */
  readonly ruleSet: string;
  readonly defaultAnchor: CalendarDate;
  readonly articleText: ArticleText;
  readonly originOf: OriginOf;
  /** The origins whose pages may show `/embed` in a frame; `*` alone stands for all. */
  readonly embedOrigins: readonly string[];
  /** Where places lie, for maps. */
  readonly gazetteer: () => Promise<Gazetteer>;
  /** Decides who may write. */
  readonly principalOf: PrincipalOf;
  readonly maxArticleBytes: number;
  readonly followers: Followers;
  /** One for each export that is being sent. */
  readonly exportPlaces: Places;
  readonly clientKeyOf: ClientKeyOf;
  /** Undefined where no answers are kept. */
  readonly responseCache: ResponseCache | undefined;
}
