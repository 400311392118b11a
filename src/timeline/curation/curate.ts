import { TimelineError } from '../../domain/errors.ts';
import type { AuditAction, EventState } from '../../domain/event/audit.ts';
import type { Decision, StandingDecision } from '../../domain/event/decision.ts';
import type { DerivedEvent, TimelineEvent } from '../../domain/event/event.ts';
import type { ActorId, EventId } from '../../domain/event/ids.ts';
import type { NameRecord } from '../../domain/event/mention.ts';
import type { EventStore, JoinCandidates, TimelineUnit } from '../../store/port/event-store.ts';
import { joinUnderDecisions } from '../ingest/join-under-decisions.ts';
import { readNeighbourhood } from '../ingest/read-neighbourhood.ts';
import type { CurationReport, Editor } from '../timeline-writing.ts';

/** The store and the clock of curation. */
export interface CurationParts {
  readonly store: EventStore;
  readonly now: () => string;
}

type Neighbourhood = Omit<JoinCandidates, 'revision'>;

/** The events of an editor's decision in the given order, hidden events too, with the decisions that hold now. */
export interface Subject {
  readonly events: readonly TimelineEvent[];
  readonly standing: readonly StandingDecision[];
}

/** An editor's decisions about the events of a subject. */
export interface Verdict {
  readonly decisions: readonly Decision[];
  /** The keys of earlier decisions that hold no longer. */
  readonly lifted: readonly number[];
  /** The names of actors that the store does not know yet. */
  readonly actors?: readonly NameRecord<ActorId>[];
}

/**
 * Makes an editor's decision about some events, joins them and their neighbours anew, and saves the result with a note. The id
 * of a merged event leads to the event that holds it. Throws `NOT_FOUND` for an event that does not exist.
 */
export function curate(
  { store, now }: CurationParts,
  given: {
    readonly ids: readonly EventId[];
    readonly action: AuditAction;
    readonly editor: Editor;
    readonly decide: (subject: Subject, unit: TimelineUnit) => Verdict | Promise<Verdict>;
  },
): Promise<CurationReport> {
  return store.withTimeline(async (unit) => {
    const ids = await Promise.all(given.ids.map((id) => requireStanding(unit, id)));
    const [first] = ids;
    if (first === undefined) throw new TimelineError('BAD_EDIT', 'a decision is about one event or more');
    const around = await readNeighbourhood(unit, { articles: [], events: ids });
    const subject = subjectOf(ids, around);
    requireUnchanged(subject, given.editor);
    const verdict = await given.decide(subject, unit);
    const { action, editor } = given;
    const { by, why } = editor;
    const changes = changesOf(around, subject, verdict);
    const revision = await unit.saveCuration({
      ...verdict,
      ...changes,
      note: { action, subject: first, at: now(), by, why, before: subject.events.map(stateOf) },
    });
    const events = await unit.getEvents([...ids, ...changes.events.map(({ id }) => id)]);
    return { revision, events: uniqueEvents(events) };
  });
}

async function requireStanding(unit: TimelineUnit, id: EventId): Promise<EventId> {
  const found = await unit.lookUpEvent(id);
  switch (found.kind) {
    case 'found':
      return found.event.id;
    case 'merged':
      return found.into;
    case 'hidden':
      return id;
    case 'withdrawn':
    case 'unknown':
      throw new TimelineError('NOT_FOUND', `there is no event "${id}"`);
  }
}

const subjectOf = (ids: readonly EventId[], { events, decisions }: Neighbourhood): Subject => ({
  events: [...new Set(ids)].flatMap((id) => events.find((event) => event.id === id) ?? []),
  standing: decisions,
});

function requireUnchanged({ events }: Subject, { seen }: Editor): void {
  const changed = events.find(({ revision }) => seen !== undefined && revision > seen);
  if (changed === undefined || seen === undefined) return;
  throw new TimelineError(
    'STALE_REVISION',
    `event "${changed.id}" has changed at revision ${changed.revision}, after revision ${seen}`,
    { details: { expected: seen, actual: changed.revision } },
  );
}

/** The events of the decision are saved in any case: hiding an event changes none of its fields. */
function changesOf({ events, decisions }: Neighbourhood, subject: Subject, verdict: Verdict) {
  const lifted = new Set(verdict.lifted);
  const standing = decisions.filter(({ key }) => !lifted.has(key));
  const joined = joinUnderDecisions({ candidates: events, mentions: [], dropped: [], redecided: true }, [
    ...standing,
    ...verdict.decisions,
  ]);
  const touched = new Set<EventId>([
    ...joined.events.map(({ id }) => id),
    ...joined.merged.map(({ from }) => from),
    ...joined.withdrawn,
  ]);
  const untouched: readonly DerivedEvent[] = subject.events.filter(({ id }) => !touched.has(id));
  return { ...joined, events: [...joined.events, ...untouched] };
}

const uniqueEvents = (events: readonly (TimelineEvent | undefined)[]): readonly TimelineEvent[] => [
  ...new Map(events.flatMap((event) => (event === undefined ? [] : [[event.id, event] as const]))).values(),
];

/** The fields of an event that the audit trail keeps. */
const stateOf = ({ id, revision, title, type, date, actors, mentions }: TimelineEvent): EventState => ({
  id,
  revision,
  title,
  type,
  date: date.edtf,
  actors: actors.map(({ name }) => name),
  mentions: mentions.map((mention) => mention.id),
});
