import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import { findDateline } from '../dateline.ts';
import { dayInName, pathOf } from '../day-in-name.ts';
import type { PageElement } from './html-text.ts';
import type { LinkedData } from './linked-article.ts';
import { addressesOfPage } from './page-address.ts';
import { marksOfPage, type PageMark, type PageMarks } from './page-marks.ts';
import { canBeDayOf, type PublicationStamp, readStamp, type StampSettings } from './publication-stamp.ts';
import { type Reading, read, refuse } from './reading.ts';

/** Names of meta elements, without case and punctuation: `cXenseParse:recs:publishtime`, `article.published`. */
const PUBLISHED_META =
  /publish(?:ed)?(?:date|time|on|at|datetime|timestamp)?(?:utc|gmt|iso)?$|publicationdate|publicationtime|datepublished|datepublication|pubdate|pubtime|issued|dateposted|posted(?:date|time|on|at)?$|postdate|firstpublish|releasedate|articledate|^p(?:date|time)$/;
const DATED_META =
  /^(?:date|dat|dcdate|dctermsdate|dctermsavailable|sailthrudate|displaydate|citationdate|citationonlinedate|docdate|gentime|ogregdate|regdate|uploaddate|timestamp|searchdate|storydate|ogdate|articlecreated(?:time|at|date)?|ogarticlecreatedtime)$/;
const CREATED_META = /creat/;
/** A day of another sort, or of another text. */
const OTHER_META = /modif|updat|revis|expir|until|embargo|accessed|comment|publisher/;

/** How far from the headline the lines with a day lie, in characters of the page's text. */
const BEFORE_HEADLINE = 300;
const AFTER_HEADLINE = 1_500;
const LONGEST_LINE = 160;

/** Fields of the data that a page's scripts draw it from. */
const SCRIPT_FIELD =
  /\\?"(?:datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publishedDate|published_date|pubDate|pub_date|publicationDate|publication_date|firstPublished|firstPublishedAt|first_published_at|publishedTime|published_time|displayDate|display_date)\\?"\s{0,3}:\s{0,3}\\?"?(?<value>\d[^"\\,}]{7,40})/g;
const MOST_FIELDS = 20;

export interface PageSource {
  readonly page: PageElement;
  readonly html: string;
  readonly linked: LinkedData;
  /** The last day that can be one of publication. */
  readonly lastDay: CalendarDate;
}

/**
 * The civil day of publication as the page writes it; null where none is readable. Where the best stamp is one in UTC, a day
 * beside it that a reader sees, or that has an offset, goes before it. A page whose only day does not exist is refused,
 * because it would anchor the whole text.
 */
export function publicationDayOfPage(source: PageSource): Reading<CalendarDate | null> {
  const { linked, page } = source;
  const settings = { dayFirst: isDayFirst(page), lastDay: source.lastDay };
  const meta = metaOf(page);
  const stated = [...linked.published, ...meta.published].map((text) => readStamp(text, settings));
  const stamps = [
    ...stated.flatMap((reading) => (reading.kind === 'stamp' ? [reading.stamp] : [])),
    ...weakerStamps(source, meta, settings),
  ];
  const [best] = stamps;
  const impossible = stated.find((reading) => reading.kind === 'impossible');
  if (best !== undefined) return read(civilDayOf(best, stamps));
  return impossible === undefined
    ? read(null)
    : refuse(`publication date "${impossible.day}" is not a day of the calendar`);
}

function civilDayOf(best: PublicationStamp, stamps: readonly PublicationStamp[]): CalendarDate {
  if (best.utcHour === null) return best.date;
  return stamps.find(({ date, utcHour }) => utcHour === null && canBeDayOf(best, date))?.date ?? best.date;
}

function weakerStamps(
  { page, html, linked }: PageSource,
  meta: MetaDates,
  settings: StampSettings,
): readonly PublicationStamp[] {
  const found = marksOfPage(page);
  const current = found.marks.filter(({ isUpdate }) => !isUpdate);
  const { start, end } = found.headline ?? { start: 0, end: 0 };
  const below = current.filter((mark) => mark.start >= end && mark.start < end + AFTER_HEADLINE);
  const above = current.filter((mark) => mark.start < start && mark.start > start - BEFORE_HEADLINE);
  const read = (texts: readonly string[]): readonly PublicationStamp[] =>
    texts
      .map((text) => readStamp(text, settings))
      .flatMap((each) => (each.kind === 'stamp' ? [each.stamp] : []));
  const ofMarks = (marks: readonly PageMark[], ...kinds: readonly PageMark['kind'][]) =>
    read(kinds.flatMap((kind) => marks.filter((mark) => mark.kind === kind)).flatMap(({ values }) => values));
  return [
    ...ofMarks(current, 'PUBLISHED'),
    ...read(meta.dated),
    ...ofMarks(below, 'TIME', 'LINE'),
    ...shown(daysNearHeadline(found), settings),
    ...shown(
      addressesOfPage(page).map((address) => dayInName(pathOf(address))),
      settings,
    ),
    // Many a paper prints the present day above its headlines.
    ...ofMarks(above, 'TIME', 'LINE'),
    ...read(linked.weaker),
    ...read(meta.created),
    ...ofMarks(current, 'TIME', 'LINE'),
    ...read(
      [...html.matchAll(SCRIPT_FIELD)].slice(0, MOST_FIELDS).map(({ groups }) => groups?.['value'] ?? ''),
    ),
    ...ofMarks(found.marks, 'PUBLISHED', 'TIME', 'LINE'),
  ];
}

const shown = (days: readonly (CalendarDate | undefined)[], { lastDay }: StampSettings) =>
  days.flatMap((date) => (date === undefined || date > lastDay ? [] : [{ date, utcHour: null }]));

/** Days in lines without a name: "By A. Writer | December 16, 2021". */
const daysNearHeadline = ({ text, headline }: PageMarks): readonly (CalendarDate | undefined)[] =>
  text
    .slice(headline?.end ?? 0)
    .slice(0, AFTER_HEADLINE)
    .split('\n')
    .filter((line) => line.length < LONGEST_LINE)
    .map((line) => findDateline(line.trim()))
    .map((dateline) => (dateline?.kind === 'UPDATED' ? undefined : dateline?.date));

interface MetaDates {
  readonly published: readonly string[];
  readonly dated: readonly string[];
  readonly created: readonly string[];
}

function metaOf(page: PageElement): MetaDates {
  const all = [...page.querySelectorAll('meta[content], meta[value]')]
    .map((meta) => ({
      name: nameOf(meta),
      text: meta.getAttribute('content') ?? meta.getAttribute('value') ?? '',
    }))
    .filter(({ name }) => !OTHER_META.test(name));
  const named = (pattern: RegExp): readonly string[] =>
    all.filter(({ name }) => pattern.test(name)).map(({ text }) => text);
  return { published: named(PUBLISHED_META), dated: named(DATED_META), created: named(CREATED_META) };
}

const nameOf = (meta: PageElement): string =>
  (
    meta.getAttribute('property') ??
    meta.getAttribute('name') ??
    meta.getAttribute('itemprop') ??
    meta.getAttribute('http-equiv') ??
    ''
  )
    .slice(0, 100)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');

/** American pages write the month first. A page that names no country is taken for American. */
const isDayFirst = (page: PageElement): boolean =>
  /^en[-_](?!us\b|ca\b)/i.test(
    page.querySelector('html')?.getAttribute('lang') ??
      page.querySelector('meta[property="og:locale"]')?.getAttribute('content') ??
      '',
  );
