import type { TimelineEvent } from '../../domain/event/event.ts';
import { hedgeOf } from '../event/hedge.ts';
import { counted, plainLine } from '../text/plain-text.ts';

/** What keeps a post from saying more than is known. */
export const HEDGES = ['planned', 'reported', 'about'] as const;

type Hedge = (typeof HEDGES)[number];

/** Of an event at some unknown time in its span: `about`. */
export function hedgesOf(event: Pick<TimelineEvent, 'modality' | 'date'>): readonly Hedge[] {
  const hedge = hedgeOf(event);
  return [...(hedge === null ? [] : [hedge]), ...(event.date.role === 'WITHIN' ? ['about' as const] : [])];
}

/** `5 years ago, on 21 December 2021:`, `About the week of 13 December 2021:`, `Planned for about early 2022:`, `On 21 December 2021, as reported:`. */
export function leadOf(event: Pick<TimelineEvent, 'modality' | 'date'>, yearsAgo: number | null): string {
  const hedges = hedgesOf(event);
  const says = (hedge: Hedge): boolean => hedges.includes(hedge);
  const when = [
    ...(says('planned') ? ['planned for'] : event.date.role === 'ON' ? ['on'] : []),
    ...(says('about') ? ['about'] : []),
    plainLine(event.date.display).replace(/^week(end)? of /, 'the $&'),
  ].join(' ');
  const ago = yearsAgo !== null && yearsAgo > 0 ? [`${counted(yearsAgo, 'year')} ago`] : [];
  const lead = [...ago, when, ...(says('reported') ? ['as reported'] : [])].join(', ');
  return `${lead.charAt(0).toUpperCase()}${lead.slice(1)}:`;
}
