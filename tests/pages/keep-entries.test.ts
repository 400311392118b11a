import { expect, test } from 'vitest';
import { htmlText } from '../../src/pages/html.ts';
import { keepEntries } from '../../src/pages/parts/keep-entries.ts';
import { dayEvent } from '../api/rest/stored-events.ts';

const DOCUMENT = JSON.stringify(dayEvent('talks', '2021-12-21'));

test('the entry of a document is written once for each prefix', () => {
  const entryOf = keepEntries();
  const written = entryOf(DOCUMENT, '');
  expect(entryOf(`${DOCUMENT}`, '')).toBe(written);
  expect([written.year, written.month]).toEqual(['2021', 'December']);
  expect(htmlText(entryOf(DOCUMENT, '/timeline').entry, '')).toContain('href="/timeline/events/evt_talks"');
  expect(htmlText(written.entry, '')).toContain('href="/events/evt_talks"');
});

test('another state of an event has an entry of its own', () => {
  const entryOf = keepEntries();
  entryOf(DOCUMENT, '');
  const changed = entryOf(DOCUMENT.replace('The minister speaks', 'The minister is silent'), '');
  expect(htmlText(changed.entry, '')).toContain('The minister is silent: talks');
});

test('the entry of a very long document is not kept', () => {
  const entryOf = keepEntries();
  const long = JSON.stringify(dayEvent('talks', '2021-12-21', { title: 'long '.repeat(4000) }));
  expect(entryOf(long, '')).not.toBe(entryOf(long, ''));
});
