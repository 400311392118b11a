import type { EventId } from '../../domain/event/ids.ts';
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
