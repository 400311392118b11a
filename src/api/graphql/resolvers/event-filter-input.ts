import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { Precision } from '../../../domain/event-date.ts';
import type { EventType } from '../../../domain/event-type.ts';
import { articleId } from '../../../domain/ids.ts';
import type { Modality } from '../../../domain/mention.ts';
import type { DateRange, EventFilter, RangeMatch } from '../../../domain/timeline-query.ts';

type Optional<Value> = Value | null | undefined;

/** The SDL's `EventFilter`: the names of REST's parameters, each field possibly null. */
export interface EventFilterInput {
  readonly from?: Optional<CalendarDate>;
  readonly to?: Optional<CalendarDate>;
  readonly match?: Optional<RangeMatch>;
  readonly actor?: Optional<readonly string[]>;
  readonly place?: Optional<readonly string[]>;
  readonly type?: Optional<readonly EventType[]>;
  readonly precision?: Optional<readonly Precision[]>;
  readonly modality?: Optional<readonly Modality[]>;
  readonly article?: Optional<readonly string[]>;
  readonly text?: Optional<string>;
  readonly asOf?: Optional<CalendarDate>;
}

/** The input in domain terms; null means the same as leaving a field out. */
export function eventFilterOf(input: EventFilterInput): EventFilter {
  const { actor, place, type, precision, modality, article, text, asOf } = input;
  const range = rangeOf(input);
  return {
    ...(range && { range }),
    ...(actor && { actors: actor }),
    ...(place && { places: place }),
    ...(type && { types: type }),
    ...(precision && { precisions: precision }),
    ...(modality && { modalities: modality }),
    ...(article && { articles: article.map(articleId) }),
    ...(text && { text }),
    ...(asOf && { asOf }),
  };
}

function rangeOf({ from, to, match }: EventFilterInput): DateRange | undefined {
  if (!from && !to) return undefined;
  return { from: from ?? null, to: to ?? null, match: match ?? 'OVERLAPS' };
}
