import { GraphQLError } from 'graphql';
import type { ArticleJob, ArticleQueue } from '../../../timeline/ingest/article-queue.ts';
import type { GraphqlContext } from '../graphql-context.ts';

/** The job of an article, for a sender who may write. */
export const jobQuery =
  (queue: ArticleQueue) =>
  (
    _: unknown,
    { id }: { readonly id: string },
    { principal }: GraphqlContext,
  ): Promise<ArticleJob | undefined> => {
    if (principal.kind === 'writer') return queue.getJob(id);
    throw new GraphQLError(principal.message, { extensions: { code: principal.code } });
  };
