import { readdir, readFile } from 'node:fs/promises';
import { test } from 'vitest';
import type { Passage } from '../support/locate.ts';
import type { ExpectedExpression } from '../support/readings.ts';

/** Where the program is known to fall short: the reason. The case must then fail, and loses its gap when it is closed. */
interface Gap {
  readonly gap?: string;
}

/** A made-up news item: other topics, other years and other weekdays than the seeds, so that nothing is tuned to those. */
export interface NewsItem {
  readonly name: string;
  readonly anchor: string;
  readonly text: string;
  readonly expressions: readonly (ExpectedExpression & Gap)[];
  /** Words that must not be dated. */
  readonly undated: readonly (Passage & Gap)[];
  /** Expressions on which an event rests. */
  readonly events: readonly (Passage & Gap & { readonly modality: string })[];
  /** Expressions on which none may rest. */
  readonly noEvents: readonly (Passage & Gap)[];
}

const NEWS = new URL('./news/', import.meta.url);

export async function readNews(): Promise<readonly NewsItem[]> {
  const names = (await readdir(NEWS)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, ...JSON.parse(await readFile(new URL(name, NEWS), 'utf8')) })),
  );
}

/** One test a case; a case with a gap is expected to fail. */
export function testEach<T extends Passage & Gap>(
  cases: readonly T[],
  name: (passage: T) => string,
  check: (passage: T) => void,
): void {
  for (const passage of cases) {
    const run = passage.gap === undefined ? test : test.fails;
    const gap = passage.gap === undefined ? '' : ` (known gap: ${passage.gap})`;
    run(name(passage) + gap, () => check(passage));
  }
}
