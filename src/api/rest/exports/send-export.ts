import { finished, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TimelineError } from '../../../domain/errors.ts';
import type { Caller, EventFilter, EventOrder } from '../../../domain/query/timeline-query.ts';
import { urlOf } from '../../../formats/event/addresses.ts';
import type { Facet } from '../../../formats/event/facets.ts';
import { NO_GAZETTEER } from '../../../formats/event/gazetteer.ts';
import type { EventFormat, Omission } from '../../../formats/export/event-format.ts';
import type { FormatName } from '../../../formats/export/event-format-names.ts';
import { EVENT_FORMATS } from '../../../formats/export/event-formats.ts';
import { openExport, takeFirst, takeFirstOfPages } from '../../../formats/export/open-export.ts';
import { CallerGone, callerOf } from '../../http/caller.ts';
import { RequestError } from '../errors/request-error.ts';
import { requireFieldsOf } from '../events/fields-query.ts';
import { setLinks } from '../links.ts';
import type { RestParts } from '../rest-app.ts';

const OMISSION_HEADERS: Record<Omission, string> = {
  undated: 'x-omitted-undated',
  withoutCoordinates: 'x-omitted-without-coordinates',
};

/** A reader that takes all at once would keep the event loop for a page of the export. Others have a turn after this time. */
const TURN_MS = 5;

/** A selection to be sent as a file. */
export interface RequestedExport {
  readonly format: FormatName;
  /** The path of the request. */
  readonly path: string;
  readonly filter: EventFilter;
  readonly order: EventOrder;
  readonly limit?: number;
  readonly group?: Facet;
  readonly fields?: readonly string[];
}

/** Streams an export. An error before its first piece is answered as any error; a later error cuts the connection. */
export async function sendExport(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: RestParts,
  { format: formatName, path, filter, order, limit, group, fields }: RequestedExport,
): Promise<FastifyReply> {
  const { timeline, record, defaultAnchor, originOf, gazetteer } = parts;
  const format = EVENT_FORMATS[formatName];
  if (fields !== undefined) requireFieldsOf(formatName, format, fields);
  holdPlace(request, reply, parts);
  const caller = callerOf(reply);
  const origin = originOf(request);
  const source = {
    events: () => takeFirst(timeline.exportEvents(filter, order, caller), limit),
    ...(fields === undefined && {
      texts: () => takeFirstOfPages(timeline.exportTexts(filter, order, caller), limit),
    }),
    articleText: async (id: Parameters<typeof timeline.getArticle>[0]) =>
      (await timeline.getArticle(id))?.text,
  };
  const { omitted, pieces } = await openExport(format, source, {
    record,
    anchor: defaultAnchor,
    revision: await timeline.readRevision(),
    origin,
    selfUrl: `${origin}${urlOf(path, request.query ?? {})}`,
    group: group ?? null,
    gazetteer: format.omission === 'withoutCoordinates' ? await gazetteer() : NO_GAZETTEER,
    ...(fields !== undefined && { fields }),
  });
  const first = await pieces.next();
  setLinks(reply);
  if (format.omission !== null) reply.header(OMISSION_HEADERS[format.omission], String(omitted));
  reply.type(format.mediaType);
  if (request.method === 'HEAD') {
    // An answer to HEAD has no body.
    await pieces.return(undefined);
    return reply.send(Readable.from([]));
  }
  const begin = first.done === true ? '' : first.value;
  return reply.send(Readable.from(goOn(begin, pieces, { format, request, caller })));
}

/** An export holds memory until its reader has the last piece. */
function holdPlace(request: FastifyRequest, reply: FastifyReply, { exportPlaces, clientKeyOf }: RestParts) {
  const free = exportPlaces.take(clientKeyOf(request.raw));
  if (free === undefined)
    throw new RequestError(
      'TOO_MANY_EXPORTS',
      'as many exports are being read as this server sends at a time',
    );
  finished(reply.raw, free);
}

interface SentExport {
  readonly format: EventFormat;
  readonly request: FastifyRequest;
  readonly caller: Caller;
}

/** A reader sees that an export broke off: the connection ends too early, after a last line where the format has one. */
async function* goOn(
  first: string,
  rest: AsyncIterable<string>,
  { format, request, caller }: SentExport,
): AsyncGenerator<string> {
  try {
    yield first;
    let begin = performance.now();
    for await (const piece of rest) {
      yield piece;
      if (performance.now() - begin < TURN_MS) continue;
      await nextTurn();
      begin = performance.now();
    }
  } catch (error) {
    // The stream itself is destroyed where the client leaves between two pages.
    if (error instanceof CallerGone || caller.signal?.aborted === true) throw error;
    request.log.error({ err: error, errorId: request.id }, 'an export broke off');
    const code = error instanceof TimelineError ? error.code : 'INTERNAL';
    if (format.broken !== undefined) yield format.broken(code, request.id);
    throw error;
  }
}
