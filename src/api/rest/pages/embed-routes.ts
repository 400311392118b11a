import Type from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import { eventUrl } from '../../../formats/event/addresses.ts';
import { type Embedded, embedPage, oembedJson, readEmbedded } from '../../../pages/embed-page.ts';
import { callerOf } from '../../http/caller.ts';
import { selectionQuery } from '../events/event-query.ts';
import { findEvent, requireEventId } from '../events/find-event.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { EMBED_POLICY, STYLE, siteOf } from './send-page.ts';

const EmbedQuerySchema = selectionQuery({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  event: Type.Optional(Type.String({ maxLength: 100, description: 'One event alone, by its id.' })),
});

const OembedQuerySchema = Type.Object({
  url: Type.String({ maxLength: 2000 }),
  maxwidth: Type.Optional(Type.Integer({ minimum: 1 })),
  format: Type.Optional(Type.String({ maxLength: 20 })),
});

/** `/embed` for a frame of another site, and `/oembed`, by which other sites learn of it. */
export function addEmbedPages(app: RestApp, parts: RestParts): void {
  app.get('/embed', { schema: { querystring: EmbedQuerySchema } }, async (request, reply) => {
    const { event, ...selection } = request.query;
    const embedded =
      event === undefined
        ? await readEmbedded(parts.timeline, selection, callerOf(reply))
        : await oneEvent(parts.timeline, event);
    const page = embedPage(siteOf(parts, request), embedded, STYLE);
    return reply.header('content-security-policy', EMBED_POLICY).type('text/html; charset=utf-8').send(page);
  });

  app.get('/oembed', { schema: { querystring: OembedQuerySchema } }, async (request, reply) => {
    const { url, maxwidth, format = 'json' } = request.query;
    if (format !== 'json')
      return reply.code(501).header('cache-control', 'no-store').send({ error: 'only JSON is written' });
    const site = siteOf(parts, request);
    const address = embeddedAddress(site.origin, url);
    if (address === undefined)
      throw new TimelineError('NOT_FOUND', 'nothing can be embedded from this address');
    return oembedJson(site, address, maxwidth);
  });
}

async function oneEvent(timeline: RestParts['timeline'], text: string): Promise<Embedded> {
  const found = await findEvent(timeline, requireEventId(text));
  const event =
    found.kind === 'found'
      ? found.event
      : (await timeline.getEvents([found.into])).find((each) => each !== undefined);
  if (event === undefined) throw new TimelineError('NOT_FOUND', `there is no event "${text}"`);
  return { events: [event], count: 1, path: eventUrl('', event.id) };
}

/** The address of `/embed` for that of `/` or `/embed` with a selection, or of an event; undefined for any other. */
function embeddedAddress(origin: string, text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.origin !== origin) return undefined;
  if (['/', '/embed'].includes(url.pathname)) return `${origin}/embed${url.search}`;
  const id = /^\/events\/(evt_[0-9a-z_-]+)$/.exec(url.pathname)?.[1];
  return id === undefined ? undefined : `${origin}/embed?event=${id}`;
}
