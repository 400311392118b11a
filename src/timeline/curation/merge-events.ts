import { TimelineError } from '../../domain/errors.ts';
import type { EventId } from '../../domain/event/ids.ts';
import type { CurationReport, Editor } from '../timeline-writing.ts';
import { type CurationParts, curate, type Subject, type Verdict } from './curate.ts';

/** Two events or more that are one. What once was told apart there is so no longer. */
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
