import type { CalendarDate } from '../domain/time/calendar-date.ts';
import type { Resolution, Unresolved } from '../domain/time/resolution.ts';
import { term } from './glossary.ts';
import { type Html, html, isolated, own } from './html.ts';
import { counted } from './numbers.ts';
import type { Page } from './page.ts';
import { dateValueWords, dayWords } from './parts/date-mark.ts';

/** In UTF-16 code units: so much fits into an address. */
export const LONGEST_TRIED_TEXT = 2_000;

/** A text that was tried, and the words of time in it. */
export interface TriedText {
  readonly text: string;
  readonly anchor: CalendarDate;
  readonly found: readonly (Resolution | Unresolved)[];
}

/** `/try`: paste a text and a day, and see which words date it, what they mean and why. Nothing is stored. */
export const tryPage = (tried: TriedText | null, defaultAnchor: CalendarDate): Page => ({
  title: 'Try a text',
  description: 'Which words of a text say when, what they mean, and why.',
  canonical: own('/try'),
  section: '/try',
  isListed: tried === null,
  main: html`<h1>Try a text</h1>
<p class="lead">Paste a few sentences of news, and the day on which they were written. Nothing is stored.</p>
<form class="stack" action="${own('/try')}" method="get">
<p><label for="text">The text, up to ${LONGEST_TRIED_TEXT} characters</label>
<textarea id="text" name="text" rows="6" maxlength="${LONGEST_TRIED_TEXT}" required>${tried?.text ?? EXAMPLE}</textarea></p>
<p><label for="anchor">Written on</label><input type="date" id="anchor" name="anchor" value="${tried?.anchor ?? defaultAnchor}"></p>
<p><button type="submit">Read it</button></p>
</form>
${tried === null ? null : outcome(tried)}`,
});

const EXAMPLE =
  'The council met on Tuesday and put off its vote until early next month. The bridge has been closed since 2019.';

const outcome = ({
  text,
  anchor,
  found,
}: TriedText): Html => html`<section aria-labelledby="found"><h2 id="found">${found.length === 0 ? 'No words of time' : `${counted(found.length, 'expression')} of time`}</h2>
<p class="meta">Counted from <time datetime="${anchor}">${dayWords(anchor)}</time>, the ${term('word', 'anchor')}.</p>
<p class="tried" dir="auto">${markedText(text, found)}</p>
<ol class="meanings">${found.map(
  (each) => html`<li>${explained(each)}</li>
`,
)}</ol></section>`;

const spanOf = (each: Resolution | Unresolved) => (each.kind === 'resolved' ? each.timex : each);

function markedText(text: string, found: readonly (Resolution | Unresolved)[]): Html {
  let at = 0;
  const pieces = found.map((each) => {
    const { start, end } = spanOf(each);
    const piece = html`${text.slice(at, start)}<mark>${text.slice(Math.max(at, start), end)}</mark>`;
    at = Math.max(at, end);
    return piece;
  });
  return html`${pieces}${text.slice(at)}`;
}

function explained(each: Resolution | Unresolved): Html {
  const words = html`<h3>“${isolated(spanOf(each).text)}”</h3>`;
  if (each.kind === 'unresolved') return html`${words}<p>No day fits: ${each.reason}.</p>`;
  const { date, because, alternatives } = each;
  return html`${words}
<p>${date === null ? html`It dates nothing by itself.` : html`<strong>${isolated(date.display)}</strong>, ${term('role', date.role)}`}</p>
<p class="meta">Why: ${because}.${alternatives.map((other) => html` Not ${dateValueWords(other.value)}: ${other.because}.`)}</p>`;
}
