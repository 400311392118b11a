import type { Connection } from '../../../timeline/timeline.ts';
import { urlOf } from '../../http/urls.ts';

export type QueryValues = Readonly<Record<string, unknown>>;

/** One link of a `Link` header (RFC 8288). */
export interface WebLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

/** Leads from any answer to what describes them all. */
export const SERVICE_DESCRIPTION: WebLink = {
  rel: 'service-desc',
  href: '/openapi.json',
  type: 'application/vnd.oai.openapi+json',
};

/** The value of a `Link` header. */
export function linkHeader(links: readonly WebLink[]): string {
  return links
    .map(({ href, rel, type }) => `<${href}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`)
    .join(', ');
}

/** The way from this page to the first, the previous and the next one, where there are such: only their cursors are made. */
export function pageLinks(
  path: string,
  query: QueryValues,
  page: Connection<unknown>['pageInfo'],
): readonly WebLink[] {
  const selection = withoutCursors(query);
  const link = (rel: string, cursor: QueryValues) => ({
    rel,
    href: urlOf(path, { ...selection, ...cursor }),
  });
  const wayTo = (rel: string, side: 'before' | 'after', cursor: string | null) =>
    cursor === null ? [] : [link(rel, { [side]: cursor })];
  return [
    link('first', {}),
    ...(page.hasPreviousPage ? wayTo('prev', 'before', page.startCursor) : []),
    ...(page.hasNextPage ? wayTo('next', 'after', page.endCursor) : []),
  ];
}

/** The selection alone, as another resource over the same events takes it. */
export function withoutCursors({ after: _after, before: _before, ...selection }: QueryValues): QueryValues {
  return selection;
}
