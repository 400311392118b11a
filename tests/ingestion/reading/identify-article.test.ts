import { expect, test } from 'vitest';
import { identifyArticle } from '../../../src/ingestion/reading/identify-article.ts';

const TEXT = 'The talks ended on Friday.';
const source = { text: TEXT, url: null, publisher: null };
const idOf = (url: string | null, publisher: string | null = null): string =>
  identifyArticle({ text: TEXT, url, publisher });

test('an id is art_ and twenty hexadecimal digits, the same for ever', () => {
  expect(identifyArticle(source)).toBe('art_2acbd40be762f0c0a44d');
  expect(idOf('https://news.example/a')).toBe('art_665101cfbf66c7a16cbd');
});

test.each([
  'HTTPS://News.Example/a',
  ' https://news.example/a ',
  'https://news.example/a#top',
  'https://news.example/a?utm_source=feed&utm_medium=rss',
  'https://news.example:443/a?',
])('another spelling of the same address is the same article: %j', (url) => {
  expect(idOf(url)).toBe(idOf('https://news.example/a'));
});

test.each([
  'https://news.example/A',
  'https://news.example/a?page=2',
  'http://news.example/a',
  'https://news.example/a/',
])('another address is another article: %s', (url) => {
  expect(idOf(url)).not.toBe(idOf('https://news.example/a'));
});

test('the publisher counts only where there is no address', () => {
  expect(idOf('https://news.example/a', 'The Example Post')).toBe(idOf('https://news.example/a'));
  expect(idOf(null, 'The Example Post')).not.toBe(idOf(null));
});

test('text, address and publisher cannot stand in for one another', () => {
  const ids = [
    identifyArticle({ text: 'b', url: 'https://a.example/', publisher: null }),
    identifyArticle({ text: 'b', url: null, publisher: 'https://a.example/' }),
    identifyArticle({ text: 'ab', url: null, publisher: null }),
    identifyArticle({ text: 'b', url: null, publisher: 'a' }),
    identifyArticle({ text: '","b', url: null, publisher: 'a' }),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
