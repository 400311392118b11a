import type { TimelineEntry } from '../domain/timeline-record.ts';
import { listedTimeline } from '../formats/event/listed-timeline.ts';
import { html, isolated, own } from './html.ts';
import type { Page } from './page.ts';

/** `/timelines`: all timelines of the server. */
export function timelinesPage(timelines: readonly TimelineEntry[], root: string): Page {
  return {
    title: 'Timelines',
    description: 'The timelines of this server.',
    canonical: own('/timelines'),
    main: html`<h1>Timelines</h1>
<ul class="records">${timelines.map(listedTimeline).map(
      ({ name, description, path }) => html`<li><h2><a href="${root}${path}">${isolated(name)}</a></h2>
${description === null ? null : html`<p>${isolated(description)}</p>`}</li>
`,
    )}</ul>`,
  };
}
