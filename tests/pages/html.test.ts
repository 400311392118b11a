import { expect, test } from 'vitest';
import { html, htmlText, isolated, joined, jsonScript, own, written } from '../../src/pages/html.ts';

const HOSTILE = `</script><img src=x onerror="a">'&\u202e\u0000`;

test('a text is inert in an element and in a quoted attribute', () => {
  expect(htmlText(html`<p title="${HOSTILE}">${HOSTILE}</p>`, '')).toBe(
    '<p title="&lt;/script&gt;&lt;img src=x onerror=&quot;a&quot;&gt;&#39;&amp;\u202e">&lt;/script&gt;&lt;img src=x onerror=&quot;a&quot;&gt;&#39;&amp;\u202e</p>',
  );
});

test('pieces of HTML go in as they are, lists in their order, null and false not at all', () => {
  expect(htmlText(html`${html`<b>1</b>`}${[2, null, ['<', false]]}`, '')).toBe('<b>1</b>2&lt;');
});

test('a text from outside keeps its direction to itself', () => {
  expect(htmlText(isolated('\u202eabc'), '')).toBe('<bdi>\u202eabc</bdi>');
});

test('a path of our own stands behind the prefix of the reader', () => {
  const link = html`<a href="${own('/about?a="b"')}">${'/about'}</a>`;
  expect(htmlText(link, '/timeline')).toBe('<a href="/timeline/about?a=&quot;b&quot;">/about</a>');
  expect(htmlText(link, '')).toBe('<a href="/about?a=&quot;b&quot;">/about</a>');
});

test('a separator stands between pieces alone', () => {
  expect(htmlText(joined(['a', html`<b>b</b>`, '<'], ', '), '')).toBe('a, <b>b</b>, &lt;');
});

test('a piece that is kept goes into pages byte by byte, in its place', () => {
  const kept = written(html`<b>“${'<'}”</b><a href="${own('/a')}">`, '/timeline');
  expect(htmlText(html`<p>${'é'}${kept}${[kept, '&']}</p>`, '')).toBe(
    '<p>é<b>“&lt;”</b><a href="/timeline/a"><b>“&lt;”</b><a href="/timeline/a">&amp;</p>',
  );
});

test('JSON in a script element cannot end it', () => {
  const text = htmlText(jsonScript('application/ld+json', { name: HOSTILE }), '');
  expect(text.match(/<\/script/g)).toHaveLength(1);
  const json = text.replace(/^<script[^>]*>|<\/script>$/g, '');
  expect(JSON.parse(json)).toEqual({ name: HOSTILE });
});
