import { type EventOrder, FACET_NAMES, type PageRequest } from '../../src/domain/query/timeline-query.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { EventStore } from '../../src/store/port/event-store.ts';

const PAGE: PageRequest = { direction: 'FORWARD', size: 100, after: null };

/** Everything that a store says, texts letter for letter. Ranks of a search are left out: they differ. */
export async function everything(store: EventStore): Promise<object> {
  const lists = ['DATE', 'DATE_DESC', 'RECORDED'] as const satisfies readonly EventOrder[];
  const documents = await Promise.all(lists.map((order) => store.documents.list({}, order, PAGE, 'FULL')));
  const ids = documents[0]?.items.map(({ position }) => position.id) ?? [];
  const changes = await store.listChanges(0, { ...PAGE, size: 1000 });
  const everSeen = [...new Set(changes.items.map(({ node }) => node.event))];
  const revision = await store.readRevision();
  const filters = [
    {},
    { text: 'zurich green' },
    { asOf: requireCalendarDate('2021-12-09') },
    { sources: ['the herald'] },
  ];
  return {
    documents,
    ids,
    summary: await store.readSummary(),
    served: await store.documents.list({}, 'DATE', PAGE, 'PUBLIC'),
    asOf: await store.documents.list({ asOf: requireCalendarDate('2021-12-09') }, 'DATE', PAGE, 'PUBLIC'),
    changes,
    audit: await store.listAudit(null, { ...PAGE, size: 1000 }),
    articles: await store.listArticles(PAGE),
    actors: await store.listActors(PAGE),
    months: await store.countByMonths(),
    counts: await Promise.all(
      filters.map(async (filter) => [
        await store.countEvents(filter),
        await store.countByBounds(filter),
        await store.countByDays(filter),
        await Promise.all(FACET_NAMES.map((facet) => store.countFacet(filter, facet, 20))),
      ]),
    ),
    lookups: await Promise.all(everSeen.map((id) => store.lookUpEvent(id).catch(String))),
    versions: await Promise.all(
      everSeen.flatMap((id) =>
        Array.from({ length: revision }, (_, before) =>
          store.getEventVersion(id, before + 1).then((event) => JSON.stringify(event), String),
        ),
      ),
    ),
    absorbed: await store.listAbsorbed(everSeen),
    problems: await store.verify(),
  };
}
