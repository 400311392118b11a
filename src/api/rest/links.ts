import type { FastifyReply } from 'fastify';
import { urlOf } from '../../formats/event/addresses.ts';
import { FORMAT_NAMES } from '../../formats/export/event-format-names.ts';
import { EVENT_FORMATS } from '../../formats/export/event-formats.ts';
import type { Connection } from '../../timeline/timeline.ts';
import { publicPath } from '../http/public-address.ts';

type QueryValues = Readonly<Record<string, unknown>>;

/** One link of a `Link` header (RFC 8288), to a path of the service. */
export interface WebLink {
  readonly rel: string;
  /** Without the prefix of the reader's address. */
  readonly href: string;
  readonly type?: string;
}

/** Every answer links to the description of the API. */
const SERVICE_DESCRIPTION: WebLink = {
  rel: 'service-desc',
  href: '/openapi.json',
  type: 'application/vnd.oai.openapi+json',
};

/** Puts the links of an answer into its `Link` header, the description of the API last. */
export function setLinks(reply: FastifyReply, links: readonly WebLink[] = []): void {
  const values = [...links, SERVICE_DESCRIPTION].map(
    ({ href, rel, type }) =>
      `<${publicPath(reply.request, href)}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`,
  );
  reply.header('link', values.join(', '));
}

/** Links to the first, the previous and the next page, as far as there are such pages. */
export function pageLinks(
  path: string,
  query: QueryValues,
  page: Connection<unknown>['pageInfo'],
): readonly WebLink[] {
  const selection = withoutCursors(query);
  const link = (rel: string, cursor: QueryValues): WebLink => ({
    rel,
    href: urlOf(path, { ...selection, ...cursor }),
  });
  const linkBy = (rel: string, side: 'before' | 'after', cursor: string | null) =>
    cursor === null ? [] : [link(rel, { [side]: cursor })];
  // A page makes a cursor when it is read, so only the cursors that are linked to are read.
  return [
    link('first', {}),
    ...(page.hasPreviousPage ? linkBy('prev', 'before', page.startCursor) : []),
    ...(page.hasNextPage ? linkBy('next', 'after', page.endCursor) : []),
  ];
}

/**
 * The whole selection behind a page in each file format, with all fields, by the suffix of its path. A list by relevance
 * has one page only; its files are ordered by date.
 */
export function alternateLinks(path: string, query: QueryValues): readonly WebLink[] {
  const { limit: _limit, fields: _fields, order, ...filter } = withoutCursors(query);
  const selection = order === undefined || order === 'relevance' ? filter : { ...filter, order };
  const search = urlOf('', selection);
  return FORMAT_NAMES.map((name) => ({
    rel: 'alternate',
    href: `${path}.${name}${search}`,
    type: EVENT_FORMATS[name].mediaType.split(';')[0] ?? '',
  }));
}

const withoutCursors = ({ after: _after, before: _before, ...selection }: QueryValues): QueryValues =>
  selection;
