import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

test.each(['query-page.html', 'on-this-date-bot.ts'])(
  '%s is read at a glance: it has under 60 lines',
  async (name) => {
    const text = await readFile(new URL(name, import.meta.url), 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThan(60);
  },
);
