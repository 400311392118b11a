import { FORMAT_NAMES } from '../../../formats/export/event-format-names.ts';
import { EVENT_FORMATS } from '../../../formats/export/event-formats.ts';
import { urlOf } from '../../http/urls.ts';
import { type QueryValues, type WebLink, withoutCursors } from '../paging/page-links.ts';

/** The whole selection behind a page in each format, with all fields, by the suffix of its path. By relevance there is no whole: that is by date. */
export function alternateLinks(path: string, query: QueryValues): readonly WebLink[] {
  const { limit: _limit, fields: _fields, order, ...filter } = withoutCursors(query);
  const selection = order === undefined || order === 'relevance' ? filter : { ...filter, order };
  return FORMAT_NAMES.map((name) => ({
    rel: 'alternate',
    href: urlOf(`${path}.${name}`, selection),
    type: EVENT_FORMATS[name].mediaType.split(';')[0] ?? '',
  }));
}
