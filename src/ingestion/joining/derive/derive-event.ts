import type { EventOverride } from '../../../domain/event/decision.ts';
import type { DerivedEvent } from '../../../domain/event/event.ts';
import { EVENT_TYPES, type EventType } from '../../../domain/event/event-type.ts';
import type { EventId } from '../../../domain/event/ids.ts';
import {
  knownOn,
  type Mention,
  MODALITIES,
  type Modality,
  type Participant,
} from '../../../domain/event/mention.ts';
import { isWholeSentence } from '../../sentences/wording.ts';
import { countSources, sourceOf } from './count-sources.ts';
import { eventConflicts } from './event-conflicts.ts';
import { joinDates } from './join-dates.ts';
import { endsInRelative, hasHeadlineBeside, isOpenTitle } from './open-title.ts';

/** Weight that a specific type adds to a mention's title. Such a title says more than a statement's. */
const SPECIFIC_BONUS = 0.1;
/** A title of a few words ("Invasion of Crimea") says less than a clause. */
const SHORT_PENALTY = 0.2;
const SHORT_TITLE = 25;
/** A title of constituents is plainer than the sentence's own words. */
const SENTENCE_PENALTY = 0.1;
/** A headline beside a title says less than the title alone. */
const BESIDE_PENALTY = 0.2;
/** A noun with a relative clause is no sentence. */
const RELATIVE_PENALTY = 0.2;
/** A title that begins with "she" or "the incident" is only taken where every account has one. */
const OPEN_PENALTY = 1;
/** The highest confidence. Even many sources are read by a machine. */
const MOST_SURE = 0.99;

/**
 * Derives an event from its mentions; null where no mention is dated. The result depends on the set of mentions alone.
 * The title comes from the mention with the highest score among those whose title needs nothing from its article. The type is the
 * specific one with most confidence behind it, the modality the firmest one. An editor's fields replace derived ones.
 */
export function deriveEvent(
  id: EventId,
  given: readonly Mention[],
  override: EventOverride = {},
): DerivedEvent | null {
  const mentions = [...given].sort(inOrderOfReading);
  const derived = derivedOf(mentions);
  if (derived === null) return null;
  const titleKind = override.title === undefined ? derived.titleKind : 'EDITED';
  return { id, ...derived, titleKind, mentions, ...override };
}

type Derived = Omit<DerivedEvent, 'id' | 'mentions'>;

/**
 * The last results by the mention that is read first. A new account of an event asks for the event without it twice: as it was, and
 * as it was known on the day before.
 */
const known = new WeakMap<
  Mention,
  { readonly mentions: readonly Mention[]; readonly derived: Derived | null }
>();

function derivedOf(mentions: readonly Mention[]): Derived | null {
  const [first] = mentions;
  if (first === undefined) return null;
  const last = known.get(first);
  const isSame =
    last?.mentions.length === mentions.length &&
    last.mentions.every((mention, place) => mention === mentions[place]);
  if (isSame) return last.derived;
  const derived = derive(mentions);
  known.set(first, { mentions, derived });
  return derived;
}

function derive(mentions: readonly Mention[]): Derived | null {
  const ranked = mentions.map(rankOf).sort(byScore);
  const [first] = ranked;
  const date = joinDates(ranked.flatMap(({ mention }) => mention.date ?? []));
  if (first === undefined || date === null) return null;
  const best = ranked.reduce((one, other) => (byTitleScore(other, one) < 0 ? other : one), first).mention;
  return {
    title: best.title,
    date,
    type: typeOf(mentions),
    modality: modalityOf(mentions),
    actors: participantsOf(mentions),
    places: byFrequency(mentions.map(({ places }) => places)),
    confidence: confidenceOf(mentions),
    sourceCount: countSources(mentions),
    conflicts: eventConflicts(mentions),
    titleKind: best.titleKind,
    subject: subjectOf(mentions),
  };
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of reading: by the articles' days, then by place in the text. */
const inOrderOfReading = (a: Mention, b: Mention): number =>
  compare(knownOn(a), knownOn(b)) ||
  compare(a.article.id, b.article.id) ||
  compare(a.clause.start, b.clause.start) ||
  compare(a.id, b.id);

/** A mention's scores. The title and the date of an event come from the mentions that score best. */
interface Rank {
  readonly mention: Mention;
  readonly score: number;
  /** The score of the mention's title. */
  readonly titleScore: number;
}

/** Mentions are immutable, and an event is derived again with each new one. */
const ranks = new WeakMap<Mention, Rank>();

function rankOf(mention: Mention): Rank {
  const found = ranks.get(mention) ?? readRank(mention);
  ranks.set(mention, found);
  return found;
}

function readRank(mention: Mention): Rank {
  const { title } = mention;
  const score = scoreOf(mention);
  const titleScore =
    score -
    (isOpenTitle(title) ? OPEN_PENALTY : 0) -
    (hasHeadlineBeside(title) ? BESIDE_PENALTY : 0) -
    (endsInRelative(title) ? RELATIVE_PENALTY : 0);
  return { mention, score, titleScore };
}

const byScore = (a: Rank, b: Rank): number => b.score - a.score || byTitle(a, b);
const byTitleScore = (a: Rank, b: Rank): number => b.titleScore - a.titleScore || byTitle(a, b);

const byTitle = ({ mention: a }: Rank, { mention: b }: Rank): number =>
  compare(a.title, b.title) || compare(a.id, b.id);

function scoreOf(mention: Mention): number {
  const { confidence, type, title } = mention;
  const bonus = isSpecific(type) ? SPECIFIC_BONUS : 0;
  const penalty =
    (title.length < SHORT_TITLE ? SHORT_PENALTY : 0) + (isWholeSentence(mention) ? SENTENCE_PENALTY : 0);
  return confidence + bonus - penalty;
}

const isSpecific = (type: EventType): boolean => type !== 'STATEMENT' && type !== 'OTHER';

function typeOf(mentions: readonly Mention[]): EventType {
  const weights = new Map<EventType, number>();
  for (const { type, confidence } of mentions) weights.set(type, (weights.get(type) ?? 0) + confidence);
  const heaviest = EVENT_TYPES.filter((type) => weights.has(type)).sort(
    (a, b) =>
      compare(Number(isSpecific(b)), Number(isSpecific(a))) ||
      compare(weights.get(b) ?? 0, weights.get(a) ?? 0),
  );
  return heaviest[0] ?? 'OTHER';
}

/** The subject with most confidence behind it. Ties go to the first name. */
function subjectOf(mentions: readonly Mention[]): string | null {
  const weights = new Map<string, number>();
  for (const { subject, confidence } of mentions)
    if (subject !== null) weights.set(subject, (weights.get(subject) ?? 0) + confidence);
  const [heaviest] = [...weights].sort(([a, one], [b, other]) => compare(other, one) || compare(a, b));
  return heaviest?.[0] ?? null;
}

/** The firmest modality: one article's assertion outweighs another's plan or report. */
const modalityOf = (mentions: readonly Mention[]): Modality =>
  MODALITIES.findLast((modality) => mentions.some((mention) => mention.modality === modality)) ?? 'REPORTED';

/** Each participant has its most frequent role; ACTOR wins a tie. */
function participantsOf(mentions: readonly Mention[]): readonly Participant[] {
  const balance = new Map<string, number>();
  for (const { actors } of mentions)
    for (const { id, role } of actors) balance.set(id, (balance.get(id) ?? 0) + (role === 'ACTOR' ? 1 : -1));
  return byFrequency(mentions.map(({ actors }) => actors)).map((actor) => ({
    ...actor,
    role: (balance.get(actor.id) ?? 0) >= 0 ? 'ACTOR' : 'RECIPIENT',
  }));
}

/** Most frequently named first; ties by place in the mentions, then by id. */
function byFrequency<T extends { readonly id: string }>(lists: readonly (readonly T[])[]): readonly T[] {
  const counts = new Map<string, { named: T; count: number; place: number }>();
  for (const list of lists)
    for (const [place, named] of list.entries()) {
      const known = counts.get(named.id) ?? { named, count: 0, place: 0 };
      counts.set(named.id, { named, count: known.count + 1, place: known.place + place });
    }
  return [...counts.values()]
    .sort(
      (a, b) => b.count - a.count || a.place / a.count - b.place / b.count || compare(a.named.id, b.named.id),
    )
    .map(({ named }) => named);
}

/** Combines independent sources by "noisy or": each source's best mention may be wrong independently of the others. */
function confidenceOf(mentions: readonly Mention[]): number {
  const best = new Map<string, number>();
  for (const { article, confidence } of mentions) {
    const source = sourceOf(article);
    best.set(source, Math.max(best.get(source) ?? 0, confidence));
  }
  const wrong = [...best.values()]
    .sort(compare)
    .reduce((product, confidence) => product * (1 - confidence), 1);
  const [only] = best.values();
  return Math.round(100 * (best.size === 1 ? (only ?? 0) : Math.min(MOST_SURE, 1 - wrong))) / 100;
}
