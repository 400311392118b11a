import { type Node, Parser } from 'commonmark';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hedgedDate } from '../../src/formats/event/hedge.ts';
import { sourceLine, sourcesOf } from '../../src/formats/event/sources.ts';
import { plainLine } from '../../src/formats/text/plain-text.ts';
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
    '# A timeline\n\n- **2021-12-21**: [They \\[met\\]](https://timeline.example/events/evt_a) ([The \\*end\\*, Dateline](<https://news.example/a>))\n',
  );
});

/** The text of a part of a document, and the targets of its links. */
function readPart(part: Node) {
  const walker = part.walker();
  const read = { text: '', links: [] as string[] };
  for (let step = walker.next(); step !== null; step = walker.next()) {
    if (!step.entering) continue;
    read.text += step.node.literal ?? '';
    if (step.node.type === 'link') read.links.push(step.node.destination ?? '');
  }
  return read;
}

function* childrenOf(parent: Node | null) {
  for (let child = parent?.firstChild ?? null; child !== null; child = child.next) yield child;
}

test('commonmark reads a heading and a list with an entry for each event, for any events', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const { text } = await writeEvents('md', events);
      const [heading, list, ...rest] = childrenOf(new Parser().parse(text));
      expect([heading?.type, list?.type, rest]).toEqual([
        'heading',
        events.length > 0 ? 'list' : undefined,
        [],
      ]);
      expect([...childrenOf(list ?? null)].map(readPart)).toEqual(
        events.map((event) => {
          const sources = sourcesOf(event);
          return {
            text: `${plainLine(hedgedDate(event))}: ${plainLine(event.title)} (${sources.map(sourceLine).map(plainLine).join('; ')})`,
            links: [
              `https://timeline.example/events/${event.id}`,
              ...sources.flatMap(({ url }) => (url === null ? [] : [url])),
            ],
          };
        }),
      );
    }),
  );
});
