import type { StandingDecision } from '../../domain/event/decision.ts';
import type { EventId, MentionId } from '../../domain/event/ids.ts';
import type { CurationReport, Editor } from '../timeline-writing.ts';
import { type CurationParts, curate, type Subject, type Verdict } from './curate.ts';

/** Leaves an event out of all that readers see. Hiding it again changes nothing but the audit trail. */
export const hideEvent = (parts: CurationParts, id: EventId, editor: Editor): Promise<CurationReport> =>
  curate(parts, { ids: [id], action: 'HIDE', editor, decide: hide });

const hide = ({ events, standing }: Subject): Verdict => ({
  decisions: events
    .filter(({ id }) => !standing.some((each) => each.kind === 'HIDE' && each.event === id))
    .map(({ id }) => ({ kind: 'HIDE', event: id })),
  lifted: [],
});

/** Lifts every decision about an event and its mentions, so that what the articles say is all that counts again. */
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
