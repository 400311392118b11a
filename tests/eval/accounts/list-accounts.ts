import type { TimelineEvent } from '../../../src/domain/event/event.ts';
import type { ArticleId } from '../../../src/domain/event/ids.ts';
import type { Mention } from '../../../src/domain/event/mention.ts';
import { splitSentences } from '../../../src/parsing/split-sentences.ts';
import type { BulkInput, Refusal } from '../../../src/timeline/ingest/ingest-report.ts';
import { allEvents } from '../../support/all-events.ts';
import { openTestTimeline } from '../../support/open-test-timeline.ts';

/** An account with what a reader needs beside it. */
export interface Account {
  readonly mention: Mention;
  /** The sentence before its own; null for the first sentence of an article. */
  readonly before: string | null;
  readonly event: TimelineEvent;
  /** The other accounts of its event. */
  readonly partners: readonly Mention[];
}

export interface Accounts {
  /** In the order of the articles and of their text. */
  readonly accounts: readonly Account[];
  readonly articleCount: number;
  readonly refused: readonly Refusal[];
}

/** Ingests articles into one timeline in memory, and lists all their accounts. */
export async function listAccounts(inputs: AsyncIterable<BulkInput>): Promise<Accounts> {
  const { timeline, store, close } = await openTestTimeline();
  const refused: Refusal[] = [];
  const articles: ArticleId[] = [];
  for await (const outcome of timeline.ingestArticles(inputs, {}))
    if (outcome.kind === 'rejected') refused.push(outcome);
    else articles.push(outcome.report.articleId);
  const accountsOf = Map.groupBy(accountsIn(await allEvents(timeline)), ({ mention }) => mention.article.id);
  const accounts: Account[] = [];
  for (const id of new Set(articles)) {
    const text = (await store.getArticle(id))?.text ?? '';
    accounts.push(...inOrder(accountsOf.get(id) ?? [], text));
  }
  await close();
  return { accounts, articleCount: new Set(articles).size, refused };
}

type UnplacedAccount = Omit<Account, 'before'>;

const accountsIn = (events: readonly TimelineEvent[]): readonly UnplacedAccount[] =>
  events.flatMap((event) =>
    event.mentions.map((mention) => ({
      mention,
      event,
      partners: event.mentions.filter(({ id }) => id !== mention.id),
    })),
  );

function inOrder(accounts: readonly UnplacedAccount[], text: string): readonly Account[] {
  const sentences = splitSentences(text);
  return accounts
    .toSorted(({ mention: one }, { mention: other }) => one.clause.start - other.clause.start)
    .map((account) => {
      const sentence = sentences.findLast(({ end }) => end <= account.mention.quote.start);
      return { ...account, before: sentence ? text.slice(sentence.start, sentence.end) : null };
    });
}
