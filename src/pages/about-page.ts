import type { TimelineDescription } from '../timeline/timeline.ts';
import { GLOSSARY, GLOSSARY_TITLES, type GlossaryName } from './glossary.ts';
import { html, isolated, own } from './html.ts';
import { counted } from './numbers.ts';
import type { Page, Site } from './page.ts';
import { dayWords } from './parts/date-mark.ts';

/** `/about`: how the timeline is made, and what its words mean. */
export function aboutPage(
  site: Site,
  { eventCount, articleCount, defaultAnchor }: TimelineDescription,
): Page {
  const lists = Object.keys(GLOSSARY).filter((name): name is GlossaryName => name in GLOSSARY);
  return {
    title: 'About',
    description: `How ${site.record.name} is made, and what its words mean.`,
    canonical: own('/about'),
    section: '/about',
    main: html`<h1>About this timeline</h1>
${site.record.description === null ? null : html`<p class="lead">${isolated(site.record.description)}</p>`}
<div class="prose">
<p>${isolated(site.record.name)} holds ${counted(eventCount, 'event')} read from ${counted(articleCount, 'article')} by a program.
It finds the words of time in each article, works out which days they mean, and joins what several articles say of one event.</p>
<p>“On Tuesday” means nothing without a day from which to count. That day is the one on which the article was published or written.
Where an article does not say it, the program counts from <time datetime="${defaultAnchor}">${dayWords(defaultAnchor)}</time> and says so.</p>
<p>A date here never says more than the text does: “last month” is a month and no day. Each event shows the sentence it was read from,
the words that date it, and the reason. Where articles contradict each other, both sides stand side by side.</p>
<p>A program can misread. Read the quote before you cite, and cite the revision: its address says the same for good.</p>
</div>
<p class="meta">The words in grey capitals are those that programs use for the same.</p>
${lists.map(
  (
    list,
  ) => html`<section class="glossary" aria-labelledby="${list}"><h2 id="${list}">${GLOSSARY_TITLES[list]}</h2>
<dl>${Object.entries(GLOSSARY[list]).map(
    ([word, { label, meaning }]) =>
      html`<div id="${list}-${word.toLowerCase()}"><dt>${label}${word === label ? null : html` <code>${word}</code>`}</dt><dd>${meaning}</dd></div>
`,
  )}</dl></section>
`,
)}`,
  };
}
