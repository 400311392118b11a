import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { DEFAULT_RECORD } from '../../src/domain/timeline-record.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openTimelineCatalog } from '../../src/store/open-timeline-catalog.ts';
import type { TimelineCatalog } from '../../src/store/port/timeline-catalog.ts';

export const entry = (slug: string, name = slug) => ({
  slug,
  record: { ...DEFAULT_RECORD, name },
  defaultAnchor: requireCalendarDate('2019-05-15'),
  namesFile: null,
});

const urlOf = async (catalog: TimelineCatalog, slug: string): Promise<string> =>
  (await catalog.list()).find((timeline) => timeline.slug === slug)?.databaseUrl ?? '';

/** The list of timelines behaves alike on every back end. `openUrl` gives a database without further timelines. */
export function describeTimelineCatalog(openUrl: () => Promise<string>): void {
  async function openCatalog(): Promise<TimelineCatalog> {
    return openTimelineCatalog(await openUrl());
  }

  test('timelines are listed by their slugs, as they were described', async () => {
    const catalog = await openCatalog();
    const strike = {
      ...entry('strike', 'The strike'),
      record: {
        name: 'The strike',
        description: 'In the harbour',
        publisher: 'The Port Paper',
        language: 'en-GB',
        license: 'CC0-1.0',
      },
      namesFile: '/names/strike.json',
    };
    await catalog.create(strike);
    await catalog.create(entry('floods'));
    const listed = await catalog.list();
    await catalog.close();
    expect(listed).toMatchObject([entry('floods'), strike]);
    expect(new Set(listed.map(({ databaseUrl }) => databaseUrl)).size).toBe(2);
  });

  test('each timeline has a store of its own, which a renamed timeline keeps', async () => {
    const catalog = await openCatalog();
    await catalog.create(entry('strike'));
    const store = await openStore(await urlOf(catalog, 'strike'));
    await store.writeMarker('mark', 'of the strike');
    await store.close();
    await catalog.change('strike', { slug: 'dockers', record: { ...DEFAULT_RECORD, name: 'Dockers' } });
    await catalog.create(entry('strike'));
    const marks = [];
    for (const { slug, record, databaseUrl } of await catalog.list()) {
      const opened = await openStore(databaseUrl);
      marks.push([slug, record.name, await opened.readMarker('mark')]);
      await opened.close();
    }
    expect(marks).toEqual([
      ['dockers', 'Dockers', 'of the strike'],
      ['strike', 'strike', undefined],
    ]);
    await catalog.close();
  });

  test('a slug is given once', async () => {
    const catalog = await openCatalog();
    await catalog.create(entry('strike'));
    await catalog.create(entry('floods'));
    const taken = { code: 'BAD_CONFIG', message: 'there is a timeline "strike" already' };
    await expect(catalog.create(entry('strike'))).rejects.toMatchObject(taken);
    await expect(catalog.change('floods', { slug: 'strike' })).rejects.toMatchObject(taken);
    await expect(catalog.change('droughts', { slug: 'storms' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await catalog.list()).map(({ slug }) => slug)).toEqual(['floods', 'strike']);
    await catalog.close();
  });

  test('of two programs that make a timeline of one slug at once, one does', async () => {
    const catalog = await openCatalog();
    const made = await Promise.allSettled([1, 2].map(() => catalog.create(entry('strike'))));
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await catalog.list()).toHaveLength(1);
    await catalog.close();
  });

  test('a removed timeline is not found again, and a later one of its slug begins empty', async () => {
    const catalog = await openCatalog();
    await catalog.create(entry('strike'));
    const first = await urlOf(catalog, 'strike');
    const store = await openStore(first);
    await store.writeMarker('mark', 'of the first');
    await store.close();
    await catalog.remove('strike');
    await expect(catalog.remove('strike')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await catalog.list()).toEqual([]);
    await catalog.create(entry('strike'));
    const later = await openStore(await urlOf(catalog, 'strike'));
    expect(await later.readMarker('mark')).toBeUndefined();
    await later.close();
    await catalog.close();
  });
}
