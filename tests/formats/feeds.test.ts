import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { parseJsonFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { publishedDays } from '../../src/formats/event/published-days.ts';
import { plainLine } from '../../src/formats/text/plain-text.ts';
import { buildArticle, buildEvent, buildMention } from '../store/build-event.ts';
import { anyEvents } from './any-event.ts';
import { stored, writeEvents } from './write-events.ts';

const mention = (name: string, publishedOn: string) =>
  buildMention(name, {
    article: buildArticle(name, {
      title: `Report <${name}>`,
      publisher: 'Dateline & Sons',
      url: `https://news.example/${name}?a=1&b=2`,
      publishedOn: requireCalendarDate(publishedOn),
    }),
  });

const EVENT = stored(
  buildEvent('talks', {
    title: 'Talks <b>began</b>',
    modality: 'REPORTED',
    mentions: [mention('late', '2021-12-24'), mention('early', '2021-12-22')],
  }),
);

test('an entry has an id that no host and no edit changes, and the days of its first and last article', async () => {
  const { text } = await writeEvents('atom', [EVENT]);
  expect(text).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>https://timeline.example/v1/events?from=2021-12-01&amp;to=2021-12-31</id>
<title>A timeline</title>
<updated>2021-12-24T00:00:00Z</updated>
<author><name>A timeline</name></author>
<link rel="self" type="application/atom+xml" href="https://timeline.example/v1/events?from=2021-12-01&amp;to=2021-12-31"/>
<link rel="alternate" type="text/html" href="https://timeline.example/"/>
<entry>
<id>urn:dateline:evt_talks</id>
<title>Talks &lt;b&gt;began&lt;/b&gt;</title>
<published>2021-12-22T00:00:00Z</published>
<updated>2021-12-24T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://timeline.example/events/evt_talks"/>
<link rel="related" href="https://news.example/late?a=1&amp;b=2"/>
<link rel="related" href="https://news.example/early?a=1&amp;b=2"/>
<category term="CONSULT"/>
<content>2021-12-21, reported.

“They met (late).” Report &lt;late&gt;, Dateline &amp; Sons

“They met (early).” Report &lt;early&gt;, Dateline &amp; Sons</content>
</entry>
</feed>
`);
});

test('an empty feed was last updated on the default anchor of the timeline', async () => {
  expect((await writeEvents('atom', [])).text).toContain('<updated>2021-12-21T00:00:00Z</updated>');
});

test('the Atom feed is well-formed and read by rss-parser, for any events', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const { text } = await writeEvents('atom', events);
      expect(XMLValidator.validate(text)).toBe(true);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them, escaped or not
      expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      expect(text.isWellFormed()).toBe(true);
      const feed = await new Parser().parseString(text);
      expect(
        feed.items.map((item) => ({
          id: item['id'],
          link: item.link,
          title: item.title,
          isoDate: item.isoDate,
        })),
      ).toEqual(
        events.map((event) => ({
          id: `urn:dateline:${event.id}`,
          link: `https://timeline.example/events/${event.id}`,
          title: plainLine(event.title) || event.id,
          isoDate: `${publishedDays(event).first}T00:00:00.000Z`,
        })),
      );
    }),
  );
});

/** The faults of feeds under the XML schema of RFC 4287. */
async function faultsIn(feeds: readonly string[]): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: feeds.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: { fileName: 'atom.rng', contents: ATOM_SCHEMA },
    extension: 'relaxng',
  });
  return errors.map(({ message }) => message);
}

const ATOM_SCHEMA = readFileSync(new URL('atom.rng', import.meta.url), 'utf8');

test('the Atom feed is valid by RFC 4287, for any events', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvents, { minLength: 20, maxLength: 20 }), async (lists) => {
      const feeds = await Promise.all(lists.map(async (events) => (await writeEvents('atom', events)).text));
      expect(await faultsIn(feeds)).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

describe('the schema of RFC 4287 refuses a feed', () => {
  test.each([
    ['without a title', '<title>A timeline</title>', ''],
    ['with two dates of change', '<updated>', '<updated>2021-12-24T00:00:00Z</updated><updated>'],
    ['with a day where an instant belongs', '2021-12-22T00:00:00Z', '2021-12-22'],
    ['with an id that is no URI', 'urn:dateline:evt_talks', 'evt_talks'],
    ['with a link to no address', 'href="https://timeline.example/"', 'href="the front page"'],
    ['with a link without an address', ' href="https://timeline.example/"', ''],
    ['with a link of no media type', 'type="text/html"', 'type="html"'],
    ['with a category without a term', 'term="CONSULT"', 'label="Talks"'],
    ['with an author without a name', '<name>A timeline</name>', ''],
    ['with markup in a text', '2021-12-21, reported.', '<b>2021-12-21</b>'],
    ['with an element of no such name', '<published>', '<printed/><published>'],
    ['whose entries come first', '<id>https', '<entry/><id>https'],
  ])('%s', async (_, right, wrong) => {
    const { text } = await writeEvents('atom', [EVENT]);
    expect(await faultsIn([text])).toEqual([]);
    expect(text).toContain(right);
    expect(await faultsIn([text, text.replace(right, wrong), text])).not.toEqual([]);
  });
});

test('JSON Feed 1.1 has the same ids and days, and the event’s date in an extension', async () => {
  const feed = JSON.parse((await writeEvents('jsonfeed', [EVENT])).text);
  expect(feed).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'A timeline',
    home_page_url: 'https://timeline.example/',
    feed_url: 'https://timeline.example/v1/events?from=2021-12-01&to=2021-12-31',
    language: 'en',
    authors: [{ name: 'A timeline' }],
    items: [
      {
        id: 'urn:dateline:evt_talks',
        url: 'https://timeline.example/events/evt_talks',
        title: 'Talks <b>began</b>',
        content_text: expect.stringMatching(/^2021-12-21, reported\.\n\n“They met \(late\)\.”/),
        date_published: '2021-12-22T00:00:00Z',
        date_modified: '2021-12-24T00:00:00Z',
        tags: ['CONSULT'],
        _timeline: { revision: 3, date: EVENT.date, modality: 'REPORTED', confidence: 0.9, sourceCount: 1 },
      },
    ],
  });
});

const INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00Z$/);

test('JSON Feed is read by feedsmith, and each item has the fields that version 1.1 requires, for any events', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const { text } = await writeEvents('jsonfeed', events);
      expect(text.isWellFormed()).toBe(true);
      expect(parseJsonFeed(text).items ?? []).toMatchObject(
        events.map((event) => ({
          id: `urn:dateline:${event.id}`,
          url: `https://timeline.example/events/${event.id}`,
          date_published: `${publishedDays(event).first}T00:00:00Z`,
          date_modified: `${publishedDays(event).last}T00:00:00Z`,
        })),
      );
      for (const item of JSON.parse(text).items)
        expect(item).toEqual({
          id: expect.stringMatching(/^urn:dateline:evt_/),
          url: expect.stringMatching(/^https:/),
          title: expect.any(String),
          content_text: expect.stringMatching(/\S/),
          date_published: INSTANT,
          date_modified: INSTANT,
          tags: expect.toSatisfy(isListOfTexts),
          _timeline: expect.any(Object),
        });
    }),
  );
});

const isListOfTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
