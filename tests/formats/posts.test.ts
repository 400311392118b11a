import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DerivedEvent, TimelineEvent } from '../../src/domain/event/event.ts';
import { leadOf, type PostEntry, postEntry } from '../../src/formats/posts/post-entry.ts';
import { rankPosts, scoreOf } from '../../src/formats/posts/rank-posts.ts';
import { plainLine } from '../../src/formats/text/plain-text.ts';
import { buildArticle, buildEvent, buildMention, dayDate, spanDate } from '../store/build-event.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { anyEvents } from './any-event.ts';
import { stored } from './write-events.ts';

const ORIGIN = 'https://timeline.example';

const entryOf = (event: TimelineEvent, yearsAgo: number | null = 5, origin = ORIGIN): PostEntry =>
  postEntry({ event, absorbed: [], yearsAgo }, 1, { origin, year: 2026 });

const eventOf = (given: Partial<DerivedEvent>): TimelineEvent => stored(buildEvent('a', given));

const published = (...publishers: readonly string[]) =>
  publishers.map((publisher, index) =>
    buildMention(`${index}`, { article: buildArticle(`${index}`, { publisher }) }),
  );

const graphemesOf = (text: string): readonly string[] =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

test('a post has the date, the title, the publishers and a link', () => {
  const event = eventOf({
    title: 'Ministers met',
    mentions: published('Evening Sample', 'Morning Sample', 'Evening Sample'),
  });
  const { postId, texts, facets, link } = entryOf(event);
  expect(postId).toBe('evt_a-2026');
  expect(texts).toEqual({
    bluesky:
      '5 years ago, on 2021-12-21: Ministers met\n\nSources: Evening Sample, Morning Sample\ntimeline.example/events/evt_a',
    mastodon:
      '5 years ago, on 2021-12-21: Ministers met\n\nSources: Evening Sample, Morning Sample\nhttps://timeline.example/events/evt_a',
    plain:
      '5 years ago, on 2021-12-21: Ministers met\n\nSources: Evening Sample, Morning Sample\nhttps://timeline.example/events/evt_a',
  });
  expect(facets).toEqual([
    {
      index: { byteStart: 83, byteEnd: 112 },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri: link }],
    },
  ]);
});

test.each<[string, Partial<DerivedEvent>, number | null]>([
  ['1 year ago, on 2021-12-21:', {}, 1],
  ['On 2021-12-21, as reported:', { modality: 'REPORTED' }, 0],
  ['Planned for 2021-12-21:', { modality: 'PLANNED' }, -3],
  [
    'About the week of 13 December 2021:',
    { date: { ...spanDate('2021-12-13', '2021-12-19'), display: 'week of 13 December 2021' } },
    null,
  ],
  ['About 2021-12-01/2021-12-31:', { date: spanDate('2021-12-01', '2021-12-31') }, null],
  [
    '5 years ago, planned for about 2021-12-01/2021-12-31:',
    { date: spanDate('2021-12-01', '2021-12-31'), modality: 'PLANNED' },
    5,
  ],
  [
    '5 years ago, 2021-12-01/2021-12-31:',
    { date: spanDate('2021-12-01', '2021-12-31', 'RANGE', 'SPANS') },
    5,
  ],
])('a post begins %j', (lead, given, yearsAgo) => {
  expect(leadOf(eventOf(given), yearsAgo)).toBe(lead);
});

test('a title that is too long is cut behind a word, after the sources were left out', () => {
  const title = 'Delegates, '.repeat(60).trim();
  const { texts } = entryOf(eventOf({ title, mentions: published('Evening Sample') }));
  expect(texts.bluesky).toBe(
    `5 years ago, on 2021-12-21: ${'Delegates, '.repeat(21)}Delegates…\n\ntimeline.example/events/evt_a`,
  );
  expect(texts.mastodon).toMatch(/ Delegates…\n\nhttps:\/\/timeline\.example\/events\/evt_a$/);
  expect(texts.plain).toContain(`${title}\n\nSources: Evening Sample\n`);
});

test('a long title keeps every word that there is room for', () => {
  const title = Array.from({ length: 400 }, (_, n) => `word${n}`).join(' ');
  const { texts, link } = entryOf(eventOf({ title }));
  const kept = (text: string): string => text.slice(text.indexOf('word0'), text.indexOf('…'));
  const roomFor = (words: number): string => title.split(' ').slice(0, words).join(' ');
  const rest = (text: string): number => graphemesOf(text).length - kept(text).length;
  const [bluesky, mastodon] = [kept(texts.bluesky), kept(texts.mastodon)];
  const more = (text: string): number => roomFor(text.split(' ').length + 1).length;
  expect([roomFor(bluesky.split(' ').length), roomFor(mastodon.split(' ').length)]).toEqual([
    bluesky,
    mastodon,
  ]);
  expect(rest(texts.bluesky) + more(bluesky)).toBeGreaterThan(300);
  expect(rest(texts.mastodon) - link.length + 23 + more(mastodon)).toBeGreaterThan(500);
});

test('a title without white space is cut between words where its script has words, and else left out', () => {
  const chinese = entryOf(eventOf({ title: '部长们在日内瓦会面'.repeat(60) })).texts.bluesky;
  expect(graphemesOf(chinese).length).toBeGreaterThan(290);
  expect(entryOf(eventOf({ title: 'x'.repeat(2000) })).texts.bluesky).toBe(
    '5 years ago, on 2021-12-21: …\n\ntimeline.example/events/evt_a',
  );
});

test('a name with an @ mentions no account on Mastodon', () => {
  const { texts } = entryOf(eventOf({ title: 'A letter to @envoy@social.example' }));
  expect(texts.mastodon).not.toMatch(/@\w/);
  expect(texts.plain).toContain('A letter to @envoy@social.example');
});

test('a long address is shown as its host, and the link has the whole address', () => {
  const origin = `https://${'timeline.'.repeat(7)}example`;
  const { texts, facets, link } = entryOf(eventOf({}), 5, origin);
  expect(texts.bluesky.endsWith(`\n${'timeline.'.repeat(7)}example`)).toBe(true);
  expect(facets[0]?.features[0].uri).toBe(link);
});

describe('for any event', () => {
  const anyYears = fc.option(fc.integer({ min: -9999, max: 9999 }));
  const eachEntry = (check: (entry: PostEntry, event: TimelineEvent) => void): void =>
    fc.assert(
      fc.property(anyEvents, anyYears, fc.nat(40), (events, yearsAgo, times) => {
        for (const event of events) {
          const long = { ...event, title: event.title.repeat(times) };
          check(entryOf(long, yearsAgo), long);
        }
      }),
      { numRuns: usualOrLong(40, 200) },
    );

  test('its post for Bluesky has at most 300 graphemes and 3000 bytes', () => {
    eachEntry(({ texts }) => {
      expect(graphemesOf(texts.bluesky).length).toBeLessThanOrEqual(300);
      expect(bytes(texts.bluesky).length).toBeLessThanOrEqual(3000);
    });
  });

  test('its post for Mastodon has at most 500 characters, any URL counted as 23', () => {
    eachEntry(({ texts }) => {
      const counted = texts.mastodon.replaceAll(/https?:\/\/\S+/g, 'x'.repeat(23));
      expect(counted.length).toBeLessThanOrEqual(500);
    });
  });

  test('its link is kept: whole where it is read, by the bytes of its facet on Bluesky', () => {
    eachEntry(({ texts, facets, link }) => {
      expect(texts.mastodon.endsWith(`\n${link}`)).toBe(true);
      expect(texts.plain.endsWith(`\n${link}`)).toBe(true);
      const [{ index, features }] = facets as [PostEntry['facets'][number]];
      const linked = bytes(texts.bluesky).subarray(index.byteStart, index.byteEnd).toString('utf8');
      expect([linked, features[0].uri]).toEqual([link.replace('https://', ''), link]);
    });
  });

  test('its hedge is kept', () => {
    eachEntry(({ texts, hedges }) => {
      for (const text of Object.values(texts))
        for (const hedge of hedges) expect(text.split(':')[0]?.toLowerCase()).toContain(hedge);
    });
  });

  test('its title ends where a word and a grapheme end', () => {
    eachEntry(({ texts }, event) => {
      const title = plainLine(event.title) || event.id;
      const [, kept] = /^[^:]*: (.*)…\n\n/s.exec(texts.bluesky) ?? [];
      if (kept === undefined) return expect(texts.bluesky).toContain(title);
      expect(title.startsWith(kept)).toBe(true);
      const cut = title.slice(kept.length).match(/^[,;:–—-]*/)?.[0].length ?? 0;
      const ends = new Set([0]);
      for (const each of graphemesOf(title)) ends.add(Math.max(...ends) + each.length);
      expect(ends).toContain(kept.length + cut);
      if (kept !== '' && title.includes(' ')) expect(title.charAt(kept.length + cut)).toMatch(/\s/);
    });
  });
});

describe('the best entry of a day', () => {
  const event = (confidence: number, sourceCount: number): TimelineEvent =>
    eventOf({ confidence, sourceCount });

  test('is scored by confidence, sources and how round the anniversary is', () => {
    expect([scoreOf(event(0.5, 1), 7), scoreOf(event(0.5, 4), 7), scoreOf(event(0.5, 4), 100)]).toEqual([
      0.5, 1.5, 4.5,
    ]);
    expect([50, 25, 10, 5, 1, 0, null].map((years) => scoreOf(event(1, 1), years))).toEqual([
      2.5, 2, 1.5, 1.2, 1, 1, 1,
    ]);
  });

  test('has rank 1, and entries of the same score keep their order', () => {
    const candidates = [event(0.5, 1), event(0.9, 1), event(0.5, 1)].map((each) => ({
      event: each,
      yearsAgo: 1,
    }));
    expect(rankPosts(candidates)).toEqual([2, 1, 3]);
  });
});

test('an entry lists the ids that were merged into its event', () => {
  const absorbed = [{ id: buildEvent('b').id }];
  const entry = postEntry({ event: eventOf({}), absorbed, yearsAgo: 5 }, 1, { origin: ORIGIN, year: 2026 });
  expect(entry.absorbed).toEqual(['evt_b-2026']);
});

test('the day of an event and its date are in the entry', () => {
  expect(entryOf(eventOf({ date: dayDate('2021-12-21') }))).toMatchObject({
    date: { edtf: '2021-12-21', display: '2021-12-21' },
    yearsAgo: 5,
    language: 'en',
    sources: [{ name: 'one.txt', url: null }],
  });
});
