import { type Postable, type PostEntry, postEntry } from './post-entry.ts';
import { rankPosts } from './rank-posts.ts';

/** The entries of all that may be posted on a day, in its order, each with its rank among them. */
export function postEntries(
  postables: readonly Postable[],
  setting: { readonly origin: string; readonly year: number },
): readonly PostEntry[] {
  const ranks = rankPosts(postables);
  return postables.map((each, index) => postEntry(each, ranks[index] ?? 0, setting));
}
