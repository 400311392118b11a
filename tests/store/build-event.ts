import type { Article, ArticleSummary } from '../../src/domain/event/article.ts';
import type { AuditNote } from '../../src/domain/event/audit.ts';
import type { DerivedEvent } from '../../src/domain/event/event.ts';
import { articleId, eventId, mentionId } from '../../src/domain/event/ids.ts';
import type { Mention } from '../../src/domain/event/mention.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { DateRole, EventDate, Precision } from '../../src/domain/time/event-date.ts';
import type { ArticleChange, JoinSubject } from '../../src/store/port/event-store.ts';
import { NO_METADATA } from '../support/no-metadata.ts';

/*
 * Small domain objects for tests. Every builder gives something complete and valid; a test names only what it is about.
 */

/** `dayDate('2021-12-21')`: that day. */
export const dayDate = (day: string): EventDate => spanDate(day, day, 'DAY', 'ON');

/** Null leaves an end open. The default is an unknown time inside the span. */
export function spanDate(
  earliest: string | null,
  latest: string | null,
  precision: Precision = earliest === null || latest === null ? 'OPEN' : 'RANGE',
  role: DateRole = 'WITHIN',
): EventDate {
  const edtf = earliest !== null && earliest === latest ? earliest : `${earliest ?? '..'}/${latest ?? '..'}`;
  return {
    edtf,
    earliest: earliest === null ? null : requireCalendarDate(earliest),
    latest: latest === null ? null : requireCalendarDate(latest),
    precision,
    role,
    display: edtf,
  };
}

export function buildArticle(name: string, given: Partial<Article> = {}): Article {
  return {
    ...NO_METADATA,
    id: articleId(`art_${name}`),
    file: `${name}.txt`,
    text: `The text of ${name}.`,
    anchor: { date: requireCalendarDate('2021-12-21'), basis: 'DEFAULT' },
    ruleSet: '1',
    warnings: [],
    ...given,
  };
}

const summaryOf = ({ id, file, title, publisher, url, publishedOn }: ArticleSummary): ArticleSummary => ({
  id,
  file,
  title,
  publisher,
  url,
  publishedOn,
});

/** A dated mention; with `date: null` an undated one. */
export function buildMention(
  name: string,
  given: Partial<Omit<Mention, 'article'>> & {
    readonly article?: ArticleSummary;
    readonly sentence?: string;
  } = {},
): Mention {
  const {
    article = buildArticle('one'),
    sentence = `They met (${name}).`,
    date = dayDate('2021-12-21'),
  } = given;
  const { sentence: _, ...rest } = given;
  return {
    id: mentionId(`men_${name}`),
    quote: { exact: sentence, start: 0, end: sentence.length, prefix: '', suffix: '' },
    clause: { start: 0, end: sentence.length },
    timex:
      date === null ? null : { text: 'Tuesday', start: 0, end: 7, type: 'DATE', value: date.edtf, mod: null },
    date,
    rule: date === null ? null : 'weekday/same-or-last',
    datedBy: null,
    anchor: { date: requireCalendarDate('2021-12-21'), basis: 'DEFAULT' },
    title: sentence,
    type: 'CONSULT',
    typePattern: 'CONSULT/meet',
    actors: [],
    places: [],
    modality: 'ASSERTED',
    confidence: 0.9,
    titleKind: 'CLAUSE',
    act: null,
    story: [],
    subject: null,
    ...rest,
    article: summaryOf(article),
  };
}

/** An event with a mention of the same name, unless others are given. */
export function buildEvent(name: string, given: Partial<DerivedEvent> = {}): DerivedEvent {
  const { date = dayDate('2021-12-21') } = given;
  return {
    id: eventId(`evt_${name}`),
    title: `Event ${name}`,
    date,
    type: 'CONSULT',
    modality: 'ASSERTED',
    actors: [],
    places: [],
    confidence: 0.9,
    sourceCount: 1,
    conflicts: [],
    titleKind: 'CLAUSE',
    subject: null,
    mentions: [buildMention(name, { date })],
    ...given,
  };
}

/** A joining that is about nothing but what the test names. */
export const buildSubject = (given: Partial<JoinSubject> = {}): JoinSubject => ({
  accounts: [],
  articles: [],
  mentions: [],
  events: [],
  ...given,
});

export const buildNote = (given: Partial<AuditNote> = {}): AuditNote => ({
  action: 'EDIT',
  subject: eventId('evt_a'),
  by: 'ada',
  at: '2021-12-22T09:30:00.000Z',
  why: 'a test',
  before: [],
  ...given,
});

/** A change of an empty store, by an article named `one`, that does nothing else. */
export const buildChange = (given: Partial<ArticleChange> = {}): ArticleChange => ({
  article: buildArticle('one'),
  supersedes: null,
  events: [],
  snapshots: [],
  merged: [],
  withdrawn: [],
  joinKeys: [],
  actors: [],
  places: [],
  ...given,
});
