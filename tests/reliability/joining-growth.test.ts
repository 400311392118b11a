import { beforeAll, describe, expect, test } from 'vitest';
import { NO_METADATA } from '../support/no-metadata.ts';
import { loadTestTools, openTestTimeline } from '../support/open-test-timeline.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { growthOf, MOST_GROWTH } from './growth-of.ts';
import { ACCOUNTS, TEXTS } from './hostile-texts.ts';

const LENGTH = usualOrLong(3000, 40_000);
/** The most milliseconds a kilobyte. News takes 6 ms, one place and many people 195 to 340 as the machine is busy. */
const MOST = 1000;

beforeAll(async () => {
  await loadTestTools();
});

/** Two papers publish the text: the mentions of the second are joined to events of the store. */
async function ingestTwice(text: string): Promise<void> {
  const { timeline, close } = await openTestTimeline();
  for (const publisher of ['One Paper', 'Other Paper'])
    await timeline.ingestArticle({ ...NO_METADATA, text, publisher });
  await close();
}

describe('ingesting a text takes time that grows with its length', () => {
  test.each(Object.entries({ news: TEXTS['news'] ?? String, ...ACCOUNTS }))('%s', async (_name, textOf) => {
    const { growth, millisecondsAKilobyte } = await growthOf(textOf, LENGTH, ingestTwice, MOST);
    expect(growth).toBeLessThan(MOST_GROWTH);
    expect(millisecondsAKilobyte).toBeLessThan(MOST);
  });
});
