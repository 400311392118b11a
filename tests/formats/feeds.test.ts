import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import Parser from 'rss-parser';
import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/calendar-date.ts';
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

test('an entry has an id that no host and no edit changes, and the days on which it was first and last told', async () => {
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
<link rel="alternate" type="application/json" href="https://timeline.example/v1/events/evt_talks"/>
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

test('a feed of nothing was last updated on the day that the timeline is told from', async () => {
  expect((await writeEvents('atom', [])).text).toContain('<updated>2021-12-21T00:00:00Z</updated>');
});

test('the Atom feed is well-formed and read by rss-parser, whatever the events say', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const { text } = await writeEvents('atom', events);
      expect(XMLValidator.validate(text)).toBe(true);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them, escaped or not
      expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      expect(text.isWellFormed()).toBe(true);
      const feed = await new Parser().parseString(text);
      expect(feed.items.map((item) => item['id'])).toEqual(events.map(({ id }) => `urn:dateline:${id}`));
    }),
  );
});

test('JSON Feed 1.1 has the same ids and days, and what is known of the date in an extension', async () => {
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
        url: 'https://timeline.example/v1/events/evt_talks',
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
