import Type from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { EventId } from '../../../domain/event/ids.ts';
import { requireCalendarDate } from '../../../domain/time/calendar-date.ts';
import { eventDataUrl, eventUrl, urlOf } from '../../../formats/event/addresses.ts';
import { NO_GAZETTEER } from '../../../formats/event/gazetteer.ts';
import { JSON_LD } from '../../../formats/export/json-ld.ts';
import { eventPage } from '../../../pages/event-page.ts';
import type { Site } from '../../../pages/page.ts';
import { readVersions } from '../../../pages/parts/versions.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import { callerOf } from '../../http/caller.ts';
import { redirectTo } from '../../http/public-address.ts';
import { AsOfSchema } from '../events/event-query.ts';
import { EventParamsSchema, findEvent, requireEventId, requireVersion } from '../events/find-event.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { sendPage, siteOf } from './send-page.ts';

const EventPageQuerySchema = Type.Object({
  revision: Type.Optional(Type.Integer({ minimum: 1 })),
  asOf: AsOfSchema,
});

/** `/events/{id}`, for people whatever the request accepts; `.json` leads to the event as data. */
export function addEventPages(app: RestApp, parts: RestParts): void {
  const { timeline, defaultAnchor } = parts;

  app.get(
    '/events/:id.json',
    { schema: { params: EventParamsSchema, querystring: EventPageQuerySchema } },
    async ({ params, query }, reply) =>
      redirectTo(reply, urlOf(eventDataUrl('', requireEventId(params.id)), query), 302),
  );

  app.get(
    '/events/:id',
    {
      config: { untilMidnight: true },
      schema: { params: EventParamsSchema, querystring: EventPageQuerySchema },
    },
    async (request, reply) => {
      const { params, query } = request;
      const id = requireEventId(params.id);
      const found = await findState(timeline, id, query);
      if (found.kind === 'merged') return redirectTo(reply, urlOf(eventUrl('', found.into), query), 308);
      const { event } = found;
      const site = siteOf(parts, request);
      const isNow = query.revision === undefined && query.asOf === undefined;
      const [explanation, around, versions, citations] = await Promise.all([
        timeline.explainEvent(event),
        isNow ? timeline.listAround(event.id, { before: 4, after: 4, caller: callerOf(reply) }) : null,
        isNow ? readVersions(timeline, event) : [],
        citationsOf(event, {
          record: site.record,
          origin: site.origin,
          accessedOn: timeline.readClock().today,
        }),
      ]);
      const page = eventPage(event, site, {
        explained: explanation.mentions,
        around,
        versions,
        citations,
        jsonLd: linkedData(event, site, defaultAnchor),
        revision: query.revision ?? null,
        asOf: query.asOf === undefined ? null : requireCalendarDate(query.asOf),
      });
      return sendPage(reply, page, site);
    },
  );
}

/** The event as it is now, as it was at a revision, or as the articles up to a day tell it. */
async function findState(
  timeline: Timeline,
  id: EventId,
  { revision, asOf }: { readonly revision?: number; readonly asOf?: string },
): ReturnType<typeof findEvent> {
  if (revision !== undefined && asOf !== undefined)
    throw new TimelineError('BAD_FILTER', 'revision and asOf are two ways into the past: give one', {
      details: { field: 'asOf' },
    });
  if (revision !== undefined) return { kind: 'found', event: await requireVersion(timeline, id, revision) };
  if (asOf === undefined) return findEvent(timeline, id);
  const event = await timeline.getEventAsOf(id, requireCalendarDate(asOf));
  if (event === undefined)
    throw new TimelineError('NOT_FOUND', `no article up to ${asOf} dates the event "${id}"`);
  return event.id === id ? { kind: 'found', event } : { kind: 'merged', into: event.id };
}

const CITATIONS = [
  ['Text', 'txt'],
  ['BibTeX', 'bib'],
  ['CSL-JSON', 'csl.json'],
] as const;

/** The library of citations is loaded with the first page that needs it. */
async function citationsOf(
  event: TimelineEvent,
  setting: Parameters<typeof import('../../../formats/citation/cite-event.ts').citeEvent>[2],
) {
  const { citeEvent } = await import('../../../formats/citation/cite-event.ts');
  return CITATIONS.map(([name, suffix]) => ({
    name,
    suffix,
    text: citeEvent(event, suffix, setting).trim(),
  }));
}

function linkedData(
  event: TimelineEvent,
  { origin, record }: Site,
  anchor: RestParts['defaultAnchor'],
): unknown {
  const setting = {
    record,
    anchor,
    revision: event.revision,
    origin,
    selfUrl: eventUrl(origin, event.id),
    group: null,
    gazetteer: NO_GAZETTEER,
  };
  const writer = JSON_LD.open(setting, { omitted: 0, updatedOn: null });
  return JSON.parse(`${writer.head()}${writer.event(event, 0, () => undefined)}${writer.tail()}`);
}
