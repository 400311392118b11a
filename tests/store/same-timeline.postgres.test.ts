import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/event/event.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import {
  createTestTimeline,
  ingestText,
  openTestTimeline,
  type TestTimeline,
} from '../support/open-test-timeline.ts';
import { missingPostgres } from '../support/postgres-database.ts';
import { postgresStores } from '../support/postgres-stores.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { everything } from './everything.ts';

type Timeline = TestTimeline['timeline'];
type Operation = (timeline: Timeline) => Promise<unknown>;

const SENTENCES = [
  'Joe Biden spoke with Vladimir Putin on 7 December 2021.',
  'Vladimir Putin spoke with Joe Biden on 7 December 2021, the Kremlin said.',
  'Russia moved troops towards Ukraine on 3 December 2021.',
  'Emmanuel Macron met Olaf Scholz in Paris in December 2021.',
  'Emmanuel Macron and Olaf Scholz met in Paris on 10 December 2021.',
  'Lawmakers will vote on the new “green rule” in Zürich next week.',
];
const ADA = { by: 'ada', why: 'the other paper has it right' };

const DAYS = ['2021-12-08', '2021-12-11', null].map((day) =>
  day === null ? null : requireCalendarDate(day),
);

/** The events of a timeline in the order of recording, so that an index means the same event on both back ends. */
async function recorded(timeline: Timeline): Promise<readonly TimelineEvent[]> {
  const events: TimelineEvent[] = [];
  for await (const event of timeline.exportEvents({}, 'RECORDED')) events.push(event);
  return events;
}

const at = <T>(values: readonly T[], index: number): T | undefined =>
  values[index % Math.max(values.length, 1)];

/** An operation on one event, which does nothing on a timeline without events. */
const onEvent =
  (
    index: number,
    act: (timeline: Timeline, event: TimelineEvent, all: readonly TimelineEvent[]) => Promise<unknown>,
  ): Operation =>
  async (timeline) => {
    const events = await recorded(timeline);
    const event = at(events, index);
    return event === undefined ? null : act(timeline, event, events);
  };

const onArticle =
  (
    index: number,
    act: (timeline: Timeline, id: TimelineEvent['mentions'][number]['article']['id']) => Promise<unknown>,
  ): Operation =>
  async (timeline) => {
    const articles = (await recorded(timeline)).flatMap(({ mentions }) =>
      mentions.map(({ article }) => article.id),
    );
    const id = at(articles, index);
    return id === undefined ? null : act(timeline, id);
  };

const index = fc.nat(50);

const ingest: fc.Arbitrary<Operation> = fc
  .record({
    sentences: fc.subarray(SENTENCES, { minLength: 1 }),
    publishedOn: fc.constantFrom(...DAYS),
    publisher: fc.constantFrom('The Herald', 'the herald', 'Gazette', null),
    url: fc.constantFrom('https://news.example/a', 'https://news.example/b', null),
  })
  .map(
    ({ sentences, ...metadata }): Operation =>
      (timeline) =>
        ingestText(timeline, sentences.join(' '), metadata),
  );

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 6, arbitrary: ingest },
  {
    weight: 5,
    arbitrary: fc.oneof(
      index.map((n) =>
        onEvent(n, (timeline, { id }) =>
          timeline.editEvent(id, { title: 'A call', actors: ['Ada Lovelace'] }, ADA),
        ),
      ),
      index.map((n) => onEvent(n, (timeline, { id }) => timeline.hideEvent(id, ADA))),
      index.map((n) => onEvent(n, (timeline, { id }) => timeline.restoreEvent(id, ADA))),
      fc
        .tuple(index, index)
        .map(([n, m]) =>
          onEvent(n, (timeline, { id }, all) => timeline.mergeEvents([id, at(all, m)?.id ?? id], ADA)),
        ),
      index.map((n) =>
        onEvent(n, (timeline, { id, mentions }) =>
          timeline.splitEvent(
            id,
            mentions.slice(0, 1).map((one) => one.id),
            ADA,
          ),
        ),
      ),
      index.map((n) => onArticle(n, (timeline, id) => timeline.retractArticle(id, ADA))),
      index.map((n) =>
        onArticle(n, (timeline, id) => timeline.reanchorArticle(id, requireCalendarDate('2021-11-30'), ADA)),
      ),
      index.map((n) => onArticle(n, (timeline, id) => timeline.purgeArticle(id, 'PRIVACY', 'ada'))),
    ),
  },
);

const outcome = async (operate: Operation, timeline: Timeline): Promise<unknown> =>
  operate(timeline).catch((error: unknown) => String(error));

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  const open = postgresStores('same_timeline');

  test('whatever is done to a timeline, both back ends say the same of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 4, maxLength: 12 }), async (operations) => {
        const one = await openTestTimeline();
        const store = await open();
        const other = createTestTimeline(store);
        for (const operate of operations)
          expect(await outcome(operate, other)).toEqual(await outcome(operate, one.timeline));
        expect(await everything(store)).toEqual(await everything(one.store));
        await one.close();
      }),
      { numRuns: usualOrLong(6, 150) },
    );
  }, 1_200_000);
});
