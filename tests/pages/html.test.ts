import { expect, test } from 'vitest';
import { html, isolated, joined, jsonScript } from '../../src/pages/html.ts';

const HOSTILE = `</script><img src=x onerror="a">'&\u202e\u0000`;

test('a text is inert in an element and in a quoted attribute', () => {
  expect(html`<p title="${HOSTILE}">${HOSTILE}</p>`.html).toBe(
    '<p title="&lt;/script&gt;&lt;img src=x onerror=&quot;a&quot;&gt;&#39;&amp;\u202e">&lt;/script&gt;&lt;img src=x onerror=&quot;a&quot;&gt;&#39;&amp;\u202e</p>',
  );
});

test('pieces of HTML go in as they are, lists in their order, null and false not at all', () => {
  expect(html`${html`<b>1</b>`}${[2, null, ['<', false]]}`.html).toBe('<b>1</b>2&lt;');
});

test('a text from outside keeps its direction to itself', () => {
  expect(isolated('\u202eabc').html).toBe('<bdi>\u202eabc</bdi>');
});

test('a separator stands between pieces alone', () => {
  expect(joined(['a', html`<b>b</b>`, '<'], ', ').html).toBe('a, <b>b</b>, &lt;');
});

test('JSON in a script element cannot end it', () => {
  const { html: text } = jsonScript('application/ld+json', { name: HOSTILE });
  expect(text.match(/<\/script/g)).toHaveLength(1);
  const json = text.replace(/^<script[^>]*>|<\/script>$/g, '');
  expect(JSON.parse(json)).toEqual({ name: HOSTILE });
});
