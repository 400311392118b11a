import { describe, expect, test } from 'vitest';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import { readOne, rejectionsOf } from './read-one.ts';

const H = '<h1>Bridge over the Orla reopens</h1>';
const P = `<p>The bridge over the Orla reopened on Monday after nineteen months of repairs, and the first carts crossed it before noon.</p>
<p>The council had closed it when two of its piers began to sink, and said that the tolls would rise in spring to pay for the work.</p>
<p>Farmers of the far bank, who had gone round by the weir, cheered the masons and asked for a second lane before the next harvest.</p>`;

interface Page {
  readonly head?: string;
  readonly body?: string;
}

const pageOf = ({ head = '', body = `<article>${H}${P}</article>` }: Page, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Bridge over the Orla reopens - Orla Post</title>${head}</head><body>${body}</body></html>`;

const dayOf = (page: Page, lang?: string): string | null =>
  readOne('page.html', pageOf(page, lang), { today: requireCalendarDate('2024-06-30') }).publishedOn;

const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;
const property = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

/** Pages in the habits of programs and papers, all of 9 March 2023. */
const PAGES: Readonly<Record<string, Page>> = {
  'a blog whose graph has a page and a post': {
    head: ld({
      '@graph': [
        { '@type': 'WebSite', datePublished: '2001-01-01' },
        { '@type': 'WebPage', datePublished: '2023-03-09T07:00:00+00:00' },
        { '@type': 'Article', datePublished: '2023-03-09T07:00:00+00:00', dateModified: '2023-04-01' },
      ],
    }),
  },
  'a blog of the old theme': {
    body: `<div class="hentry">${H}<div class="entry-meta"><span class="posted-on">Posted on <a href="/?p=1"><time class="entry-date published" datetime="2023-03-09T08:00:00+01:00">March 9, 2023</time><time class="updated" datetime="2023-05-02T08:00:00+01:00">May 2, 2023</time></a></span></div>${P}</div>`,
  },
  'a blog that prints its day under the headline alone': {
    body: `<div id="content"><h2>Bridge over the Orla reopens</h2><p class="postinfo">Published on March 9th, 2023 by Una</p>${P}</div>`,
  },
  'a blog with a line of marks at its foot': {
    body: `<div class="post-outer"><h3 class="post-title">Bridge over the Orla reopens</h3><div class="post-body">${P}</div><div class="post-footer"><span class="post-timestamp">Posted at <abbr class="published" title="2023-03-09T09:10:00-08:00">9:10 AM</abbr></span></div></div>`,
  },
  'a blog with the day over the post': {
    body: `<h2 class="date-header"><span>Thursday, March 9, 2023</span></h2><div class="post"><h3>Bridge over the Orla reopens</h3>${P}</div>`,
  },
  'a publishing platform with a bare time': {
    body: `<article><header>${H}<section><h4>Una Brell</h4><time datetime="2023-03-09">09 Mar 2023</time> • 4 min read</section></header>${P}</article>`,
  },
  'a platform of essays': {
    head: property('article:published_time', '2023-03-09T14:22:31.412Z'),
  },
  'a content system that writes "Submitted by"': {
    body: `<div class="node"><h1 class="title">Bridge over the Orla reopens</h1><div class="submitted">Submitted by una on Thu, 03/09/2023 - 10:15</div>${P}</div>`,
  },
  'a content system with an issued term': { head: meta('dcterms.issued', '2023-03-09') },
  'a content system with an issued date in DC': { head: meta('DC.date.issued', '2023-03-09T11:00:00Z') },
  'a broadcaster of old': { head: meta('OriginalPublicationDate', '2023/03/09 15:33:23') },
  'a broadcaster whose time stands in the page alone': {
    body: `<main><header>${H}</header><div data-component="byline"><time data-testid="timestamp" datetime="2023-03-09T12:01:55.000Z">9 March 2023</time></div>${P}</main><section><h2>More stories</h2><time datetime="2023-03-14">14 March</time></section>`,
  },
  'a daily with digits alone': { head: meta('pdate', '20230309') + meta('utime', '20230410101500') },
  'a daily with a display date': { head: meta('DISPLAYDATE', 'March 9, 2023') },
  'a daily with a short date': { head: meta('dat', 'Mar 9, 2023') },
  'a daily with dots in its names': { head: meta('article.published', '2023-03-09T05:01:00.000Z') },
  'a daily that counts seconds': { head: property('article:published_time', '1678359600') },
  'a daily that counts milliseconds': { head: meta('publish_time', '1678359600000') },
  'a daily that names its service': { head: meta('DCSext.articleFirstPublished', '2023-03-09 16:13') },
  'a daily with a property of its own': { head: property('bt:pubDate', '2023-03-09T09:18:54+0000') },
  'a daily with a day of sharing': {
    head: meta('shareaholic:article_published_time', '2023-03-09T09:18:54+00:00'),
  },
  'a daily with a sailing newsletter': { head: meta('sailthru.date', 'Thu, 09 Mar 2023 11:25:00 +0000') },
  'a daily with a tracker': { head: meta('parsely-pub-date', '2023-03-09T11:25:00Z') },
  'a daily with a recommender': { head: meta('cXenseParse:recs:publishtime', '2023-03-09T11:25:00Z') },
  'a daily with a meta element in its body': {
    body: `<article itemscope><meta itemprop="datePublished" content="2023-03-09T11:25:00+02:00"><meta itemprop="dateModified" content="2023-03-11">${H}${P}</article>`,
  },
  'a daily that names its meta element by itemprop in the head': {
    head: '<meta itemprop="datePublished" content="2023-03-09T11:25:00Z"><meta itemprop="dateModified" content="2023-03-12T11:25:00Z">',
  },
  'a paper with the clock of Java': { head: meta('pubdate', 'Thu Mar 09 10:13:17 EST 2023') },
  'a paper with the clock of scripts': { head: meta('date', 'Thu Mar 09 2023 10:13:17 GMT-0500 (EST)') },
  'a paper with hyphens and a short month': { head: meta('publication_date', '09-Mar-2023') },
  'a paper with a by-line': {
    body: `<article>${H}<p class="byline">By Una Brell on March 9, 2023 at 10:43 am</p>${P}</article>`,
  },
  'a paper with a by-line without a name': {
    body: `<div class="story">${H}<div>By UNA BRELL | March 9, 2023</div>${P}</div>`,
  },
  'a paper with author and day in one line': {
    body: `<div class="story">${H}<div class="author-row"><span>Una Brell</span><span>,</span> <span class="story__date">9 March 2023, 7:30pm</span></div>${P}</div>`,
  },
  'a paper that tells updates and first printing': {
    body: `<article>${H}<div class="timestamps">Updated: March 12, 2023 6:00 p.m.</div><div class="timestamps">Published: March 9, 2023 4:12 p.m.</div>${P}</article>`,
  },
  'a paper whose first h1 is its name': {
    body: `<header><h1 class="logo"><a href="/">Orla Post</a></h1><div class="date">Saturday, June 1, 2024</div></header><nav><a href="/">Home</a></nav><div class="content"><h2>Bridge over the Orla reopens</h2><span class="date">March 9, 2023</span>${P}</div>`,
    head: property('og:title', 'Bridge over the Orla reopens'),
  },
  'a paper with teasers before and after': {
    body: `<aside><time datetime="2023-03-01">1 March</time></aside><main><article>${H}<time datetime="2023-03-09T10:00">9 March</time>${P}</article></main><div class="related-stories"><article><h3>Weir</h3><time datetime="2023-02-02">2 Feb</time></article></div><footer><time datetime="2024-01-01">2024</time></footer>`,
  },
  'a paper with comments': {
    body: `<article>${H}<div class="meta">9 March 2023</div>${P}</article><ol class="comment-list"><li><time datetime="2023-03-10T10:00">10 March</time></li></ol>`,
  },
  'a paper with a ticker on top': {
    body: `<div class="latest-news"><ul><li><time datetime="2024-06-29T10:00">10:00</time> Flood</li></ul></div><article>${H}<p><span class="date-display">9.3.2023</span></p>${P}</article>`,
  },
  'a paper whose address has the day': {
    head: '<link rel="canonical" href="https://post.example/2023/03/09/bridge-over-the-orla">',
  },
  'a paper whose address has the month in words': {
    head: '<link rel="canonical" href="https://post.example/world/2023/mar/09/bridge-over-the-orla">',
  },
  'a paper whose address has digits alone': {
    head: property('og:url', 'https://post.example/news/article-20230309-bridge.html'),
  },
  'a paper whose address has hyphens': {
    head: property('og:url', 'https://post.example/bridge-over-the-orla-2023-03-09/'),
  },
  'a paper whose address parts year and day': {
    head: '<link rel="canonical" href="https://post.example/english/2023-03/09/c_137.htm">',
  },
  'a paper whose address is relative': { head: '<link rel="canonical" href="/2023/03/09/bridge">' },
  'an agency with two meta elements, the first empty': {
    head: property('article:published_time', '') + property('article:published_time', '2023-03-09T18:05:00Z'),
  },
  'an agency with a list of JSON-LD': {
    head: ld([
      { '@type': 'BreadcrumbList' },
      { '@type': ['NewsArticle', 'ReportageNewsArticle'], datePublished: '2023-03-09T18:05:00.000Z' },
    ]),
  },
  'an agency with lists within lists': {
    head: ld([[{ '@type': 'Organization' }], [{ '@type': 'NewsArticle', datePublished: '2023-03-09' }]]),
  },
  'an agency with an article as main entity': {
    head: ld({ '@type': 'WebPage', mainEntity: { '@type': 'NewsArticle', datePublished: '2023-03-09' } }),
  },
  'an agency with a type by its address': {
    head: ld({ '@type': 'http://schema.org/NewsArticle', datePublished: '2023-03-09T00:00:00.0000000' }),
  },
  'an agency with line ends in strings': {
    head: '<script type="application/ld+json">{"@type":"NewsArticle","description":"two\nlines","datePublished":"2023-03-09"}</script>',
  },
  'an agency with a spare comma': {
    head: '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-03-09",}</script>',
  },
  'an agency with JSON-LD beyond repair': {
    head: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The "Orla" bridge","datePublished":"2023-03-09T09:00:00Z"</script>',
  },
  'an agency with JSON-LD in CDATA': {
    head: '<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2023-03-09"}\n//]]></script>',
  },
  'an agency with JSON-LD in a comment': {
    head: '<script type="application/ld+json"><!--\n{"@type":"NewsArticle","datePublished":"2023-03-09"}\n--></script>',
  },
  'a portal with a time as a child of the article': {
    body: `<article role="article"><header>${H}</header><div class="caas-attr-time-style"><time datetime="2023-03-09T20:15:00.000Z">Thu, March 9, 2023, 8:15 PM</time></div>${P}</article>`,
  },
  'a film with an upload': { head: ld({ '@type': 'VideoObject', uploadDate: '2023-03-09T12:00:00Z' }) },
  'a journal': { head: meta('citation_publication_date', '2023/03/09') },
  'a journal online': { head: meta('citation_online_date', '2023/3/9') },
  'a press release': {
    body: `<div>${H}<p>FOR IMMEDIATE RELEASE</p><p>ORLA BRIDGE, March 9, 2023 -- The bridge is open.</p>${P}</div>`,
  },
  'a press office': {
    body: `<main>${H}<dl><dt>Published</dt><dd>9 March 2023</dd><dt>Last updated</dt><dd>4 April 2024</dd></dl>${P}</main>`,
  },
  'a ministry': {
    body: `<main>${H}<p>From: Ministry of Roads</p><p>Published 9 March 2023</p>${P}</main>`,
  },
  'a ministry with a date field': {
    body: `<main><div class="field field-name-post-date"><span class="date-display-single" content="2023-03-09T00:00:00-05:00">Thursday, March 9, 2023</span></div>${H}${P}</main>`,
  },
  'a forum': {
    body: `<div class="topic"><h1>Bridge over the Orla reopens</h1><div class="post"><a class="post-time" title="09 March 2023 10:11">last year</a>${P}</div></div>`,
  },
  'a page that draws itself from data': {
    body: `<div>${H}${P}</div><script>window.state={"article":{"title":"x","publishedAt":"2023-03-09T10:00:00Z"}}</script>`,
  },
  'a page made with a maker of pages': { head: meta('created', '2023-03-09T10:00:00+01:00') },
  'a list element with a time': {
    body: `<ul class="article-info"><li>Orla</li><li><span datetime="2023-03-09">9/3</span></li></ul>${H}${P}`,
  },
};

describe('the day of a page is found where pages keep it', () => {
  test.each(Object.entries(PAGES))('%s', (_habit, page) => {
    expect(dayOf(page)).toBe('2023-03-09');
  });
});

/** Pages of 8 March in the evening, when it was 9 March by UTC. */
const UTC = '2023-03-09T02:11:03Z';
test.each<readonly [string, Page]>([
  [
    'a stamp with an offset',
    { head: property('article:published_time', UTC) + meta('parsely-pub-date', '2023-03-08T21:11:03-05:00') },
  ],
  [
    'a stamp without one',
    {
      head: ld({ '@type': 'NewsArticle', datePublished: UTC }) + meta('sailthru.date', '2023-03-08 21:11:03'),
    },
  ],
  [
    'the printed day',
    {
      head: property('article:published_time', UTC),
      body: `<article>${H}<div class="byline">Una Brell, March 8, 2023</div>${P}</article>`,
    },
  ],
  [
    'the day in the address',
    {
      head: `${property('article:published_time', UTC)}<link rel="canonical" href="https://post.example/2023/03/08/bridge">`,
    },
  ],
  [
    'a day after seconds',
    { head: meta('pubdate', '1678241463') + meta('date', 'Wed, 08 Mar 2023 21:11:03 -0500') },
  ],
])('a day in UTC gives way to %s', (_name, page) => {
  expect(dayOf(page)).toBe('2023-03-08');
});

test('a place ahead of UTC has the later day', () => {
  const head = ld({ '@type': 'NewsArticle', datePublished: '2023-03-08T21:30:00Z' });
  const body = `<article>${H}<time datetime="2023-03-09T08:30:00+11:00">9 March</time>${P}</article>`;
  expect(dayOf({ head, body })).toBe('2023-03-09');
});

test.each([
  ['2023-03-09T09:00:00Z', '2023-03-10'],
  ['2023-03-09T13:00:00Z', '2023-03-08'],
  ['2023-03-09T02:11:03-05:00', '2023-03-08'],
])('no clock on earth showed another day: %s is not %s', (stamp, printed) => {
  const head = property('article:published_time', stamp) + meta('sailthru.date', printed);
  expect(dayOf({ head })).toBe('2023-03-09');
});

test.each([
  '0000-00-00T00:00:00Z',
  '0000-00-00 00:00:00',
  '2023-03-00',
  '1970-01-01T00:00:00Z',
  '0001-01-01',
  '1969-12-31T19:00:00-05:00',
  '0',
  '2024-07-02',
  '2093-03-09',
  'soon',
  '',
])('a program that knows no day says nothing: "%s"', (written) => {
  expect(dayOf({ head: property('article:published_time', written) })).toBeNull();
  expect(
    dayOf({ head: ld({ '@type': 'NewsArticle', datePublished: written }) + meta('date', '2023-03-09') }),
  ).toBe('2023-03-09');
});

test('it may be tomorrow elsewhere', () => {
  expect(dayOf({ head: meta('date', '2024-07-01') })).toBe('2024-07-01');
});

test('a day that does not exist is refused only where the page has no other', () => {
  const head = property('article:published_time', '2023-02-30');
  expect(rejectionsOf('page.html', pageOf({ head }))).toEqual([
    'page.html: publication date "2023-02-30" is not a day of the calendar',
  ]);
  expect(dayOf({ head: head + meta('date', '2023-03-09') })).toBe('2023-03-09');
});

test.each([
  ['en-GB', '2023-03-09'],
  ['en-US', '2023-09-03'],
  ['en', '2023-09-03'],
])('09/03/2023 in a page of %s is %s', (lang, expected) => {
  expect(dayOf({ body: `<article>${H}<span class="date">09/03/2023</span>${P}</article>` }, lang)).toBe(
    expected,
  );
});

test.each<readonly [string, Page]>([
  [
    'teasers',
    {
      body: `<article>${H}${P}</article><div class="related-posts"><time datetime="2023-03-01">1 March</time></div>`,
    },
  ],
  ['side matter', { body: `<main>${H}${P}<aside><time datetime="2023-03-01">1 March</time></aside></main>` }],
  [
    'comments',
    {
      body: `<article>${H}${P}<div id="comments"><time datetime="2023-03-10">10 March</time></div></article>`,
    },
  ],
  [
    'other articles',
    {
      body: `<article>${H}${P}</article><article><h2>Weir</h2><time datetime="2023-03-01">1 March</time></article>`,
    },
  ],
  [
    'foot lines',
    { body: `<article>${H}${P}</article><footer><span class="date">1 June 2024</span></footer>` },
  ],
  ['changes in JSON-LD', { head: ld({ '@type': 'NewsArticle', dateModified: '2023-03-12' }) }],
  [
    'changes in meta elements',
    { head: property('article:modified_time', '2023-03-12') + meta('expires', '2023-04-01') },
  ],
  [
    'a story that names a day',
    {
      body: `<article>${H}<p>The bridge was first closed on 4 August 2021, as the council had then said it would be.</p>${P}</article>`,
    },
  ],
])('%s do not date a page', (_name, page) => {
  expect(dayOf(page)).toBeNull();
});

test('a day in JSON-LD goes before one of making, wherever they stand', () => {
  const making = ld({ '@type': 'WebPage', dateCreated: '2023-03-02', dateModified: '2023-03-03' });
  expect(dayOf({ head: making + ld({ '@type': 'NewsArticle', datePublished: '2023-03-09' }) })).toBe(
    '2023-03-09',
  );
});

test('a headline in JSON-LD that is written as HTML is read as such', () => {
  const head = ld({ '@type': 'NewsArticle', headline: 'Council&#8217;s bridge &amp; &lt;weir&gt; opens' });
  expect(readOne('page.html', pageOf({ head })).title).toBe('Council’s bridge & <weir> opens');
});
