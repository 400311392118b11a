import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import { chooseAnchor } from '../../../src/ingestion/reading/anchor.ts';
import { ARTICLE_FORMATS } from '../../../src/ingestion/reading/article-format.ts';
import { readArticles } from '../../../src/ingestion/reading/read-article.ts';
import { NO_METADATA } from '../../support/no-metadata.ts';
import { usualOrLong } from '../../support/usual-or-long.ts';
import { bytesOf, readOne } from './read-one.ts';

const LIMITS = { maxBytes: 100_000 };
const fallback = requireCalendarDate('2021-12-21');

const piece = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<div>',
    '<b',
    '">',
    '<!--',
    '<time datetime="2021-12-21">',
    '&amp;',
    '&#x0;',
    '<body>',
    '<script>',
  ],
  ...['---\n', 'title: ', 'publishedOn: 2021-02-30', '&a [*a]', '!!x ', '\r\n', '\n', '\uFEFF', '\0', '\t'],
  ...['{"text":', '"a"', '}', '[', ']', ',', '{"articles":[', '"\\ud800"', '__proto__', 'null', '1e999'],
  ...[
    'MOSCOW, Dec 21 (Agency) — ',
    'Published: 31 June 2021',
    'By A | ',
    'on Tuesday',
    'Привет',
    '\u{1F600}',
    ' ',
  ],
);

const content = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map(bytesOf),
  fc.array(piece, { maxLength: 40 }).map((pieces) => bytesOf(pieces.join(''))),
);

test('whatever the bytes, reading them yields outcomes with one-line reasons and never throws', () => {
  fc.assert(
    fc.property(
      content,
      fc.option(content),
      fc.constantFrom(...ARTICLE_FORMATS),
      (bytes, sidecar, format) => {
        const outcomes = readArticles({ name: 'a', bytes, sidecar, format }, LIMITS);
        expect(outcomes.length).toBeGreaterThan(0);
        for (const outcome of outcomes)
          if (outcome.kind === 'rejected') expect(outcome.reason).toMatch(/^[^\n]*[^\n.]$/);
          else expect(outcome.source.text).toMatch(/^[^\0]*[^\s\0][^\0]*$/);
      },
    ),
    { numRuns: usualOrLong(200, 600) },
  );
});

test('a text file of English comes back as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (text) => {
      const written = `The talks ended on Friday, the mayor said. ${text}`;
      expect(readOne('a.txt', written).text).toBe(written);
    }),
  );
});

test('whatever the text, an anchor is chosen and a dateline lies inside the text without white space around it', () => {
  const line = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const text = lines.join('\n');
      const { anchor, dateline } = chooseAnchor({ ...NO_METADATA, text }, { fallback });
      expect(anchor.basis).toBe(dateline === null ? 'DEFAULT' : 'DATELINE');
      const printed = dateline === null ? 'x' : text.slice(dateline.start, dateline.end);
      expect(printed).toBe(printed.trim());
      expect(printed).not.toBe('');
    }),
    { numRuns: usualOrLong(200, 500) },
  );
});
