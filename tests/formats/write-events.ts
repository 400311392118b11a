import type { DerivedEvent, TimelineEvent } from '../../src/domain/event/event.ts';
import { placeId } from '../../src/domain/event/ids.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { DEFAULT_RECORD } from '../../src/domain/timeline-record.ts';
import type { ExportSetting } from '../../src/formats/export/event-format.ts';
import type { FormatName } from '../../src/formats/export/event-format-names.ts';
import { EVENT_FORMATS } from '../../src/formats/export/event-formats.ts';
import { openExport } from '../../src/formats/export/open-export.ts';

export const MOSCOW = { id: placeId('plc_moscow'), name: 'Moscow' };
export const GENEVA = { id: placeId('plc_geneva'), name: 'Geneva' };

const SETTING: ExportSetting = {
  record: { ...DEFAULT_RECORD, name: 'A timeline' },
  anchor: requireCalendarDate('2021-12-21'),
  revision: 7,
  origin: 'https://timeline.example',
  selfUrl: 'https://timeline.example/v1/events?from=2021-12-01&to=2021-12-31',
  group: null,
  gazetteer: {
    source: 'a test',
    coordinates: new Map([
      [MOSCOW.id, { latitude: 55.76, longitude: 37.62 }],
      [GENEVA.id, { latitude: 46.2, longitude: 6.15 }],
    ]),
  },
};

/** An event of the third revision. */
export const stored = (event: DerivedEvent, revision = 3): TimelineEvent => ({
  ...event,
  revision,
  recordedAt: 1,
});

/** A whole export as text. `texts` has the texts of all articles. */
export async function writeEvents(
  name: FormatName,
  events: readonly TimelineEvent[],
  given: Partial<ExportSetting> & { readonly text?: string } = {},
): Promise<{ readonly text: string; readonly omitted: number | null }> {
  const source = {
    async *events() {
      yield* events;
    },
    articleText: async () => given.text,
  };
  const { omitted, pieces } = await openExport(EVENT_FORMATS[name], source, { ...SETTING, ...given });
  let text = '';
  for await (const piece of pieces) text += piece;
  return { text, omitted };
}
