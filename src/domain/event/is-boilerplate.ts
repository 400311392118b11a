import type { Mention } from './mention.ts';

/** The articles of one publisher in which a sentence makes boilerplate. */
const FEWEST_ARTICLES = 3;

/**
 * Whether an event rests on boilerplate alone: a publisher prints the sentence of each dated mention in three or more articles
 * ("The festival was founded on 3 May 1998."). Copies of one article count once: their sentence has the same place and the same
 * words around it.
 */
export function isBoilerplate(mentions: readonly Mention[]): boolean {
  const dated = mentions.filter(({ date }) => date !== null);
  const [first] = dated;
  if (first === undefined || dated.filter((each) => isAlike(first, each)).length < FEWEST_ARTICLES)
    return false;
  const bySentence = Map.groupBy(dated, ({ article, quote }) =>
    JSON.stringify([article.publisher, quote.exact]),
  );
  return [...bySentence.values()].every((alike) => {
    const articles = new Map(alike.map(({ article, quote }) => [article.id, placeOf(quote)]));
    return alike[0]?.article.publisher != null && new Set(articles.values()).size >= FEWEST_ARTICLES;
  });
}

const isAlike = (one: Mention, other: Mention): boolean =>
  one.quote.exact === other.quote.exact && one.article.publisher === other.article.publisher;

const placeOf = ({ start, prefix, suffix }: Mention['quote']): string =>
  JSON.stringify([start, prefix, suffix]);
