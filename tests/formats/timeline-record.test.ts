import { describe, expect, test } from 'vitest';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { TimelineRecord } from '../../src/domain/timeline-record.ts';
import type { CitationFormat } from '../../src/formats/citation/citation-item.ts';
import { citeEvent } from '../../src/formats/citation/cite-event.ts';
import type { FormatName } from '../../src/formats/export/event-format-names.ts';
import { buildEvent } from '../store/build-event.ts';
import { stored, writeEvents } from './write-events.ts';

const RECORD: TimelineRecord = {
  name: 'The <Harbour> Files',
  description: 'How a bridge came to be built; and why.',
  publisher: 'Morning & Sample',
  language: 'en-GB',
  license: 'https://creativecommons.org/licenses/by/4.0/',
};

describe('the record of the timeline stands in the head of', () => {
  test.each<[FormatName, readonly string[]]>([
    [
      'atom',
      [
        'xml:lang="en-GB"',
        '<title>The &lt;Harbour&gt; Files</title>',
        '<subtitle>How a bridge came to be built; and why.</subtitle>',
        '<author><name>Morning &amp; Sample</name></author>',
        '<rights>https://creativecommons.org/licenses/by/4.0/</rights>',
      ],
    ],
    [
      'jsonfeed',
      [
        '"title":"The <Harbour> Files"',
        '"description":"How a bridge came to be built; and why."',
        '"language":"en-GB"',
        '"authors":[{"name":"Morning & Sample"}]',
      ],
    ],
    [
      'ics',
      ['NAME:The <Harbour> Files\r\n', String.raw`DESCRIPTION:How a bridge came to be built\; and why.`],
    ],
    [
      'timelinejs.json',
      ['"headline":"The &lt;Harbour&gt; Files","text":"How a bridge came to be built; and why."'],
    ],
    ['md', [String.raw`# The \<Harbour\> Files`, 'How a bridge came to be built; and why.\n\n']],
  ])('%s', async (format, expected) => {
    const { text } = await writeEvents(format, [], { record: RECORD });
    for (const piece of expected) expect(text).toContain(piece);
  });
});

describe('a citation names timeline and publisher', () => {
  const cite = (format: CitationFormat): string =>
    citeEvent(stored(buildEvent('talks', {})), format, {
      record: RECORD,
      origin: 'https://site.example/timeline',
      accessedOn: requireCalendarDate('2026-11-25'),
    });

  test('in a line for people', () => {
    expect(cite('txt')).toContain(
      '. The <Harbour> Files, Morning & Sample, revision 3. https://site.example/',
    );
  });

  test('in BibTeX', () => {
    expect(cite('bib')).toContain(
      String.raw`publisher = {The \textless{}Harbour> Files, Morning \& Sample},`,
    );
  });

  test('in CSL-JSON', () => {
    expect(JSON.parse(cite('csl.json'))[0]).toMatchObject({
      'container-title': 'The ‹Harbour> Files',
      publisher: 'Morning & Sample',
      language: 'en-GB',
    });
  });
});
