import type { TimelineEvent } from '../../domain/event/event.ts';
import { publisherOf } from '../../domain/timeline-record.ts';
import { eventUrl, eventUrn } from '../event/addresses.ts';
import { instantOf, publishedDays } from '../event/published-days.ts';
import { type EventFormat, type ExportSetting, KEEPS_ALL } from '../export/event-format.ts';
import { jsonListWriter } from '../export/json-list.ts';
import { plainLine } from '../text/plain-text.ts';
import { accountParagraphs } from './atom.ts';

/** JSON Feed 1.1, with the event's date in `_timeline`. Ids and dates are those of the Atom feed. */
export const JSON_FEED: EventFormat = {
  ...KEEPS_ALL,
  mediaType: 'application/feed+json; charset=utf-8',
  open: (setting) => {
    const { name, description, language } = setting.record;
    return jsonListWriter({
      before: {
        version: 'https://jsonfeed.org/version/1.1',
        title: plainLine(name),
        ...(description !== null && { description: plainLine(description) }),
        home_page_url: `${setting.origin}/`,
        feed_url: setting.selfUrl,
        language,
        authors: [{ name: plainLine(publisherOf(setting.record)) }],
      },
      list: 'items',
      entry: (event) => itemOf(event, setting),
    });
  },
};

function itemOf(event: TimelineEvent, { origin }: ExportSetting) {
  const { id, revision, title, date, type, modality, actors, places, confidence, sourceCount } = event;
  const { first, last } = publishedDays(event);
  const { edtf, earliest, latest, precision, role, display } = date;
  const tags = [type, ...actors.map(({ name }) => name), ...places.map(({ name }) => name)].map(plainLine);
  return {
    id: eventUrn(id),
    url: eventUrl(origin, id),
    title: plainLine(title),
    content_text: accountParagraphs(event).join('\n\n'),
    date_published: instantOf(first),
    date_modified: instantOf(last),
    tags: [...new Set(tags)],
    _timeline: {
      revision,
      date: { edtf, earliest, latest, precision, role, display },
      modality,
      confidence,
      sourceCount,
    },
  };
}
