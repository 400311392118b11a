import type { TimelineEvent } from '../../domain/event/event.ts';
import type { EventId } from '../../domain/event/ids.ts';
import { eventUrl } from '../event/event-urls.ts';
import { sourceLine, sourcesOf } from '../event/sources.ts';
import { plainLine } from '../text/plain-text.ts';
import { postIdOf } from './post-id.ts';
import { hedgesOf, leadOf } from './post-lead.ts';
import { postTexts } from './post-texts.ts';

/** An event that may be posted on its day. */
export interface Postable {
  readonly event: TimelineEvent;
  /** The ids of events that were merged into it. */
  readonly absorbed: readonly { readonly id: EventId }[];
  /** From its year to this one; null where it has no one year. */
  readonly yearsAgo: number | null;
}

export type PostEntry = ReturnType<typeof postEntry>;

/** What a bot needs to post an event in a year, and to know that it has. `rank` is its place among those of its day. */
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
