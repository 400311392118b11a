import type { ArticleSource } from '../../../src/domain/event/article.ts';
import {
  type ArticleInput,
  type ReadLimits,
  type ReadOutcome,
  readArticles,
} from '../../../src/ingestion/reading/read-article.ts';

const MAX_BYTES = 2_000_000;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

type Rest = Partial<Pick<ArticleInput, 'sidecar' | 'format' | 'charset'> & ReadLimits>;

/** The result of `readArticles` for a file of that name. */
export function readFile(
  name: string | null,
  content: string | Uint8Array,
  { maxBytes = MAX_BYTES, today, sidecar = null, ...rest }: Rest = {},
): readonly ReadOutcome[] {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  return readArticles({ name, bytes, sidecar, ...rest }, { maxBytes, ...(today && { today }) });
}

/** The one article of a file; an error with the reason where it was rejected. */
export function readOne(...input: Parameters<typeof readFile>): ArticleSource {
  const [outcome, ...others] = readFile(...input);
  if (outcome?.kind !== 'article' || others.length > 0)
    throw new Error(`not one article: ${JSON.stringify([outcome, ...others])}`);
  return outcome.source;
}

/** `name: reason` of each rejection, as the command line prints it. */
export function rejectionsOf(...input: Parameters<typeof readFile>): readonly string[] {
  return readFile(...input).flatMap((outcome) =>
    outcome.kind === 'rejected' ? [`${outcome.name}: ${outcome.reason}`] : [],
  );
}
