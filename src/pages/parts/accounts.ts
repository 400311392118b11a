import type { ConflictField } from '../../domain/event/conflict.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { MentionExplanation } from '../../domain/event/explanation.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { sourceLine } from '../../formats/event/sources.ts';
import { sentenceOf } from '../../formats/text/plain-text.ts';
import { term } from '../glossary.ts';
import { type Html, html, isolated } from '../html.ts';
import { dateValueWords, dayWords } from './date-mark.ts';
import { markedWords, sourceLink } from './event-entry.ts';

/** One account: the quote in its context with the words of time marked, its article, and why it means that date. */
export function accountSection(
  { mention, time, anchorBecause, joining }: MentionExplanation,
  event: TimelineEvent,
): Html {
  const place = event.mentions.findIndex(({ id }) => id === mention.id);
  const isFirst = place === 0;
  const isSameArticle = event.mentions[place - 1]?.article.id === mention.article.id;
  const why = reasons(mention, time, anchorBecause);
  const { quote, article, modality } = mention;
  return html`<section class="account" id="${mention.id}">
${isSameArticle ? html`<h3 class="same">The same article</h3>` : html`<h3>${sourceLink(mention)}</h3>`}
<p class="meta">${article.publishedOn === null ? 'No day of publication given' : html`Published <time datetime="${article.publishedOn}">${dayWords(article.publishedOn)}</time>`} · ${term('modality', modality)}${article.url !== null && /^https?:/.test(article.url) ? html` · <a href="${article.url}" rel="noopener">the article itself</a>` : null}</p>
<blockquote><p>${contextBefore(quote)}${markedWords(mention)}${contextAfter(quote)}</p></blockquote>
${isFirst ? why : html`<details><summary>Why this date</summary>${why}</details>`}
${event.mentions.length > 1 ? html`<details><summary>Why this account belongs here</summary><p class="meta">It ${joining.basis === 'FIRST' ? 'is ' : ''}${joining.because}.</p></details>` : null}
</section>
`;
}

const context = (words: string): Html | null =>
  words === '' ? null : html`<span class="context"><bdi>${words}</bdi></span>`;

/** The words before a quote. They are cut at some length, and then begin within a word. */
const contextBefore = ({ prefix, start }: Mention['quote']): Html | null =>
  context(start === prefix.length ? prefix : prefix.replace(/^\S*\s*/, '… '));

/** A suffix shorter than this ends with its text. */
const WHOLE_SUFFIX = 31;

const contextAfter = ({ suffix }: Mention['quote']): Html | null =>
  context(suffix.length < WHOLE_SUFFIX ? suffix : suffix.replace(/\s*\S*$/, ' …'));

/** The way from the words to the date, step by step. */
function reasons(
  { timex, date, anchor }: Mention,
  { resolution, countedFrom, note }: MentionExplanation['time'],
  anchorBecause: string,
): Html {
  if (timex === null || date === null)
    return html`<ol class="reasons"><li>${date?.role === 'PUBLISHED' ? html`The article names no day for it. The date is that of the report, ${dayWords(anchor.date)}.` : 'The sentence has no words of time of its own. A sentence beside it has the date.'}</li></ol>`;
  const alternatives = resolution?.alternatives ?? [];
  return html`<ol class="reasons">
<li>The words are “<mark>${isolated(timex.text)}</mark>”.</li>
${
  countedFrom === null && resolution !== null
    ? html`<li>They need no other day to count from.</li>`
    : countedFrom === 'anchor' || countedFrom === null
      ? html`<li>They count from <time datetime="${anchor.date}">${dayWords(anchor.date)}</time>, the ${term('word', 'anchor')}: ${anchorBecause}.</li>`
      : html`<li>They count from “${isolated(countedFrom)}” before them.</li>`
}
${resolution === null ? html`<li>${sentenceOf(note ?? 'the article cannot be read again')}</li>` : html`<li>The rule: ${resolution.because}.</li>`}
${alternatives.map(({ value, because }) => html`<li>It is not ${dateValueWords(value)}: ${because}.</li>\n`)}
<li>So it is <strong>${isolated(date.display)}</strong> (${term('role', date.role)}).</li>
</ol>`;
}

const QUESTIONS: Readonly<Record<ConflictField, string>> = {
  DATE: 'When?',
  NUMBER: 'How many?',
  ACTOR: 'Who?',
};

/** Where accounts contradict each other, the sides stand side by side with those who take them. */
export const conflictSection = ({
  conflicts,
  mentions,
}: TimelineEvent): Html => html`<section aria-labelledby="conflicts"><h2 id="conflicts">Accounts differ</h2>
<p class="meta">Accounts that cannot all be right. Nothing here decides between them.</p>
${conflicts.map(
  ({ field, sides }) => html`<h3>${QUESTIONS[field]}</h3>
<ul class="sides">${sides.map(
    ({ says, mentions: ids }) => html`<li><p><strong>${isolated(says)}</strong></p>
${mentions
  .filter(({ id }) => ids.includes(id))
  .map(
    ({ id, article }) => html`<p class="meta"><a href="#${id}">${isolated(sourceLine(article))}</a></p>`,
  )}</li>
`,
  )}</ul>
`,
)}</section>`;

/** An account where its article is named already. */
export const shortAccount = (mention: Mention): Html =>
  html`<blockquote><p>${markedWords(mention)}</p></blockquote>
`;
