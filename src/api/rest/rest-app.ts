import type { FastifyInstance, FastifyTypeProvider } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { Gazetteer } from '../../formats/event/gazetteer.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { Followers } from '../followers.ts';
import type { ResponseCache } from '../http/caching/response-cache.ts';
import type { Admit } from '../http/write-tokens.ts';

/** Handlers get the types of their routes' TypeBox schemas. */
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

/** NONE: quotes are all that is served. FULL: the operator may serve whole articles. */
export type ArticleText = 'none' | 'full';

/** What the resources need to answer. */
export interface RestParts {
  readonly timeline: Timeline;
  /** The timeline's name in its own document and on the pages. */
  readonly name: string;
  readonly version: string;
  readonly defaultAnchor: CalendarDate;
  readonly articleText: ArticleText;
  /** Scheme and host under which readers find the service; that of each request where it is null. */
  readonly publicOrigin: string | null;
  /** Where places lie, for maps. */
  readonly gazetteer: () => Promise<Gazetteer>;
  /** Decides who may write. */
  readonly admit: Admit;
  readonly maxArticleBytes: number;
  readonly followers: Followers;
  /** Undefined where no answers are kept. */
  readonly responseCache: ResponseCache | undefined;
}
