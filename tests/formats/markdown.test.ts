import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArticle, buildEvent, buildMention } from '../store/build-event.ts';
import { anyEvents } from './any-event.ts';
import { stored, writeEvents } from './write-events.ts';

test('an entry has the date, the title, which links to the event, and the sources', async () => {
  const article = buildArticle('a', {
    title: 'The *end*',
    publisher: 'Dateline',
    url: 'https://news.example/a',
  });
  const event = stored(buildEvent('a', { title: 'They [met]', mentions: [buildMention('a', { article })] }));
  expect((await writeEvents('md', [event])).text).toBe(
    '# A timeline\n\n- **2021-12-21**: [They \\[met\\]](https://timeline.example/v1/events/evt_a) ([The \\*end\\*, Dateline](<https://news.example/a>))\n',
  );
});

test('each event is one entry of the list, whatever it says', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const lines = (await writeEvents('md', events)).text.split('\n');
      expect(lines.slice(2, -1).map((line) => line.slice(0, 4))).toEqual(events.map(() => '- **'));
    }),
  );
});
