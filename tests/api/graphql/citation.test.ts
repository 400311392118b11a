import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestMeetingTwice } from '../../support/ingest-meeting-twice.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';

let client: GraphqlClient;

beforeAll(async () => {
  client = await openGraphql({ publicOrigin: 'https://timeline.example' });
  await ingestMeetingTwice(client.timeline);
});

afterAll(() => client.close());

const ASKED =
  '{ id text: cite bib: cite(format: BIBTEX) csl: cite(format: CSL_JSON, tz: "Pacific/Pago_Pago") }';

interface Cited {
  readonly id: string;
  readonly text: string;
  readonly bib: string;
  readonly csl: string;
}

async function cited(): Promise<Cited> {
  const { data } = await client.ask(
    `{ events(filter: { place: ["Brussels"] }) { edges { node ${ASKED} } } }`,
  );
  const [edge] = (data as { events: { edges: { node: Cited }[] } }).events.edges;
  if (edge === undefined) throw new Error('no event');
  return edge.node;
}

test('an event is cited at its revision, in each format, as read on the day of a time zone', async () => {
  const { id, text, bib, csl } = await cited();
  expect(text).toBe(
    `NATO ministers met in Brussels (4 December 2021). Dateline, revision 2. https://timeline.example/events/${id}?revision=2 (accessed 22 December 2021). Sources: Evening Sample, 2021-12-06; Morning Sample, 2021-12-13.\n`,
  );
  expect(bib).toContain(`url = {https://timeline.example/events/${id}?revision=2}`);
  expect(JSON.parse(csl)).toMatchObject([{ version: '2', accessed: { 'date-parts': [[2021, 12, 21]] } }]);
});

test('an earlier revision is cited as it was', async () => {
  const { id } = await cited();
  const { data } = await client.ask(`{ event(id: "${id}", revision: 1) ${ASKED} }`);
  expect(data).toMatchObject({
    event: {
      text: expect.stringContaining(
        'NATO ministers met in Brussels (weekend of 4 December 2021). Dateline, revision 1. ',
      ),
    },
  });
});

test('an event that is told as of a day is cited as its address answers it', async () => {
  const { id, text } = await cited();
  const { data } = await client.ask(
    `{ event(id: "${id}", asOf: "2021-12-06") { date { display } text: cite } }`,
  );
  expect(data).toEqual({ event: { date: { display: 'weekend of 4 December 2021' }, text } });
});
