import type { TimelineEvent } from '../../domain/event/event.ts';
import { type EventId, eventId } from '../../domain/event/ids.ts';
import { eventUrl } from '../event/addresses.ts';
import { hedgeOf } from '../event/hedge.ts';
import { sourceLine, sourcesOf } from '../event/sources.ts';
import { counted, plainLine } from '../text/plain-text.ts';
import { postTexts } from './post-texts.ts';

/** An event that may be posted on its day. */
export interface Postable {
  readonly event: TimelineEvent;
  /** The ids of events that were merged into it. */
  readonly absorbed: readonly { readonly id: EventId }[];
  /** The years since its own year; null for an event of no single year. */
  readonly yearsAgo: number | null;
}

export type PostEntry = ReturnType<typeof postEntry>;

/** An event as a post of a year, under an id by which a bot knows its own posts. `rank` is its place on its day. */
export function postEntry(
  { event, absorbed, yearsAgo }: Postable,
  rank: number,
  { origin, year }: { readonly origin: string; readonly year: number },
) {
  const { id, revision, title, date } = event;
  const sources = sourcesOf(event);
  const link = eventUrl(origin, id);
  const publishers = new Set(sources.flatMap(({ publisher }) => publisher ?? []).map(plainLine));
  publishers.delete('');
  return {
    postId: postIdOf(id, year),
    absorbed: absorbed.map((each) => postIdOf(each.id, year)),
    event: id,
    revision,
    rank,
    title: plainLine(title),
    date: { edtf: date.edtf, display: date.display },
    yearsAgo,
    hedges: hedgesOf(event),
    language: 'en',
    link,
    sources: sources.map((article) => ({ name: sourceLine(article), url: article.url })),
    ...postTexts({
      lead: leadOf(event, yearsAgo),
      title: plainLine(title) || id,
      sources: publishers.size === 0 ? null : `Sources: ${[...publishers].join(', ')}`,
      link,
    }),
  };
}

/** Words that keep a post from saying more than is known. */
export const HEDGES = ['hypothetical', 'planned', 'reported', 'about'] as const;

type Hedge = (typeof HEDGES)[number];

/** The hedge `about` marks an unknown time within a span. The hedge `reported` also marks the day of a report. */
function hedgesOf(event: Pick<TimelineEvent, 'modality' | 'date'>): readonly Hedge[] {
  const hedge = hedgeOf(event) ?? (event.date.role === 'PUBLISHED' ? 'reported' : null);
  return [...(hedge === null ? [] : [hedge]), ...(event.date.role === 'WITHIN' ? ['about' as const] : [])];
}

/**
 * `5 years ago, on 21 December 2021:`, `About the week of 13 December 2021:`, `Planned for about early 2022:`,
 * `On 21 December 2021, as reported:`, `Reported 21 December 2021:`.
 */
export function leadOf(event: Pick<TimelineEvent, 'modality' | 'date'>, yearsAgo: number | null): string {
  const hedges = hedgesOf(event);
  const says = (hedge: Hedge): boolean => hedges.includes(hedge);
  const when = [
    ...(says('planned') ? ['planned for'] : event.date.role === 'ON' ? ['on'] : []),
    ...(says('about') ? ['about'] : []),
    plainLine(event.date.display).replace(/^week(end)? of /, 'the $&'),
  ].join(' ');
  const ago = yearsAgo !== null && yearsAgo > 0 ? [`${counted(yearsAgo, 'year')} ago`] : [];
  const asReported = says('reported') && event.date.role !== 'PUBLISHED' ? ['as reported'] : [];
  const hypothetical = says('hypothetical') ? ['hypothetical'] : [];
  const lead = [...ago, when, ...asReported, ...hypothetical].join(', ');
  return `${lead.charAt(0).toUpperCase()}${lead.slice(1)}:`;
}

/** The id of an event's post in a year: `evt_0123-2026`. It stays the same when the event is merged or hidden. */
const postIdOf = (id: EventId, year: number): string => `${id}-${String(year).padStart(4, '0')}`;

/** A pattern of the ids that `postIdOf` writes. */
export const POST_ID_PATTERN = '^evt_[0-9a-z_-]{1,80}-\\d{4}$';

/** The event and the year of a post's id; undefined for a text that is no such id. */
export function readPostId(text: string): { readonly event: EventId; readonly year: number } | undefined {
  const [, id, year] = /^(evt_[0-9a-z_-]{1,80})-(\d{4})$/.exec(text) ?? [];
  return id === undefined ? undefined : { event: eventId(id), year: Number(year) };
}
