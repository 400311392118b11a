import { expect, test } from 'vitest';
import { readOne, rejectionsOf } from './read-one.ts';

const STORY = [
  'The mayors signed the agreement on Tuesday, <em>after</em> eleven months of talks, and said that the first ships would come early next year.',
  '&ldquo;This was long overdue,&rdquo; one of them said.<br>The other agreed.',
  'Councils vote on Jan.&nbsp;14, and the <abbr>port</abbr>’s regu&shy;lator in March.',
  'Last week, dockers had threatened to strike; their union, with 8,000 members, called the deal a step forward.',
];

const TEXT = `The mayors signed the agreement on Tuesday, after eleven months of talks, and said that the first ships would come early next year.

“This was long overdue,” one of them said.
The other agreed.

Councils vote on Jan. 14, and the port’s regulator in March.

Last week, dockers had threatened to strike; their union, with 8,000 members, called the deal a step forward.`;

const paragraphs = STORY.map((paragraph) => `<p>${paragraph}</p>`).join('');

const pageOf = (head: string, article = paragraphs): string => `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">${head}</head><body>
<header><a href="/">Gazette</a><nav><a href="/news">News</a></nav></header>
<main><article><h1>Harbour deal signed after long talks</h1>
<figure><img src="a.jpg"><figcaption>The harbour on December 1, 2021.</figcaption></figure>
${article}
<aside><h3>Related</h3><a href="/storm">Storm hits the coast</a></aside><script>var day = "2019-01-01";</script>
</article></main>
<footer><p>Copyright 2024. All rights reserved.</p></footer></body></html>`;

const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const NEWS = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Harbour deal' };

/** `a0 a1 a2` */
const manyAttributes = (count: number): string => Array.from({ length: count }, (_, n) => `a${n}`).join(' ');

test('the text is that of the article, its blocks a blank line apart, without menus, captions and scripts', () => {
  expect(readOne('a.html', pageOf('')).text).toBe(TEXT);
});

test('what the page says of itself is taken over', () => {
  const head = `<title>Harbour deal signed after long talks | Gazette</title>
    <meta property="og:title" content="Harbour deal signed after long talks">
    <meta property="og:site_name" content="Harbour Gazette">
    <meta property="article:published_time" content="2021-12-21T23:30:00-05:00">
    <link rel="canonical" href="https://gazette.example/harbour?utm_source=feed">`;
  expect(readOne('b/a.html', pageOf(head))).toEqual({
    text: TEXT,
    file: 'a.html',
    title: 'Harbour deal signed after long talks',
    publisher: 'Harbour Gazette',
    url: 'https://gazette.example/harbour',
    publishedOn: '2021-12-21',
    language: 'en-GB',
    basedOn: null,
  });
});

test('JSON-LD goes before what else the page says, alone, in a list or in a graph', () => {
  const article = {
    ...NEWS,
    '@type': ['NewsArticle'],
    datePublished: '2021-12-22T01:30:00+03:00',
    publisher: [{ name: 'The Harbour Gazette' }],
    mainEntityOfPage: { '@id': 'https://gazette.example/ld' },
  };
  const meta = '<meta property="article:published_time" content="2020-01-01">';
  for (const value of [article, [{ '@type': 'WebSite', name: 'x' }, article], { '@graph': [article] }])
    expect(readOne('a.html', pageOf(meta + jsonLd(value)))).toMatchObject({
      title: 'Harbour deal',
      publisher: 'The Harbour Gazette',
      url: 'https://gazette.example/ld',
      publishedOn: '2021-12-22',
    });
});

test.each([
  ['<meta name="date" content="Tue, 21 Dec 2021 23:30:00 -0500">', '2021-12-21'],
  ['<meta itemprop="datePublished" content="2021-12-21">', '2021-12-21'],
  ['<meta name="pubdate" content="Dec. 21, 2021"><meta name="date" content="soon">', '2021-12-21'],
  [jsonLd({ ...NEWS, datePublished: 'December 21, 2021' }), '2021-12-21'],
  [jsonLd({ ...NEWS, dateModified: '2021-12-23' }), null],
  ['<script type="application/ld+json">{"@type": </script>', null],
  ['<meta name="date" content="21 December">', null],
])('the day of publication is found where pages keep it: %s', (head, expected) => {
  expect(readOne('a.html', pageOf(head)).publishedOn).toBe(expected);
});

test('a time element of the article dates it', () => {
  const article = `<time datetime="2021-12-21T10:00Z">today</time>${paragraphs}`;
  expect(readOne('a.html', pageOf('', article)).publishedOn).toBe('2021-12-21');
});

test('a headline that is not the title of the page is no part of the text either', () => {
  expect(readOne('a.html', pageOf('<title>Gazette, page 4</title>')).text).toBe(TEXT);
});

test('a relative canonical address says nothing', () => {
  expect(readOne('a.html', pageOf('<link rel="canonical" href="/harbour">')).url).toBeNull();
});

test('a day of publication that does not exist is rejected', () => {
  expect(rejectionsOf('a.html', pageOf(jsonLd({ ...NEWS, datePublished: '2021-02-30' })))).toEqual([
    'a.html: publication date "2021-02-30" is not a day of the calendar',
  ]);
});

test('a fragment without html and body is read like a page', () => {
  expect(readOne('a.htm', '<p>The talks ended on Friday.<p>They resume next week.').text).toBe(
    'The talks ended on Friday.\n\nThey resume next week.',
  );
});

test('words stay whole across inline marks, and blocks never run together', () => {
  const html = '<div>The talks of <b>Tues</b>day ended.</div><div>They resume<span> next</span> week.</div>';
  expect(readOne('a.html', `<body>${html}</body>`).text).toBe(
    'The talks of Tuesday ended.\n\nThey resume next week.',
  );
});

test.each([
  '<html><body><script>let x = 1;</script></body></html>',
  '<nav>Home</nav>',
  '<p',
  '<!-- <p>no</p>',
])('a page without text is rejected: %s', (html) => {
  expect(rejectionsOf('a.html', html)).toEqual(['a.html: no text found in the page']);
});

const LATIN = (head: string, before = ''): Uint8Array =>
  Buffer.from(
    `${before}<html><head>${head}</head><body><p>The café of René Müller stays open.</p></body></html>`,
    'latin1',
  );

test.each([
  ['a meta element', LATIN('<meta charset=windows-1252>')],
  [
    'a header among the meta elements',
    LATIN('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
  ],
  ['an XML declaration', LATIN('', '<?xml version="1.0" encoding="ISO-8859-1"?>\n')],
])('a page is read in the charset that %s declares', (_, bytes) => {
  expect(readOne('a.html', bytes).text).toBe('The café of René Müller stays open.');
});

test('the charset of the request goes before that of the page', () => {
  const bytes = LATIN('<meta charset="utf-8">');
  expect(readOne('a.html', bytes, { charset: 'latin1' }).text).toContain('café');
});

test('a page that was saved anew as UTF-8 is read so, whatever it declares', () => {
  const html = '<html><head><meta charset="iso-8859-1"></head><body><p>The café is open.</p></body></html>';
  expect(readOne('a.html', html).text).toBe('The café is open.');
});

test('a page that declares nothing is UTF-8', () => {
  expect(rejectionsOf('a.html', LATIN(''))).toEqual(['a.html: not UTF-8: bad byte 0xE9 at offset 35']);
});

const SHORT = `<p>The weir of Orla was opened on Monday, and the first boats went through it before noon, as the council said.</p>
<p>Fishermen had asked for a ladder beside it since the spring, and they will have it by the end of the coming year.</p>`;

test.each([
  [
    'a note about cookies',
    `<div id="cookie-bar"><span>${'We use cookies to remember you. '.repeat(6)}</span></div><section class="story-with-comments"><div>${SHORT}</div></section>`,
  ],
  [
    'an imprint',
    `<div class="layout related-on"><div>${SHORT}</div></div><div class="imprint"><p>${'The Post is printed by the Orla Press, Mill Lane. '.repeat(4)}</p></div>`,
  ],
])('%s does not pass for a short article', (_, body) => {
  expect(readOne('a.html', `<html><body>${body}</body></html>`).text).toBe(
    SHORT.replaceAll(/<\/?p>/g, '').replace('\n', '\n\n'),
  );
});

test('a page nested beyond all reason is rejected before a tree is built of it', () => {
  expect(rejectionsOf('a.html', `${'<div>'.repeat(100_000)}x`)).toEqual([
    'a.html: the page has elements nested more than 200 deep',
  ]);
});

test('a page of too many pieces is rejected before a tree is built of it', () => {
  expect(rejectionsOf('a.html', '<br>x'.repeat(300_000))).toEqual([
    'a.html: the page has more than 40000 elements and pieces of text',
  ]);
});

test.each([
  ['an element', `<p ${manyAttributes(10_000)}>x</p>`, 'an element with more than 500 attributes'],
  ['all elements', `<p ${manyAttributes(10)}>x</p>`.repeat(11_000), 'more than 100000 attributes'],
  ['the text', '&'.repeat(200_000), 'more than 100000 characters "&", "<", ">" and no-break spaces'],
])(
  'a page is rejected before a tree is built where %s would make too large a tree',
  (_where, html, reason) => {
    expect(rejectionsOf('a.html', html)).toEqual([`a.html: the page has ${reason}`]);
  },
);

test('a page as deep as is allowed is read', () => {
  expect(readOne('a.html', `${'<div>'.repeat(190)}The talks ended on Friday.`).text).toBe(
    'The talks ended on Friday.',
  );
});
