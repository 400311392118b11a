import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { openRest, type RestClient } from './rest/rest-client.ts';
import { dayEvent, saveChange } from './rest/stored-events.ts';

interface Page {
  readonly ids: readonly string[];
  readonly links: Readonly<Record<string, string>>;
}

async function pageAt(rest: RestClient, url: string): Promise<Page> {
  const response = await rest.request(url);
  const links = [...String(response.headers['link']).matchAll(/<([^>]+)>; rel="(next|prev)"/g)];
  const { events } = response.json() as { events: { id: string }[] };
  return {
    ids: events.map(({ id }) => id),
    links: Object.fromEntries(links.map(([, href, rel]) => [rel, href])),
  };
}

/** The ids along the links of one relation, with something to happen before each next page is asked for. */
async function walk(
  rest: RestClient,
  first: Page,
  rel: 'next' | 'prev',
  between: () => Promise<void>,
): Promise<readonly string[]> {
  const ids = [...first.ids];
  for (let page = first; page.links[rel] !== undefined; ) {
    await between();
    page = await pageAt(rest, page.links[rel] ?? '');
    if (rel === 'next') ids.push(...page.ids);
    else ids.unshift(...page.ids);
  }
  return ids;
}

async function lastPage(rest: RestClient, url: string): Promise<Page> {
  let page = await pageAt(rest, url);
  while (page.links['next'] !== undefined) page = await pageAt(rest, page.links['next']);
  return page;
}

const days = (maxLength: number) => fc.array(fc.integer({ min: 0, max: 12 }), { maxLength });
const eventAt = (name: string, day: number) =>
  dayEvent(name, addDays(requireCalendarDate('2021-12-01'), day));

test('whoever walks page by page, forward or backward, while events are added, sees each that was there all the time once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      days(14),
      fc.array(days(3), { maxLength: 6 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('date', '-date', 'recorded'),
      fc.constantFrom('next' as const, 'prev' as const),
      async (there, added, limit, order, rel) => {
        const rest = await openRest();
        // Names of those added fall before and behind those of one day that were there.
        await saveChange(rest.store, { events: there.map((day, index) => eventAt(`m${index + 10}`, day)) });
        const url = `/v1/events?order=${order}&limit=${limit}`;
        const whole = await walk(rest, await pageAt(rest, url), 'next', async () => {});
        const first = rel === 'next' ? await pageAt(rest, url) : await lastPage(rest, url);
        const waves = [...added];
        let count = 0;
        const addSome = async (): Promise<void> => {
          const events = (waves.shift() ?? []).map((day) => {
            count += 1;
            return eventAt(`${count % 2 === 0 ? 'a' : 'z'}${count}`, day);
          });
          if (events.length > 0) await saveChange(rest.store, { events });
        };
        const seen = await walk(rest, first, rel, addSome);
        expect(seen.filter((id) => whole.includes(id))).toEqual(whole);
        expect(new Set(seen).size).toBe(seen.length);
        await rest.close();
      },
    ),
    { numRuns: usualOrLong(8, 25) },
  );
});
