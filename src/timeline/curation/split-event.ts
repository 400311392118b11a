import { TimelineError } from '../../domain/errors.ts';
import type { Decision } from '../../domain/event/decision.ts';
import type { EventId, MentionId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { CurationReport, Editor } from '../timeline-writing.ts';
import { type CurationParts, curate, type Subject, type Verdict } from './curate.ts';

/** Makes some mentions of an event one of their own. Both sides stay what they are: one event each. */
export const splitEvent = (
  parts: CurationParts,
  id: EventId,
  mentions: readonly MentionId[],
  editor: Editor,
): Promise<CurationReport> =>
  curate(parts, { ids: [id], action: 'SPLIT', editor, decide: (subject) => takeApart(subject, mentions) });

function takeApart({ events: [event] }: Subject, chosen: readonly MentionId[]): Verdict {
  const told = event?.mentions ?? [];
  const strange = chosen.find((id) => !told.some((mention) => mention.id === id));
  if (strange !== undefined)
    throw new TimelineError('BAD_EDIT', `mention "${strange}" does not tell of event "${event?.id}"`);
  const own = told.filter(({ id }) => chosen.includes(id));
  const rest = told.filter(({ id }) => !chosen.includes(id));
  if (!isDated(own) || !isDated(rest))
    throw new TimelineError('BAD_EDIT', 'each side of a split needs a mention with a date');
  const [one, other] = [idsOf(own), idsOf(rest)];
  return { decisions: [{ kind: 'APART', one, other }, ...together(one), ...together(other)], lifted: [] };
}

const isDated = (mentions: readonly Mention[]): boolean => mentions.some(({ date }) => date !== null);

const idsOf = (mentions: readonly Mention[]): readonly MentionId[] => mentions.map(({ id }) => id);

const together = (mentions: readonly MentionId[]): readonly Decision[] =>
  mentions.length < 2 ? [] : [{ kind: 'TOGETHER', mentions }];
