import { TimelineError } from '../../domain/errors.ts';
import type { EventConflict } from '../../domain/event/conflict.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { Caller } from '../../domain/query/timeline-query.ts';
import type { ArticleRecord, EventStore } from '../../store/port/event-store.ts';
import { exportEvents } from './export-events.ts';
import type { ComparedEvent, Comparison } from './timeline-reading.ts';

/** In events of one article: their accounts are all in the answer. */
const MOST_COMPARED = 1000;

/**
 * Compares two articles: every event with a mention in either, once, in the order DATE. A shared event on which the two
 * contradict each other stands under `conflicting`. Throws `BAD_FILTER` unless there are two different articles,
 * `LIMIT_EXCEEDED` where one of them tells of too many events.
 */
export async function compareArticles(
  store: EventStore,
  ids: readonly ArticleId[],
  caller?: Caller,
): Promise<Comparison> {
  const [one, other] = ids;
  if (ids.length !== 2 || one === undefined || other === undefined || one === other)
    throw new TimelineError('BAD_FILTER', 'two different articles can be compared, no more and no fewer');
  const [first, second] = [await requireComparable(store, one), await requireComparable(store, other)];
  const firstEvents = await eventsOf(store, one, [one, other], caller);
  const secondEvents = await eventsOf(store, other, [one, other], caller);
  const both = firstEvents.filter((event) => event.second.length > 0);
  return {
    first,
    second,
    shared: both.filter(({ conflicts }) => conflicts.length === 0),
    conflicting: both.filter(({ conflicts }) => conflicts.length > 0),
    onlyInFirst: firstEvents.filter((event) => event.second.length === 0),
    onlyInSecond: secondEvents.filter((event) => event.first.length === 0),
  };
}

async function requireComparable(store: EventStore, id: ArticleId): Promise<ArticleRecord> {
  const article = await store.getArticleRecord(id);
  if (article === undefined) throw new TimelineError('NOT_FOUND', `there is no article "${id}"`);
  const { eventCount } = article;
  if (eventCount > MOST_COMPARED)
    throw new TimelineError(
      'LIMIT_EXCEEDED',
      `the article "${id}" tells of ${eventCount} events, more than the ${MOST_COMPARED} that are compared`,
    );
  return article;
}

async function eventsOf(
  store: EventStore,
  article: ArticleId,
  [one, other]: readonly [ArticleId, ArticleId],
  caller: Caller | undefined,
): Promise<readonly ComparedEvent[]> {
  const events: ComparedEvent[] = [];
  for await (const event of exportEvents(store, { articles: [article] }, 'DATE', caller)) {
    const [first, second] = [accountsIn(event, one), accountsIn(event, other)];
    events.push({ event, first, second, conflicts: conflictsBetween(event.conflicts, first, second) });
  }
  return events;
}

const accountsIn = ({ mentions }: TimelineEvent, id: ArticleId): readonly Mention[] =>
  mentions.filter(({ article }) => article.id === id);

/** The conflicts between the two articles, without sides of other articles. */
function conflictsBetween(
  conflicts: readonly EventConflict[],
  first: readonly Mention[],
  second: readonly Mention[],
): readonly EventConflict[] {
  const [ours, theirs] = [first, second].map((mentions) => new Set(mentions.map(({ id }) => id)));
  return conflicts.flatMap(({ field, sides }) => {
    const own = sides.flatMap(({ says, mentions }) => {
      const ownMentions = mentions.filter((id) => ours?.has(id) || theirs?.has(id));
      return ownMentions.length === 0 ? [] : [{ says, mentions: ownMentions }];
    });
    const differs = own.some(
      (one) =>
        one.mentions.some((id) => ours?.has(id)) &&
        own.some((other) => other !== one && other.mentions.some((id) => theirs?.has(id))),
    );
    return differs ? [{ field, sides: own }] : [];
  });
}
