import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import type { EventDate } from '../../../domain/time/event-date.ts';
import { nodesOf } from '../paging.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { type Html, html, sendPage } from './html-page.ts';

const FIRST_LOOK = 50;

/** `/`: links to all ways to query, and the first events of the timeline with their accounts. */
export function addHomePage(app: RestApp, { timeline, name, defaultAnchor }: RestParts): void {
  app.get('/', async (_request, reply) => {
    const { articleCount, eventCount } = await timeline.describe();
    const events = nodesOf(await timeline.listEvents({ first: FIRST_LOOK }));
    const main = html`${introduction(name, defaultAnchor)}
<h2 id="events">Timeline</h2>
<p class="soft">${counted(eventCount, 'event')} from ${counted(articleCount, 'article')}${
      eventCount > events.length ? `; these are the first ${events.length}` : ''
    }.</p>
<ol class="events">
${events.map(eventHtml)}
</ol>`;
    return sendPage(reply, name, main);
  });
}

const introduction = (name: string, anchor: CalendarDate): Html => html`<h1>${name}</h1>
<p>News articles read into events. Every date leads back to the sentence that gave it and to the day from which it
was counted; where an article does not say when it was written, that day is <time datetime="${anchor}">${anchor}</time>.</p>
<nav aria-label="Ways to query">
<ul>
<li><a href="/graphiql">GraphiQL</a>, to write queries for <code>/graphql</code></li>
<li><a href="/docs">REST, to try it</a>, and its description, <a href="/openapi.json">openapi.json</a></li>
<li><a href="/v1/timeline.json">timeline.json</a>, the whole timeline as one document</li>
<li><a href="/v1/events">/v1/events</a>, <a href="/v1/articles">/v1/articles</a>, <a href="/v1/actors">/v1/actors</a></li>
<li><a href="/problems">What the errors mean</a></li>
</ul>
</nav>`;

const eventHtml = (event: TimelineEvent): Html => html`<li>
${dateHtml(event.date)}
<h3><a href="/v1/events/${event.id}">${event.title}</a></h3>
<p class="soft">${[event.type, event.modality, ...event.actors.map((actor) => actor.name)].join(' · ')}</p>
<details>
<summary>${counted(event.mentions.length, 'account')}</summary>
${event.mentions.map(mentionHtml)}
</details>
</li>`;

/** HTML's `time` can say a single day but no span, whose EDTF is written beside it. */
const dateHtml = ({ precision, edtf, display }: EventDate): Html =>
  precision === 'DAY'
    ? html`<time datetime="${edtf}">${display}</time>`
    : html`<span class="date">${display}</span> <code>${edtf}</code>`;

const mentionHtml = ({ quote, timex, anchor, article }: Mention): Html => html`<blockquote>
<p>${quote.exact}</p>
<footer>${sourceHtml(article)}${timex === null ? '' : `; “${timex.text}” counted from ${anchor.date}`}</footer>
</blockquote>`;

const sourceHtml = ({ id, title, publisher, file }: Mention['article']): Html =>
  html`<a href="/v1/articles/${id}">${title ?? file ?? id}</a>${publisher === null ? '' : `, ${publisher}`}`;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
