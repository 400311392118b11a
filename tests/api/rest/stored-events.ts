import type { Article } from '../../../src/domain/event/article.ts';
import type { DerivedEvent } from '../../../src/domain/event/event.ts';
import { actorId, articleId, eventId, mentionId, placeId } from '../../../src/domain/event/ids.ts';
import { addDays, requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import type { EventDate } from '../../../src/domain/time/event-date.ts';
import type { ArticleChange, EventStore } from '../../../src/store/port/event-store.ts';
import { saveArticle } from '../../store/save-change.ts';

const ANCHOR = { date: requireCalendarDate('2021-12-21'), basis: 'DEFAULT' } as const;

const TEXT = 'On Tuesday the minister spoke in Moscow. The talks are to go on early next year.';

export const ARTICLE: Article = {
  id: articleId('art_first'),
  text: TEXT,
  file: 'first.txt',
  title: 'Talks & <trouble>',
  publisher: 'Dateline',
  url: 'https://example.org/first',
  publishedOn: null,
  language: 'en',
  basedOn: { publisher: null, url: 'https://example.org/wire' },
  anchor: ANCHOR,
  ruleSet: 'test',
  warnings: [{ code: 'UNRESOLVED_EXPRESSION', message: '"one day" names no day', start: 0, end: 7 }],
};

const RUSSIA = { id: actorId('act_russia'), name: 'Russia' };
export const MOSCOW = { id: placeId('plc_moscow'), name: 'Moscow' };

/** An event on a single day, from the article's first sentence. */
export function dayEvent(name: string, day: string, fields: Partial<DerivedEvent> = {}): DerivedEvent {
  const earliest = requireCalendarDate(day);
  const date: EventDate = {
    edtf: day,
    earliest,
    latest: earliest,
    precision: 'DAY',
    role: 'ON',
    display: `the day ${day}`,
  };
  return storedEvent(name, date, fields);
}

/** An event of any date, from the article's second sentence. */
export function storedEvent(name: string, date: EventDate, fields: Partial<DerivedEvent> = {}): DerivedEvent {
  const { id, title, publisher, url, publishedOn, file } = ARTICLE;
  const event: DerivedEvent = {
    id: eventId(`evt_${name}`),
    title: `The minister speaks: ${name}`,
    date,
    type: 'STATEMENT',
    modality: 'ASSERTED',
    actors: [{ ...RUSSIA, role: 'ACTOR' }],
    places: [],
    confidence: 0.75,
    sourceCount: 1,
    conflicts: [],
    titleKind: 'CLAUSE',
    subject: null,
    mentions: [],
    ...fields,
  };
  return {
    ...event,
    mentions: [
      {
        id: mentionId(`men_${name}`),
        article: { id, file, title, publisher, url, publishedOn },
        quote: { exact: TEXT.slice(0, 40), start: 0, end: 40, prefix: '', suffix: TEXT.slice(40, 72) },
        clause: { start: 0, end: 39 },
        timex: { text: 'On Tuesday', start: 0, end: 10, type: 'DATE', value: date.edtf, mod: null },
        date,
        rule: 'weekday/same-or-last',
        datedBy: null,
        anchor: ANCHOR,
        title: event.title,
        type: event.type,
        typePattern: null,
        actors: event.actors,
        places: event.places,
        modality: event.modality,
        confidence: 0.5,
        titleKind: 'CLAUSE',
        act: null,
        story: [],
        subject: null,
      },
    ],
  };
}

/** Consecutive days, so that a list has several pages. */
export const dayEvents = (count: number, first = '2020-01-01'): readonly DerivedEvent[] =>
  Array.from({ length: count }, (_, index) =>
    dayEvent(`day-${String(index).padStart(3, '0')}`, addDays(requireCalendarDate(first), index)),
  );

/** Saves one change of the article, on top of whatever the store holds; returns the new revision. */
export async function saveChange(store: EventStore, change: Partial<ArticleChange>): Promise<number> {
  return saveArticle(store, {
    article: ARTICLE,
    supersedes: null,
    events: [],
    snapshots: [],
    merged: [],
    withdrawn: [],
    joinKeys: [],
    actors: [{ ...RUSSIA, aliases: ['Kremlin'] }],
    places: [{ ...MOSCOW, aliases: [] }],
    ...change,
  });
}
