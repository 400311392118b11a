import type { Article } from '../../../src/domain/event/article.ts';
import type { DerivedEvent } from '../../../src/domain/event/event.ts';
import { articleId, mentionId } from '../../../src/domain/event/ids.ts';
import type { Mention } from '../../../src/domain/event/mention.ts';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import { ARTICLE, dayEvent, MOSCOW, saveChange, storedEvent } from '../rest/stored-events.ts';

const PUBLISHED = requireCalendarDate('2021-12-27');

/** Has a date of publication, and before its sentence a character of two UTF-16 code units. */
const SECOND_ARTICLE: Article = {
  ...ARTICLE,
  id: articleId('art_second'),
  text: '😀 They met there.',
  file: null,
  title: null,
  publisher: 'Evening Sample',
  url: null,
  publishedOn: PUBLISHED,
  basedOn: null,
  anchor: { date: PUBLISHED, basis: 'METADATA' },
  warnings: [],
};

const MEETING = dayEvent('meeting', '2021-12-21', { type: 'CONSULT', places: [MOSCOW], sourceCount: 2 });

/** The second article's account, which nothing in its sentence dates. */
const undated = (mention: Mention): Mention => ({
  ...mention,
  id: mentionId('men_undated'),
  article: {
    id: SECOND_ARTICLE.id,
    file: null,
    title: null,
    publisher: 'Evening Sample',
    url: null,
    publishedOn: PUBLISHED,
  },
  quote: { exact: 'They met there.', start: 3, end: 18, prefix: '😀 ', suffix: '' },
  clause: { start: 3, end: 17 },
  timex: null,
  date: null,
  rule: null,
  anchor: SECOND_ARTICLE.anchor,
  modality: 'REPORTED',
});

/** A meeting with two accounts, a planned vote early in a year, an open beginning, and two more on 21 December. */
const EVENTS: readonly DerivedEvent[] = [
  { ...MEETING, mentions: MEETING.mentions.flatMap((mention) => [mention, undated(mention)]) },
  storedEvent(
    'vote',
    {
      edtf: '2022-01/2022-03',
      earliest: requireCalendarDate('2022-01-01'),
      latest: requireCalendarDate('2022-03-31'),
      precision: 'YEAR_PART',
      role: 'WITHIN',
      display: 'early 2022',
    },
    { modality: 'PLANNED', actors: [] },
  ),
  storedEvent('thaw', {
    edtf: '2021-12-01/..',
    earliest: requireCalendarDate('2021-12-01'),
    latest: null,
    precision: 'OPEN',
    role: 'AFTER',
    display: 'since 1 December 2021',
  }),
  dayEvent('parade', '2019-12-21', { type: 'PROTEST', title: 'A parade of old tractors' }),
  dayEvent('fair', '2022-12-21', { modality: 'PLANNED' }),
];

/** Two articles and five events, at revision 2. */
export async function saveAccounts(store: EventStore): Promise<void> {
  await saveChange(store, { article: SECOND_ARTICLE });
  await saveChange(store, { article: ARTICLE, events: EVENTS });
}
