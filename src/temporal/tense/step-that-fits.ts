import type { Span } from '../../domain/event/mention.ts';
import { boundsOf, type Period } from '../../domain/time/period.ts';
import type { Context } from '../rule.ts';
import { leanOf } from './lean.ts';

/**
 * The step to the reading that the clause allows: -1 for "this weekend" in "They marched this weekend", written on a Monday. 0 where
 * the clause does not refute the period.
 */
export function stepThatFits(context: Context, span: Span, period: Period): -1 | 0 | 1 {
  const { first, last } = boundsOf(period);
  if (first > context.anchor) return leanOf(context, span) === 'PAST' ? -1 : 0;
  if (last < context.anchor) return leanOf(context, span) === 'AHEAD' ? 1 : 0;
  return 0;
}
