import type { DerivedEvent } from '../../src/domain/event/event.ts';
import { EVENT_TYPES } from '../../src/domain/event/event-type.ts';
import { MODALITIES } from '../../src/domain/event/mention.ts';
import { addDays, requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { EventDate, Precision } from '../../src/domain/time/event-date.ts';
import { MOSCOW, storedEvent } from './rest/stored-events.ts';

/** How long a date is, and what that is called; 0 days has no end. */
const SPANS: readonly (readonly [days: number, precision: Precision])[] = [
  [1, 'DAY'],
  [7, 'WEEK'],
  [10, 'MONTH_PART'],
  [31, 'MONTH'],
  [90, 'QUARTER'],
  [400, 'RANGE'],
  [0, 'OPEN'],
];

/** Events of every precision, type and modality, from November 2021 on: always the same ones. */
export const anyEvents = (count: number): readonly DerivedEvent[] =>
  Array.from({ length: count }, (_, index) =>
    storedEvent(`any-${String(index).padStart(3, '0')}`, dateAt(index), {
      type: EVENT_TYPES[index % EVENT_TYPES.length] ?? 'OTHER',
      modality: MODALITIES[index % MODALITIES.length] ?? 'ASSERTED',
      confidence: (index % 10) / 10,
      sourceCount: 1 + (index % 3),
      places: index % 4 === 0 ? [MOSCOW] : [],
      ...(index % 5 === 0 && { actors: [] }),
    }),
  );

function dateAt(index: number): EventDate {
  const [days, precision] = SPANS[index % SPANS.length] ?? [1, 'DAY'];
  const earliest = addDays(requireCalendarDate('2021-11-01'), (index * 13) % 97);
  const latest = days === 0 ? null : addDays(earliest, days - 1);
  const edtf = latest === earliest ? earliest : `${earliest}/${latest ?? '..'}`;
  const role = precision === 'DAY' ? 'ON' : latest === null ? 'AFTER' : 'WITHIN';
  return { edtf, earliest, latest, precision, role, display: edtf };
}
