import { assertNever } from '../../domain/errors.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type {
  ActorExplanation,
  EventExplanation,
  JoinReason,
  MentionExplanation,
} from '../../domain/event/explanation.ts';
import type { ArticleId, MentionId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { AnchorBasis } from '../../domain/time/anchor.ts';
import { explainJoin, type JoinExplanation } from '../../ingestion/joining/explain-join.ts';
import type { EventStore, StoredArticle } from '../../store/port/event-store.ts';
import { checkedSize, DEFAULT_PAGE_SIZE } from '../paging/page-request.ts';
import { findNames } from './find-names.ts';
import type { TextReading } from './text-reading.ts';

interface Parts {
  readonly store: EventStore;
  readonly explainTime: TextReading['explainTime'];
}

/** Explains an event's first mentions, 20 by default; also of an earlier version of the event. `BAD_PAGE` for more than 100. */
export async function explainEvent(
  parts: Parts,
  event: TimelineEvent,
  first: number = DEFAULT_PAGE_SIZE,
): Promise<EventExplanation> {
  const mentions = event.mentions.slice(0, checkedSize('first', first));
  return { event, mentions: await explainAll(parts, event, mentions) };
}

/** Explains one mention of an event. */
export async function explainMention(
  parts: Parts,
  event: TimelineEvent,
  mention: Mention,
): Promise<MentionExplanation> {
  const [explained] = await explainAll(parts, event, [mention]);
  if (explained === undefined) throw new TypeError(`nothing explains ${mention.id}`);
  return explained;
}

async function explainAll(
  { store, explainTime }: Parts,
  event: TimelineEvent,
  mentions: readonly Mention[],
): Promise<readonly MentionExplanation[]> {
  const joins = joinsOf(event);
  const names = await namesOf(store, mentions);
  return Promise.all(
    mentions.map(async (mention) => ({
      mention,
      anchorBecause: ANCHOR_REASONS[mention.anchor.basis],
      time: await explainTime(mention, await articleOf(store, event, mention.article.id)),
      typeBecause: typeReason(mention),
      actors: actorsOf(mention, names),
      joining: joiningOf(joins.get(mention.id), event.mentions.length),
    })),
  );
}

type Joins = ReadonlyMap<MentionId, JoinExplanation>;

/** The mentions of an event may be explained one by one, and all of them are needed to explain any. */
const KNOWN_JOINS = new WeakMap<TimelineEvent, Joins>();

function joinsOf(event: TimelineEvent): Joins {
  const joins = KNOWN_JOINS.get(event) ?? new Map(explainJoin(event).map((join) => [join.mention, join]));
  KNOWN_JOINS.set(event, joins);
  return joins;
}

interface LastArticle {
  readonly id: ArticleId;
  readonly article: Promise<StoredArticle | undefined>;
}

/** The mentions of an article lie side by side in their event. Its text may be long, so that one article is kept. */
const LAST_ARTICLES = new WeakMap<TimelineEvent, LastArticle>();

function articleOf(store: EventStore, event: TimelineEvent, id: ArticleId): LastArticle['article'] {
  const last = LAST_ARTICLES.get(event);
  if (last?.id === id) return last.article;
  const article = store.getArticle(id);
  LAST_ARTICLES.set(event, { id, article });
  return article;
}

/** The known names of each actor of some mentions. */
async function namesOf(
  store: EventStore,
  mentions: readonly Mention[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [...new Set(mentions.flatMap(({ actors }) => actors.map(({ id }) => id)))];
  const records = await Promise.all(ids.map((id) => store.getActor(id)));
  return new Map(
    records.flatMap((record) => (record ? [[record.id, [record.name, ...record.aliases]]] : [])),
  );
}

const actorsOf = (
  { actors, quote }: Mention,
  names: ReadonlyMap<string, readonly string[]>,
): readonly ActorExplanation[] =>
  actors.map((actor) => ({ actor, words: findNames(quote, names.get(actor.id) ?? [actor.name]) }));

function joiningOf(join: JoinExplanation | undefined, mentionCount: number): JoinReason {
  if (join === undefined) throw new TypeError('a mention of the event has no place in it');
  const { basis, score, threshold } = join;
  return { basis, because: joinReason({ basis, score, threshold }, mentionCount), threshold, score };
}

/** The reason for an anchor, for people. */
const ANCHOR_REASONS: { readonly [Basis in AnchorBasis]: string } = {
  OVERRIDE: 'given when the article was ingested',
  METADATA: 'the day the article says it was published',
  DATELINE: 'printed in the article’s dateline',
  DEFAULT: 'the timeline’s default, since the article names no day of its own',
};

/** The reason for a type, for people. */
const typeReason = ({ type, typePattern }: Pick<Mention, 'type' | 'typePattern'>): string =>
  typePattern === null ? `no pattern fits; ${type} is what is left` : `the pattern ${typePattern} fits`;

/** The reason for a mention's place in its event, for people. */
function joinReason({ basis, score, threshold }: Omit<JoinReason, 'because'>, mentionCount: number): string {
  switch (basis) {
    case 'FIRST':
      return mentionCount === 1
        ? 'the only account'
        : 'the most exact account, which the others are compared with';
    case 'SCORE':
      return `agrees with the accounts before it by ${rounded(score?.score ?? 0)}, where ${threshold} is needed`;
    case 'NEIGHBOUR':
      return 'has no date of its own and leads up to an account that has';
    case 'DECISION':
      return 'an editor put it there';
    default:
      return assertNever(basis);
  }
}

const rounded = (share: number): number => Math.round(share * 100) / 100;
