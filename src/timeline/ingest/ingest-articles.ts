import { TimelineError } from '../../domain/errors.ts';
import { inOrder } from './in-order.ts';
import {
  type IngestOptions,
  type IngestParts,
  type PreparedArticle,
  prepareArticle,
  savePrepared,
} from './ingest-article.ts';
import type { BulkInput, BulkOutcome, Refusal } from './ingest-report.ts';
import type { DocumentReader } from './read-article.ts';
import { type ReadArticle, saveTogether, TOGETHER } from './save-reading.ts';

type Prepared = { readonly kind: 'prepared'; readonly article: PreparedArticle } | Refusal;

/** Large articles are few at once: a reading takes several times the memory of its text. */
const HELD_AHEAD = 8_000_000;

/**
 * Ingests articles in their order, each as one change, while the next ones are read. The timeline becomes the same as one article
 * after the other would make it. An article that cannot be read or saved is refused, and the rest goes on.
 */
export async function* ingestArticles(
  given: IngestParts & { readonly readDocument: DocumentReader },
  inputs: AsyncIterable<BulkInput>,
  { ahead, ...options }: Pick<IngestOptions, 'anchor' | 'restore'> & { readonly ahead: number },
): AsyncGenerator<BulkOutcome> {
  const parts: IngestParts = { ...given, readArticle: (...args) => given.readArticle(...args).catch(refuse) };
  const prepare = async (input: BulkInput): Promise<Prepared> => {
    if (input.kind === 'document') {
      const { document, limits } = input;
      return unlessRefused<Prepared>(document.name, async () =>
        prepare(await given.readDocument(document, limits).catch(refuse)),
      );
    }
    if (input.kind === 'rejected') return input;
    return unlessRefused<Prepared>(input.source.file, async () => ({
      kind: 'prepared',
      article: await prepareArticle(parts, input.source, options),
    }));
  };
  const bounds = { count: ahead, size: HELD_AHEAD, sizeOf, together: TOGETHER };
  for await (const ready of inOrder(inputs, bounds, prepare)) yield* saveReady(parts, ready);
}

/** Articles that have been read are saved together. If that fails, each is saved alone, so that only the faulty one is refused. */
async function* saveReady(parts: IngestParts, ready: readonly Prepared[]): AsyncGenerator<BulkOutcome> {
  const articles = ready.flatMap((each) => (each.kind === 'prepared' ? readArticleOf(each.article) : []));
  if (articles.length === ready.length && articles.length > 1) {
    const reports = await saveTogether(parts.store, () => articles).catch(() => undefined);
    if (reports !== undefined) {
      for (const report of reports) yield { kind: 'ingested', report };
      return;
    }
  }
  for (const each of ready)
    yield each.kind === 'rejected'
      ? each
      : await unlessRefused<BulkOutcome>(each.article.article.file, async () => ({
          kind: 'ingested',
          report: await savePrepared(parts, each.article),
        }));
}

const readArticleOf = ({ article, restore, reading }: PreparedArticle): readonly ReadArticle[] =>
  reading === undefined ? [] : [{ article, restore, reading, by: undefined }];

const sizeOf = (input: BulkInput): number => {
  if (input.kind === 'rejected') return 0;
  return input.kind === 'document' ? input.document.bytes.length : input.source.text.length;
};

/** A fault that one text brings out must not keep the others from being read. */
function refuse(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new TimelineError('BAD_ARTICLE', `it cannot be read: ${reason}`, { cause });
}

/** A full disk or a damaged database ends a run: no later article could be saved. */
const isEnd = ({ code }: TimelineError): boolean => code === 'STORE_FULL' || code === 'STORE_CORRUPT';

async function unlessRefused<T>(file: string | null, work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TimelineError) || isEnd(error)) throw error;
    return { kind: 'rejected', name: file ?? 'standard input', code: error.code, reason: error.message };
  }
}
