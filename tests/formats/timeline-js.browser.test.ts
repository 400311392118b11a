import fc from 'fast-check';
import { expect, onTestFinished } from 'vitest';
import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { openRest } from '../api/rest/rest-client.ts';
import { MOSCOW, saveChange, storedEvent } from '../api/rest/stored-events.ts';
import { dayDate, spanDate } from '../store/build-event.ts';
import { browserTest } from '../support/browser-test.ts';
import { startServer } from '../support/run-server.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { anyEvents } from './any-event.ts';
import { readTimelineJs } from './read-timeline-js.ts';
import { writeEvents } from './write-events.ts';

const isDated = ({ date }: TimelineEvent): boolean => date.earliest !== null && date.latest !== null;

const NOWHERE = 'http://127.0.0.1:9/timeline.timelinejs.json';

/** Of a timeline's JSON, what TimelineJS is to show of it. */
function slidesIn(json: string) {
  const { title, events } = JSON.parse(json);
  return {
    ids: events.map(({ unique_id }: { unique_id: string }) => unique_id),
    slides: [title, ...events].map(({ display_date, text }) => ({
      date: display_date ?? '',
      headline: shownText(text.headline),
    })),
  };
}

/** Headlines are HTML: a browser shows the characters that they escape. */
const shownText = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

browserTest(
  'TimelineJS3 in a browser shows the bundled dispatches from the server: a marker and a slide an event',
  async ({ browser }) => {
    const server = startServer({ settings: { DATABASE_URL: 'sqlite::memory:', LOG_LEVEL: 'silent' } });
    const url = `${await server.origin()}/v1/timeline.timelinejs.json?group=type`;
    const { ids, slides } = slidesIn(await (await fetch(url)).text());
    const shown = await readTimelineJs(browser, url);
    expect(ids.length).toBeGreaterThan(15);
    expect(shown.markers).toEqual(ids);
    expect(shown.slides).toEqual(slides);
    expect(shown.complaints).toEqual([]);
    expect(shown.foreign).toEqual([]);
    expect(shown.groups).toContain('CONSULT');
  },
);

browserTest(
  'what lasted has an era on the axis beside its marker, and texts are no markup',
  async ({ browser }) => {
    const rest = await openRest();
    onTestFinished(() => rest.close());
    const strike = spanDate('2021-11-01', '2021-12-20', 'RANGE', 'SPANS');
    const blockade = spanDate('2021-12-05', '2022-01-10', 'RANGE', 'SPANS');
    await saveChange(rest.store, {
      events: [
        storedEvent('strike', strike, { title: 'A <i>strike</i>', places: [MOSCOW] }),
        storedEvent('blockade', blockade, { title: '<script>alert(1)</script>' }),
        storedEvent('day', dayDate('2021-12-21'), { title: '<img src=x onerror="throw 1">' }),
      ],
    });
    const origin = await rest.app.listen({ port: 0, host: '127.0.0.1' });
    expect(await readTimelineJs(browser, `${origin}/v1/events.timelinejs.json?group=place`)).toEqual({
      markers: ['evt_strike', 'evt_blockade', 'evt_day'],
      slides: [
        { date: '', headline: 'Dateline' },
        { date: '2021-11-01/2021-12-20', headline: 'A <i>strike</i>' },
        { date: '2021-12-05/2022-01-10', headline: '<script>alert(1)</script>' },
        { date: '2021-12-21', headline: '<img src=x onerror="throw 1">' },
      ],
      eras: ['A <i>strike</i>', '<script>alert(1)</script>'],
      groups: ['Moscow', ''],
      complaints: [],
      foreign: [],
    });
  },
);

browserTest(
  'TimelineJS3 complains of nothing and loses nothing, whatever the events say',
  async ({ browser }) => {
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        fc.pre(events.some(isDated));
        const { text } = await writeEvents('timelinejs.json', events, { group: 'actor' });
        const shown = await readTimelineJs(browser, NOWHERE, text);
        expect([shown.complaints, shown.foreign]).toEqual([[], []]);
        expect(shown.markers.toSorted()).toEqual(slidesIn(text).ids.toSorted());
        expect(shown.eras).toHaveLength((JSON.parse(text).eras ?? []).length);
      }),
      { numRuns: usualOrLong(5, 15) },
    );
  },
);

browserTest('what TimelineJS3 refuses, such as a timeline without events, is seen', async ({ browser }) => {
  const { markers, complaints } = await readTimelineJs(browser, NOWHERE, '{"events":[]}');
  expect(markers).toEqual([]);
  expect(complaints).toEqual([expect.stringMatching(/^Error: .*has no events/)]);
});
