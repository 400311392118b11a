import Type from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import { kindOfId } from '../../../domain/event/ids.ts';
import {
  EMBED_SCRIPT_PATH,
  EMBED_VIEWS,
  embeddedEvent,
  embedPage,
  oembedJson,
  readEmbedded,
} from '../../../pages/embed-page.ts';
import { callerOf } from '../../http/caller.ts';
import { RESOURCE_POLICY } from '../../http/common-headers.ts';
import { RequestError } from '../errors/request-error.ts';
import { selectionQuery } from '../events/event-query.ts';
import { findEvent, requireEventId } from '../events/find-event.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { wordOf } from '../schemas/schema-parts.ts';
import { EMBED_SCRIPT, EMBED_STYLE, embedPolicy, siteOf } from './send-page.ts';

const EmbedQuerySchema = selectionQuery({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  event: Type.Optional(Type.String({ maxLength: 100, description: 'One event alone, by its id.' })),
  show: Type.Optional(wordOf(EMBED_VIEWS, 'The events of the selection, or its picture over time.')),
});

const OembedQuerySchema = Type.Object({
  url: Type.String({ maxLength: 2000 }),
  maxwidth: Type.Optional(Type.Integer({ minimum: 1 })),
  maxheight: Type.Optional(Type.Integer({ minimum: 1 })),
  format: Type.Optional(Type.String({ maxLength: 20 })),
});

/** `/embed` for a frame of another site, and `/oembed`, by which other sites learn of it. */
export function addEmbedPages(app: RestApp, parts: RestParts): void {
  const { timeline, embedOrigins } = parts;
  const policy = embedPolicy(embedOrigins);

  app.get('/embed', { schema: { querystring: EmbedQuerySchema } }, async (request, reply) => {
    const { event, show = 'list', ...selection } = request.query;
    const embedded =
      event === undefined
        ? await readEmbedded(timeline, selection, show, callerOf(reply))
        : embeddedEvent(await requireCurrent(timeline, event));
    return reply
      .headers({ 'content-security-policy': policy, [RESOURCE_POLICY]: 'cross-origin' })
      .type('text/html; charset=utf-8')
      .send(embedPage(siteOf(parts, request), embedded, EMBED_STYLE));
  });

  app.get('/oembed', { schema: { querystring: OembedQuerySchema } }, async (request) => {
    const { url, maxwidth, maxheight, format = 'json' } = request.query;
    if (format !== 'json') throw new RequestError('NOT_IMPLEMENTED', `oEmbed is JSON here, not "${format}"`);
    const site = siteOf(parts, request);
    const place = placeOf(site.origin, url);
    if (place === undefined)
      throw new TimelineError('NOT_FOUND', 'nothing can be embedded from this address');
    const event = place.event === undefined ? null : await requireCurrent(timeline, place.event);
    const address = `${site.origin}/embed${event === null ? place.search : `?event=${event.id}`}`;
    return oembedJson(site, { address, title: event?.title ?? site.record.name, maxwidth, maxheight });
  });
}

/** The script that fits frames to their contents. Pages of other sites load it. */
export function addEmbedScript(app: RestApp): void {
  app.get(EMBED_SCRIPT_PATH, async (_request, reply) =>
    reply
      .headers({ 'cache-control': 'public, max-age=86400', [RESOURCE_POLICY]: 'cross-origin' })
      .type('text/javascript; charset=utf-8')
      .send(EMBED_SCRIPT),
  );
}

async function requireCurrent(timeline: RestParts['timeline'], text: string): Promise<TimelineEvent> {
  const found = await findEvent(timeline, requireEventId(text));
  const event =
    found.kind === 'found'
      ? found.event
      : (await timeline.getEvents([found.into])).find((each) => each !== undefined);
  if (event === undefined) throw new TimelineError('NOT_FOUND', `there is no event "${text}"`);
  return event;
}

/** The part of the timeline at an address of ours: a selection, or an event. Undefined for any other address. */
function placeOf(
  origin: string,
  text: string,
): { readonly event?: string; readonly search: string } | undefined {
  if (!URL.canParse(text)) return undefined;
  const [asked, ours] = [new URL(text), new URL(origin)];
  const [prefix, { search, pathname }] = [ours.pathname.replace(/\/$/, ''), asked];
  if (asked.origin !== ours.origin || !pathname.startsWith(prefix)) return undefined;
  const path = pathname.slice(prefix.length);
  if (['', '/', '/embed'].includes(path)) return { search };
  const id = /^\/events\/([\w-]+)$/.exec(path)?.[1];
  return id !== undefined && kindOfId(id) === 'event' ? { event: id, search } : undefined;
}
