import { readdir, readFile } from 'node:fs/promises';
import type { Passage } from '../support/locate.ts';
import type { ExpectedExpression } from '../support/readings.ts';

/** A made-up news item: other topics, other years and other weekdays than the seeds, so that nothing is tuned to those. */
export interface NewsItem {
  readonly name: string;
  readonly anchor: string;
  readonly text: string;
  readonly expressions: readonly ExpectedExpression[];
  /** Words that must not be dated. */
  readonly undated: readonly Passage[];
  /** Expressions on which an event rests. */
  readonly events: readonly (Passage & { readonly modality: string })[];
  /** Expressions on which none may rest. */
  readonly noEvents: readonly Passage[];
}

const NEWS = new URL('./news/', import.meta.url);

export async function readNews(): Promise<readonly NewsItem[]> {
  const names = (await readdir(NEWS)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, ...JSON.parse(await readFile(new URL(name, NEWS), 'utf8')) })),
  );
}
