import { AppBskyFeedPost, RichText } from '@atproto/api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { postEntries } from '../../src/formats/posts/rank-posts.ts';
import { anyEvents } from '../formats/any-event.ts';

test('Bluesky’s own library takes the post of any event, and finds the link at the end', () => {
  fc.assert(
    fc.property(anyEvents, fc.nat(40), (events, times) => {
      const long = events.map((event) => ({ ...event, title: event.title.repeat(times) }));
      const postables = long.map((event) => ({ event, absorbed: [], yearsAgo: null }));
      const setting = { origin: 'https://timeline.example', year: 2026 };
      for (const { texts, facets, language, link } of postEntries(postables, setting)) {
        const record = {
          $type: 'app.bsky.feed.post',
          text: texts.bluesky,
          facets,
          langs: [language],
          createdAt: '2026-12-21T08:00:00.000Z',
        };
        expect(AppBskyFeedPost.validateRecord(record)).toMatchObject({ success: true });
        const rich = new RichText({
          text: texts.bluesky,
          facets: facets.map(({ index, features }) => ({ index, features: [...features] })),
        });
        const last = [...rich.segments()].at(-1);
        expect([last?.link?.uri, last?.text]).toEqual([link, link.replace('https://', '')]);
      }
    }),
  );
});
