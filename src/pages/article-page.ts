import type { TimelineEvent } from '../domain/event/event.ts';
import type { ArticleId } from '../domain/event/ids.ts';
import type { Mention } from '../domain/event/mention.ts';
import { sourceLine } from '../formats/event/sources.ts';
import { plainLine } from '../formats/text/plain-text.ts';
import type { StoredArticle } from '../store/port/event-store.ts';
import { type Html, html, isolated } from './html.ts';
import { counted } from './numbers.ts';
import type { Page } from './page.ts';
import { dateMark, dateWords, dayWords } from './parts/date-mark.ts';
import { filePath } from './parts/downloads.ts';
import { markedWords } from './parts/event-entry.ts';
import { articleDataPath, articlePath, eventPath } from './paths.ts';
import { selectionPath } from './selection.ts';

/** An account of an article, and the event of it. */
interface Account {
  readonly event: TimelineEvent;
  readonly mention: Mention;
}

/** `/articles/{id}`: what an article says, in the order of its text. `text` is null where the text may not be shown. */
export function articlePage(
  article: StoredArticle,
  events: readonly TimelineEvent[],
  text: string | null,
): Page {
  const { id, publishedOn, url, anchor, eventCount, current, warnings } = article;
  const name = sourceLine(article);
  const accounts = accountsOf(events, id);
  return {
    title: plainLine(name).slice(0, 200),
    description: `${counted(eventCount, 'event')} read from ${plainLine(name)}.`.slice(0, 300),
    canonical: articlePath(id),
    alternates: [
      { href: articleDataPath(id), type: 'application/json', title: 'JSON' },
      { href: filePath('csv', { article: [id] }), type: 'text/csv', title: 'Table (CSV)' },
    ],
    main: html`<article>
<header class="headline"><p class="meta">Article</p>
<h1>${isolated(article.title ?? article.file ?? id)}</h1>
<p class="meta">${article.publisher === null ? null : html`${isolated(article.publisher)} · `}${
      publishedOn === null
        ? html`no day of publication given; read as of <time datetime="${anchor.date}">${dayWords(anchor.date)}</time>`
        : html`<time datetime="${publishedOn}">${dayWords(publishedOn)}</time>`
    }${url !== null && /^https?:/.test(url) ? html` · <a href="${url}" rel="noopener">the article itself</a>` : null}</p>
${current ? null : html`<p class="banner" role="note">This article is no longer counted: a newer text has replaced it, or it was retracted.</p>`}
</header>
${warnings.length === 0 ? null : html`<details><summary>${counted(warnings.length, 'remark')} on the reading</summary><ul>${warnings.map(({ message }) => html`<li>${isolated(message)}</li>`)}</ul></details>`}
<section aria-labelledby="told"><h2 id="told">What it says, in its order</h2>
${accounts.length === 0 ? html`<p>No dated event was found in it.</p>` : html`<ol class="events">${accounts.map(accountEntry)}</ol>`}
${eventCount > events.length ? html`<p><a href="${selectionPath('/', { article: [id] })}">All ${eventCount} events of this article</a></p>` : null}
</section>
${text === null ? null : html`<section aria-labelledby="text"><h2 id="text">The text</h2><div class="text" dir="auto">${markedText(text, accounts)}</div></section>`}
<p class="after"><a href="${selectionPath('/compare', {}, { articles: id })}">Compare it with another article</a></p>
</article>`,
  };
}

const accountsOf = (events: readonly TimelineEvent[], id: ArticleId): readonly Account[] =>
  events
    .flatMap((event) =>
      event.mentions.filter(({ article }) => article.id === id).map((mention) => ({ event, mention })),
    )
    .toSorted(
      (a, b) =>
        a.mention.quote.start - b.mention.quote.start || a.mention.clause.start - b.mention.clause.start,
    );

const accountEntry = ({ event, mention }: Account, index: number): Html => html`<li><div class="event">
<p class="date">${dateWords(event)} ${dateMark(event.date)}</p>
<div><h3><span class="number">${index + 1}</span> <a href="${eventPath(event.id)}#${mention.id}">${isolated(event.title)}</a></h3>
<blockquote><p>${markedWords(mention)}</p></blockquote></div>
</div></li>
`;

/** The text with its words of time marked, and behind each quote the number of its event. */
function markedText(text: string, accounts: readonly Account[]): Html {
  const marks = accounts.flatMap(({ mention: { timex } }) => (timex === null ? [] : [timex]));
  const ends = accounts.map(({ mention, event }, index) => ({
    at: mention.quote.end,
    link: html`<sup>[<a href="${eventPath(event.id)}">${index + 1}</a>]</sup>`,
  }));
  const cuts = [
    ...new Set([
      0,
      ...marks.flatMap(({ start, end }) => [start, end]),
      ...ends.map(({ at }) => at),
      text.length,
    ]),
  ];
  const places = cuts.filter((place) => place <= text.length).sort((a, b) => a - b);
  return html`${places.map((from, index) => {
    const piece = text.slice(from, places[index + 1] ?? from);
    const isMarked = marks.some(({ start, end }) => start <= from && from < end);
    const links = ends.filter(({ at }) => at === from).map(({ link }) => link);
    return [links, isMarked && piece !== '' ? html`<mark>${piece}</mark>` : html`${piece}`];
  })}`;
}
