import { expect, test } from 'vitest';
import { pageInfoJson } from '../../src/api/rest/paging/page-json.ts';
import { eventJson } from '../../src/formats/event/event-json.ts';
import { saveAccounts } from '../api/graphql/stored-accounts.ts';
import { ingestText, openTestTimeline } from '../support/open-test-timeline.ts';

const NEWS = `The minister said on Tuesday that the "port" would close, and the union rejected the plan on Wednesday.

Three ships left the harbour earlier this month. The council will vote early next year.`;

test('what is served of a stored event is exactly what its JSON tells', async () => {
  const { timeline, store, close } = await openTestTimeline();
  await saveAccounts(store);
  await ingestText(timeline, NEWS);
  const whole = await timeline.listEvents({ first: 100 });
  const texts = await timeline.asJson('PUBLIC').listEvents({ first: 100 });
  await close();
  expect(texts.edges.length).toBeGreaterThan(6);
  expect(texts.edges.map(({ node }) => JSON.parse(node))).toEqual(
    whole.edges.map(({ node }) => JSON.parse(JSON.stringify(eventJson(node)))),
  );
  expect(pageInfoJson(texts.pageInfo)).toEqual(pageInfoJson(whole.pageInfo));
});
