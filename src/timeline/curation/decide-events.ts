import { TimelineError } from '../../domain/errors.ts';
import type { Decision, StandingDecision } from '../../domain/event/decision.ts';
import type { EventId, MentionId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { CurationReport, Editor } from '../timeline-writing.ts';
import { type CurationParts, curate, type Subject, type Verdict } from './curate.ts';

/** Makes one event of two or more. Earlier splits between them are lifted. */
export const mergeEvents = (
  parts: CurationParts,
  ids: readonly EventId[],
  editor: Editor,
): Promise<CurationReport> => curate(parts, { ids, action: 'MERGE', editor, decide: putTogether });

function putTogether({ events, standing }: Subject): Verdict {
  if (events.length < 2) throw new TimelineError('BAD_EDIT', 'there are fewer than two events to merge');
  const mentions = events.flatMap((event) => event.mentions.map(({ id }) => id));
  const merged = new Set(mentions);
  const opposed = standing.filter(
    (each) =>
      each.kind === 'APART' &&
      each.one.some((id) => merged.has(id)) &&
      each.other.some((id) => merged.has(id)),
  );
  return { decisions: [{ kind: 'TOGETHER', mentions }], lifted: opposed.map(({ key }) => key) };
}

/** Makes some mentions of an event an event of their own. Each side stays one event. */
export const splitEvent = (
  parts: CurationParts,
  id: EventId,
  mentions: readonly MentionId[],
  editor: Editor,
): Promise<CurationReport> =>
  curate(parts, { ids: [id], action: 'SPLIT', editor, decide: (subject) => takeApart(subject, mentions) });

function takeApart({ events: [event] }: Subject, chosen: readonly MentionId[]): Verdict {
  const mentions = event?.mentions ?? [];
  const strange = chosen.find((id) => !mentions.some((mention) => mention.id === id));
  if (strange !== undefined)
    throw new TimelineError('BAD_EDIT', `mention "${strange}" does not tell of event "${event?.id}"`);
  const own = mentions.filter(({ id }) => chosen.includes(id));
  const rest = mentions.filter(({ id }) => !chosen.includes(id));
  if (!isDated(own) || !isDated(rest))
    throw new TimelineError('BAD_EDIT', 'each side of a split needs a mention with a date');
  const [one, other] = [idsOf(own), idsOf(rest)];
  return { decisions: [{ kind: 'APART', one, other }, ...together(one), ...together(other)], lifted: [] };
}

const isDated = (mentions: readonly Mention[]): boolean => mentions.some(({ date }) => date !== null);

const idsOf = (mentions: readonly Mention[]): readonly MentionId[] => mentions.map(({ id }) => id);

const together = (mentions: readonly MentionId[]): readonly Decision[] =>
  mentions.length < 2 ? [] : [{ kind: 'TOGETHER', mentions }];

/** Hides an event from all readers. Hiding it again only adds a note to the audit trail. */
export const hideEvent = (parts: CurationParts, id: EventId, editor: Editor): Promise<CurationReport> =>
  curate(parts, { ids: [id], action: 'HIDE', editor, decide: hide });

const hide = ({ events, standing }: Subject): Verdict => ({
  decisions: events
    .filter(({ id }) => !standing.some((each) => each.kind === 'HIDE' && each.event === id))
    .map(({ id }) => ({ kind: 'HIDE', event: id })),
  lifted: [],
});

/** Lifts every decision about an event and its mentions: again the articles alone decide. */
export const restoreEvent = (parts: CurationParts, id: EventId, editor: Editor): Promise<CurationReport> =>
  curate(parts, { ids: [id], action: 'RESTORE', editor, decide: lift });

function lift({ events, standing }: Subject): Verdict {
  const ids = new Set(events.map(({ id }) => id));
  const mentions = new Set(events.flatMap((event) => event.mentions.map(({ id }) => id)));
  const lifted = standing.filter((decision) => isAbout(decision, ids, mentions));
  return { decisions: [], lifted: lifted.map(({ key }) => key) };
}

function isAbout(
  decision: StandingDecision,
  events: ReadonlySet<EventId>,
  mentions: ReadonlySet<MentionId>,
): boolean {
  switch (decision.kind) {
    case 'OVERRIDE':
    case 'HIDE':
      return events.has(decision.event);
    case 'TOGETHER':
      return decision.mentions.some((id) => mentions.has(id));
    case 'APART':
      return [...decision.one, ...decision.other].some((id) => mentions.has(id));
  }
}
