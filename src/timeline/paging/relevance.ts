import { TimelineError } from '../../domain/errors.ts';
import type { EventFilter, EventOrder } from '../../domain/query/timeline-query.ts';
import type { PageArguments } from '../timeline.ts';

/**
 * What is ordered by relevance is the one page of what matches a text best: as many as a page may have, and no cursor
 * leads on. Throws `BAD_FILTER` without a text, `BAD_PAGE` for anything but `first`.
 */
export function requireOnePage({ text }: EventFilter, { after, before, last }: PageArguments): void {
  if (text === undefined)
    throw new TimelineError('BAD_FILTER', 'relevance is that to a text: give one', {
      details: { field: 'text' },
    });
  if (after !== undefined || before !== undefined || last !== undefined)
    throw new TimelineError(
      'BAD_PAGE',
      'by relevance there is one page, of the best: only its size can be chosen',
    );
}

/** Throws `BAD_PAGE` for an order in which there is only one page. */
export function requireWalk(order: EventOrder): void {
  if (order === 'RELEVANCE')
    throw new TimelineError('BAD_PAGE', 'an export has all events, which have no order by relevance');
}
