import type { ArticleSummary } from '../../../src/domain/event/article.ts';
import type { TimelineEvent } from '../../../src/domain/event/event.ts';
import { EVENT_TYPES } from '../../../src/domain/event/event-type.ts';
import { actorId, articleId, eventId, mentionId, placeId } from '../../../src/domain/event/ids.ts';
import { type Mention, MODALITIES, type Participant, type Place } from '../../../src/domain/event/mention.ts';
import {
  fromDayNumber,
  requireCalendarDate,
  toDayNumber,
  yearMonthDayOf,
} from '../../../src/domain/time/calendar-date.ts';
import type { EventDate } from '../../../src/domain/time/event-date.ts';
import { type Random, seededRandom } from '../random.ts';

/*
 * A timeline of any length, the same at each call. Days lie from 1800 to 2025. An event has 1 to 3 of 500 actors and 1 to 4
 * accounts. There are a tenth as many articles as events.
 */

export const ACTOR_COUNT = 500;
export const PLACE_COUNT = 200;
const FIRST_DAY = toDayNumber(requireCalendarDate('1800-01-01'));
const DAYS = toDayNumber(requireCalendarDate('2025-12-31')) - FIRST_DAY + 1;
const PUBLISHED_ON = requireCalendarDate('2025-12-31');

const SYLLABLES = [
  'ba',
  'do',
  'fen',
  'gir',
  'hul',
  'ka',
  'lor',
  'mi',
  'nes',
  'por',
  'rad',
  'sul',
  'tem',
  'vo',
  'zan',
];
const VOCABULARY = Array.from({ length: 3000 }, (_, n) => wordOf(n));

function wordOf(n: number): string {
  const syllable = (k: number) => SYLLABLES[k % SYLLABLES.length] ?? '';
  return `${syllable(n)}${syllable(Math.floor(n / 15))}${syllable(Math.floor(n / 225) + 3)}`;
}

export const articleCountOf = (events: number): number => Math.max(1, Math.floor(events / 10));
export const eventIdAt = (index: number) => eventId(`evt_b${index.toString(36).padStart(7, '0')}`);
export const actorAt = (n: number) => ({
  id: actorId(`act_b${n}`),
  name: `Actor ${capital(wordOf(n * 7))} ${n}`,
});
export const placeAt = (n: number): Place => ({
  id: placeId(`plc_b${n}`),
  name: `${capital(wordOf(n * 11))} ${n}`,
});

export const articleAt = (n: number): ArticleSummary => ({
  id: articleId(`art_b${n.toString(36)}`),
  file: null,
  title: capital(words(seededRandom(n + 7), 7)),
  publisher: `The ${capital(wordOf(n % 97))} Courier`,
  url: `https://courier-${n % 97}.example/stories/${n}`,
  publishedOn: PUBLISHED_ON,
});

/** The event of a number, at the first revision of the store. */
export function eventAt(index: number, eventCount: number): TimelineEvent {
  const random = seededRandom(index * 2654435761 + 99_991);
  for (let warm = 0; warm < 4; warm += 1) random(2);
  const title = capital(words(random, 6));
  const date = dateOf(random);
  const participants = distinct(random, 1 + random(3), ACTOR_COUNT).map(
    (n, place): Participant => ({ ...actorAt(n), role: place === 0 ? 'ACTOR' : 'RECIPIENT' }),
  );
  const facts = {
    title,
    date,
    type: EVENT_TYPES[random(EVENT_TYPES.length)] ?? 'OTHER',
    modality: MODALITIES[random(10) === 0 ? 1 : 2 + random(2)] ?? 'ASSERTED',
    actors: participants,
    places: [placeAt(random(PLACE_COUNT))],
  } as const;
  const articles = distinct(random, 1 + random(4), articleCountOf(eventCount));
  const mentions = articles.map((article, place) => mentionOf(random, facts, index * 4 + place, article));
  return {
    id: eventIdAt(index),
    revision: 1,
    recordedAt: 1,
    ...facts,
    confidence: 0.5 + random(50) / 100,
    sourceCount: new Set(mentions.map(({ article }) => article.publisher)).size,
    conflicts: [],
    titleKind: 'CLAUSE',
    subject: null,
    mentions,
  };
}

function mentionOf(
  random: Random,
  facts: Pick<TimelineEvent, 'title' | 'date' | 'type' | 'modality' | 'actors' | 'places'>,
  number: number,
  article: number,
): Mention {
  const exact = `${capital(words(random, 16))}.`;
  const start = random(4000);
  return {
    id: mentionId(`men_b${number.toString(36)}`),
    article: articleAt(article),
    quote: { exact, prefix: words(random, 4), suffix: words(random, 4), start, end: start + exact.length },
    clause: { start, end: start + 40 },
    timex: {
      text: facts.date.display,
      start,
      end: start + facts.date.display.length,
      type: 'DATE',
      value: facts.date.edtf,
      mod: null,
    },
    date: facts.date,
    rule: 'explicit/full-date',
    datedBy: null,
    anchor: { date: PUBLISHED_ON, basis: 'METADATA' },
    title: facts.title,
    type: facts.type,
    typePattern: null,
    actors: facts.actors,
    places: facts.places,
    modality: facts.modality,
    confidence: 0.5 + random(50) / 100,
    titleKind: 'CLAUSE',
    act: null,
    story: [],
    subject: null,
  };
}

/** Of ten events seven lie on a day, two in a month, one in a year. */
function dateOf(random: Random): EventDate {
  const day = FIRST_DAY + random(DAYS);
  const { year, month } = yearMonthDayOf(day);
  const kind = random(10);
  if (kind < 7) {
    const date = fromDayNumber(day);
    return { edtf: date, earliest: date, latest: date, precision: 'DAY', role: 'ON', display: date };
  }
  const yearText = String(year).padStart(4, '0');
  if (kind === 9) {
    const [earliest, latest] = [
      requireCalendarDate(`${yearText}-01-01`),
      requireCalendarDate(`${yearText}-12-31`),
    ];
    return { edtf: yearText, earliest, latest, precision: 'YEAR', role: 'WITHIN', display: yearText };
  }
  const monthText = `${yearText}-${String(month).padStart(2, '0')}`;
  const earliest = requireCalendarDate(`${monthText}-01`);
  const next =
    month === 12
      ? `${String(year + 1).padStart(4, '0')}-01-01`
      : `${yearText}-${String(month + 1).padStart(2, '0')}-01`;
  const latest = fromDayNumber(toDayNumber(requireCalendarDate(next)) - 1);
  return { edtf: monthText, earliest, latest, precision: 'MONTH', role: 'WITHIN', display: monthText };
}

/** Common words occur more often than rare words, as in any text. */
function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => {
    const rank = Math.floor((random(VOCABULARY.length) * random(VOCABULARY.length)) / VOCABULARY.length);
    return VOCABULARY[rank] ?? '';
  }).join(' ');
}

function distinct(random: Random, count: number, limit: number): readonly number[] {
  return [...new Set(Array.from({ length: count }, () => random(limit)))];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
