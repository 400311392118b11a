import type { TimelineEvent } from '../../domain/event/event.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { sourceLine } from '../../formats/event/sources.ts';
import { term } from '../glossary.ts';
import { type Html, html, isolated, joined, raw } from '../html.ts';
import { counted } from '../numbers.ts';
import { actorPath, articlePath, eventPath } from '../paths.ts';
import { dateMark, dateWords, hedgeMark } from './date-mark.ts';

/** The parts of an event that a list shows. Its document has them too. */
export interface ListedEvent
  extends Pick<
    TimelineEvent,
    'id' | 'title' | 'date' | 'type' | 'modality' | 'actors' | 'sourceCount' | 'conflicts'
  > {
  readonly mentions: readonly Quoted[];
}

type Quoted = Pick<Mention, 'quote' | 'timex' | 'article'>;

/** An event in a list: date in words, title, who, how many sources, and the first quote on demand. `note` stands beside the date. */
export function eventEntry(event: ListedEvent, note: string | null = null, level: 2 | 4 = 4): Html {
  const { id, title, date, sourceCount, conflicts, mentions } = event;
  const heading = `h${level}`;
  return html`<li><article class="event" id="${id}">
<p class="date">${dateWords(event)} ${dateMark(date)}${note === null ? null : html` <span class="note">${note}</span>`}</p>
<div>
${raw(`<${heading}>`)}<a href="${eventPath(id)}">${isolated(title)}</a>${raw(`</${heading}>`)}
<p class="meta">${joined(
    [
      ...namesOf(event),
      ...kindOf(event),
      counted(sourceCount, 'source'),
      ...(hedgeMark(event) === null ? [] : [hedgeMark(event)]),
      ...(conflicts.length === 0 ? [] : [html`<span class="conflict">accounts differ</span>`]),
    ],
    ' · ',
  )}</p>
${mentions[0] === undefined ? null : quoteOnDemand(mentions[0], mentions.length)}
</div>
</article></li>
`;
}

/** Who acts, as links to what else they do. */
export const namesOf = ({ actors }: Pick<TimelineEvent, 'actors'>): readonly Html[] =>
  actors.map(({ id, name }) => html`<a href="${actorPath(id)}">${isolated(name)}</a>`);

/** The kind of the event in words. `OTHER` says nothing to a reader. */
export const kindOf = ({ type }: Pick<TimelineEvent, 'type'>): readonly Html[] =>
  type === 'OTHER' ? [] : [term('type', type)];

const quoteOnDemand = (mention: Quoted, count: number): Html => html`<details>
<summary>${count === 1 ? 'The sentence' : `The first of ${count} accounts`}</summary>
<blockquote><p>${markedWords(mention)}</p></blockquote>
<p class="meta">${sourceLink(mention)}</p>
</details>`;

/** The title and publisher of a mention's article, as a link to its page. */
export const sourceLink = ({ article }: Pick<Mention, 'article'>): Html =>
  html`<a href="${articlePath(article.id)}">${isolated(sourceLine(article))}</a>`;

/** A quote with the words that give the date marked, where they lie in it. */
export function markedWords({ quote, timex }: Pick<Mention, 'quote' | 'timex'>): Html {
  const { exact, start } = quote;
  if (timex === null || timex.start < start || timex.end > quote.end) return isolated(exact);
  const [from, to] = [timex.start - start, timex.end - start];
  return html`<bdi>${exact.slice(0, from)}<mark>${exact.slice(from, to)}</mark>${exact.slice(to)}</bdi>`;
}
