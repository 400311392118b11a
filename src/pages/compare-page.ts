import type { Mention } from '../domain/event/mention.ts';
import { sourceLine } from '../formats/event/sources.ts';
import type { ArticleRecord } from '../store/port/event-store.ts';
import type { ComparedEvent, Comparison } from '../timeline/read/timeline-reading.ts';
import { type Html, html, isolated, own } from './html.ts';
import { counted } from './numbers.ts';
import type { Page } from './page.ts';
import { shortAccount } from './parts/accounts.ts';
import { dateMark, dateWords } from './parts/date-mark.ts';
import { articlePath, eventPath } from './paths.ts';

/** `/compare` without two articles: a form that asks for them. */
export const compareForm = (articles: readonly ArticleRecord[], chosen: readonly string[]): Page => ({
  title: 'Compare two articles',
  description: 'Two articles side by side: what both report, what only one reports, and where they differ.',
  canonical: own('/compare'),
  section: '/compare',
  main: html`<h1>Compare two articles</h1>
<p class="lead">What both report, what only one reports, and where they contradict each other.</p>
${
  articles.length < 2
    ? html`<p>The timeline has fewer than two articles.</p>`
    : html`<form class="stack" action="${own('/compare')}" method="get">
${['first', 'second'].map((name, place) => {
  const preferred =
    chosen[place] ?? articles.filter(({ id }) => !chosen.includes(id))[place - chosen.length]?.id;
  return html`<p><label for="${name}">The ${name} article</label><select id="${name}" name="articles">${articles.map(
    (article) =>
      html`<option value="${article.id}"${article.id === preferred ? html` selected` : null}>${sourceLine(article).slice(0, 120)}</option>
`,
  )}</select></p>
`;
})}<p><button type="submit">Compare</button></p></form>`
}`,
});

/** `/compare?articles=`: two articles side by side. */
export function comparePage({
  first,
  second,
  shared,
  conflicting,
  onlyInFirst,
  onlyInSecond,
}: Comparison): Page {
  const names = [first, second].map(sourceLine);
  const query = `?articles=${first.id}%2C${second.id}`;
  const link = ({ id, ...article }: ArticleRecord): Html =>
    html`<a href="${articlePath(id)}">${isolated(sourceLine({ id, ...article }))}</a>`;
  return {
    title: 'Two articles compared',
    description: names.join(' / ').slice(0, 300),
    canonical: own(`/compare${query}`),
    section: '/compare',
    isListed: false,
    alternates: [{ href: own(`/v1/compare${query}`), type: 'application/json', title: 'JSON' }],
    main: html`<h1>Two articles compared</h1>
<ul class="sides"><li><p class="meta">First</p><p>${link(first)}</p></li><li><p class="meta">Second</p><p>${link(second)}</p></li></ul>
${group('They contradict each other', conflicting)}
${group('Both report it', shared)}
${group('Only the first reports it', onlyInFirst)}
${group('Only the second reports it', onlyInSecond)}
<p class="after"><a href="${own('/compare')}">Compare two others</a></p>`,
  };
}

const group = (title: string, events: readonly ComparedEvent[]): Html | null =>
  events.length === 0
    ? null
    : html`<section><h2>${title} <span class="count">${counted(events.length, 'event')}</span></h2>
${events.map(
  ({
    event,
    first,
    second,
    conflicts,
  }) => html`<article class="event-pair"><p class="date">${dateMark(event.date)} ${dateWords(event)}</p><h3><a href="${eventPath(event.id)}">${isolated(event.title)}</a></h3>
${conflicts.map(({ sides }) => html`<p class="conflict">${sides.map(({ says }, index) => html`${index === 0 ? null : ' or '}${isolated(says)}`)}</p>`)}
${first.length === 0 || second.length === 0 ? [...first, ...second].map(shortAccount) : html`<div class="sidebyside">${sideOf('The first', first)}${sideOf('The second', second)}</div>`}</article>
`,
)}</section>`;

const sideOf = (name: string, mentions: readonly Mention[]): Html =>
  html`<div><p class="meta">${name}</p>${mentions.map(shortAccount)}</div>`;
