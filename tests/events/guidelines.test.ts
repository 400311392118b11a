import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { mentionsOf } from '../ingestion/read-text.ts';

const page = await readFile(new URL('./GUIDELINES.md', import.meta.url), 'utf8');

/** A text, followed by a line for each event: date, type, modality, title. */
const examples = Array.from(page.matchAll(/```events\n([\s\S]*?)```/gu), ([, block = '']) => {
  const lines = block.trimEnd().split('\n');
  return {
    text: lines.filter((line) => !line.startsWith('  ')).join('\n'),
    events: lines.filter((line) => line.startsWith('  ')).map((line) => line.trim().split(/ {2,}/u)),
  };
});

describe('an example of the guidelines', () => {
  test.each(examples)('$text', ({ text, events }) => {
    const found = mentionsOf(text).map(({ date, type, modality, title }) => [
      date?.edtf ?? 'undated',
      type,
      modality,
      title,
    ]);
    expect(found).toEqual(events);
  });

  test('is given for every rule that words alone do not settle', () => {
    expect(examples.length).toBeGreaterThanOrEqual(10);
  });
});
