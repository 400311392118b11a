import type { Article } from '../../domain/event/article.ts';
import type { AuditNote } from '../../domain/event/audit.ts';
import type { Decision } from '../../domain/event/decision.ts';
import type { DerivedEvent, EventSnapshot, TimelineEvent } from '../../domain/event/event.ts';
import type { ArticleId, EventId } from '../../domain/event/ids.ts';
import type { NameRecord } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type {
  ArticleChange,
  CurationChange,
  EventChanges,
  PurgeChange,
  RetractionChange,
} from '../port/event-store.ts';

export interface ArticleWriter {
  /** A new article, or the known one of that id again, which becomes current. */
  save(article: Article, revision: number): void;
  /** Throws `NOT_FOUND` where there is no such article. */
  supersede(old: ArticleId, by: ArticleId, revision: number): void;
  /** Throws `NOT_FOUND` where there is no such article, or no current one. */
  retract(id: ArticleId, revision: number): void;
}

/** Writes the keys that find mentions when others could be joined to them. */
export interface JoinKeyWriter {
  /** Adds the keys of mentions that have none yet. */
  add(joinKeys: EventChanges['joinKeys']): void;
  /** Removes the keys of all mentions of an article. */
  remove(article: ArticleId): void;
}

export interface DecisionWriter {
  add(decision: Decision, revision: number): void;
  /** Throws `NOT_FOUND` where no such decision stands. */
  lift(key: number, revision: number): void;
}

/** The end of an event: withdrawn, hidden from readers, or merged into another. */
export type Ending =
  | { readonly change: 'WITHDRAWN' | 'HIDDEN'; readonly into: null }
  | { readonly change: 'MERGED'; readonly into: EventId };

export interface SavedEvent {
  readonly key: number;
  readonly event: TimelineEvent;
  /** Whether an editor has hidden it, or it is boilerplate: then no search may find it. */
  readonly hidden: boolean;
}

/** Writes events and their versions. An event is released before it is ended. */
export interface EventWriter {
  /** Removes the rows that the event is found by, so that its mentions are free to go to another event. */
  release(id: EventId): void;
  save(event: DerivedEvent, revision: number): SavedEvent;
  /** Ends the event with a version that says how; returns its key. Throws `NOT_FOUND` where there is none. */
  end(id: EventId, revision: number, ending: Ending): number;
}

/** Writes the snapshots of events, but not their words. */
export interface SnapshotWriter {
  /** Removes the snapshots of an event that begin on the day or later, or all where it is null; returns their keys. */
  remove(id: EventId, since: CalendarDate | null): readonly number[];
  /** Throws `NOT_FOUND` for a snapshot of an event that is not stored. */
  add(snapshot: EventSnapshot): number;
}

/** Writes the full-text index, by the keys of events or snapshots. */
export interface WordIndex {
  put(key: number, event: DerivedEvent): void;
  remove(key: number): void;
}

/** The writers of a back end, all within the transaction of the change. */
export interface Writers {
  readonly articles: ArticleWriter;
  readonly joinKeys: JoinKeyWriter;
  readonly actors: { save(record: NameRecord<string>): void };
  readonly places: { save(record: NameRecord<string>): void };
  readonly decisions: DecisionWriter;
  /** Adds to the audit trail. */
  readonly note: (note: AuditNote, revision: number) => void;
  readonly events: EventWriter;
  readonly snapshots: SnapshotWriter;
  /** Records merges. Throws `NOT_FOUND` unless the event that stays exists. */
  readonly aliases: (merged: EventChanges['merged'], revision: number) => void;
  readonly words: WordIndex;
  readonly snapshotWords: WordIndex;
}

export function saveArticle(writers: Writers, change: ArticleChange, revision: number): void {
  const { articles, joinKeys, actors, places, note } = writers;
  if (change.supersedes !== null) {
    articles.supersede(change.supersedes, change.article.id, revision);
    joinKeys.remove(change.supersedes);
  }
  articles.save(change.article, revision);
  joinKeys.remove(change.article.id);
  for (const actor of change.actors) actors.save(actor);
  for (const place of change.places) places.save(place);
  if (change.note !== undefined) note(change.note, revision);
  saveEvents(writers, change, revision);
}

export function saveRetraction(writers: Writers, change: RetractionChange, revision: number): void {
  writers.articles.retract(change.article, revision);
  writers.joinKeys.remove(change.article);
  writers.note(change.note, revision);
  saveEvents(writers, change, revision);
}

/** The history is purged last, when nothing of the article is left in the present. */
export function savePurge(
  writers: Writers,
  change: PurgeChange,
  revision: number,
  purge: (change: PurgeChange, revision: number) => number,
): number {
  writers.joinKeys.remove(change.article);
  writers.note(change.note, revision);
  saveEvents(writers, change, revision);
  return purge(change, revision);
}

export function saveCuration(writers: Writers, change: CurationChange, revision: number): void {
  for (const key of change.lifted) writers.decisions.lift(key, revision);
  for (const decision of change.decisions) writers.decisions.add(decision, revision);
  for (const actor of change.actors ?? []) writers.actors.save(actor);
  writers.note(change.note, revision);
  saveEvents(writers, change, revision);
}

/** Events that end come first, so that their mentions are free for the others. Words come last, as FTS5 needs it. */
function saveEvents(
  { events, joinKeys, snapshots, aliases, words, snapshotWords }: Writers,
  { events: changed, joinKeys: keys, snapshots: snapshotChanges, merged, withdrawn }: EventChanges,
  revision: number,
): void {
  const ended = [...withdrawn, ...merged.map(({ from }) => from)];
  const removedSnapshots = [
    ...ended.flatMap((id) => snapshots.remove(id, null)),
    ...snapshotChanges.flatMap(({ event, since }) => snapshots.remove(event, since)),
  ];
  for (const id of ended) events.release(id);
  const removed = [
    ...withdrawn.map((id) => events.end(id, revision, { change: 'WITHDRAWN', into: null })),
    ...merged.map(({ from, into }) => events.end(from, revision, { change: 'MERGED', into })),
  ];
  const saved = changed.map((event) => events.save(event, revision));
  const added = snapshotChanges.flatMap((change) =>
    change.snapshots.map((snapshot) => ({ key: snapshots.add(snapshot), event: snapshot.event })),
  );
  joinKeys.add(keys);
  aliases(merged, revision);
  for (const key of removed) words.remove(key);
  for (const { key, event, hidden } of saved) {
    if (hidden) words.remove(key);
    else words.put(key, event);
  }
  for (const key of removedSnapshots) snapshotWords.remove(key);
  for (const { key, event } of added) snapshotWords.put(key, event);
}
