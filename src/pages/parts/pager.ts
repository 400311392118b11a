import type { Connection } from '../../timeline/timeline.ts';
import { type Html, html } from '../html.ts';
import { type Selection, selectionPath } from '../selection.ts';

/** Links to the first, the previous and the next page of a list, as far as there are such pages. */
export function pager(path: string, selection: Selection, page: Connection<unknown>['pageInfo']): Html {
  const { hasNextPage, hasPreviousPage } = page;
  if (!hasNextPage && !hasPreviousPage) return html``;
  const link = (cursor: Readonly<Record<string, string | null>>, rel: string, words: string): Html =>
    html`<li><a rel="${rel}" href="${selectionPath(path, selection, cursor)}">${words}</a></li>`;
  return html`<nav class="pager" aria-label="Pages"><ul>
${hasPreviousPage ? [link({}, 'start', 'First page'), link({ before: page.startCursor }, 'prev', 'Previous page')] : null}
${hasNextPage ? link({ after: page.endCursor }, 'next', 'Next page') : null}
</ul></nav>`;
}
