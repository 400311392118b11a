import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCRIPT_PATH } from '../../src/api/rest/pages/send-page.ts';
import { TimelineError } from '../../src/domain/errors.ts';
import { openRest } from '../api/rest/rest-client.ts';
import { dayEvent, saveChange } from '../api/rest/stored-events.ts';
import { HOSTILE_TITLE, openPageService, type PageService } from './page-service.ts';

let service: PageService;

beforeAll(async () => {
  service = await openPageService();
});
afterAll(() => service.close());

const BROWSER = { accept: 'text/html,*/*' };

async function read(path: string): Promise<string> {
  return (await service.app.inject({ url: path, headers: BROWSER })).body;
}

const PAGES = [
  ['home', 200],
  ['filtered', 200],
  ['nothing', 200],
  ['event', 200],
  ['version', 200],
  ['article', 200],
  ['actor', 200],
  ['day', 200],
  ['today', 200],
  ['compare', 200],
  ['compare form', 200],
  ['try', 200],
  ['try form', 200],
  ['about', 200],
  ['errors', 200],
  ['embed', 200],
  ['error', 404],
] as const;

describe('each page', () => {
  test('has a case here', () => {
    expect(Object.keys(service.paths)).toEqual(PAGES.map(([name]) => name));
  });

  test.each(PAGES)('%s answers %i in valid HTML', async (name, status) => {
    const { statusCode, headers, body } = await service.app.inject({
      url: service.paths[name] ?? '',
      headers: BROWSER,
    });
    expect([statusCode, headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'no-inline-style': 'error', 'no-trailing-whitespace': 'off', 'long-title': 'off' },
    });
    const { results } = await validator.validateString(body);
    expect(
      results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
    ).toEqual([]);
  });

  test.each(PAGES)(
    '%s leads to our own paths, and to other hosts only where an article lies there',
    async (name) => {
      const body = await read(service.paths[name] ?? '');
      const targets = [...body.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, target = '']) => target);
      const foreign = targets.filter(
        (target) => !/^(\/(?!\/)|#|data:,$|https:\/\/timeline\.example\/)/.test(target),
      );
      expect(
        foreign.filter(
          (target) => !/^https:\/\/(example\.org|morning\.example|creativecommons\.org)\//.test(target),
        ),
      ).toEqual([]);
    },
  );
});

test('a hostile title is inert in the text, in attributes and in linked data', async () => {
  for (const name of ['home', 'event', 'actor', 'day']) {
    const body = await read(service.paths[name] ?? '');
    expect(body, name).toContain('&lt;/script&gt;&lt;script&gt;alert(1)');
    expect(body, name).not.toContain('<script>alert');
    expect(body.replace(/<script type=.*?<\/script>/s, ''), name).not.toContain(`" onload='`);
  }
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
    await read('/events/evt_hostile'),
  )?.[1];
  expect(JSON.parse(json ?? '')['@graph'][0]).toMatchObject({
    '@id': 'https://timeline.example/v1/events/evt_hostile',
    url: 'https://timeline.example/events/evt_hostile',
    name: HOSTILE_TITLE,
  });
});

test('below a path, every link, form and asset of each page begins with it, and whole addresses have it', async () => {
  const below = await openPageService('https://site.example/timeline');
  for (const [name, path] of Object.entries(below.paths)) {
    const { body } = await below.app.inject({ url: path, headers: BROWSER });
    const targets = [...body.matchAll(/(?:href|src|action|data-stream)="([^"]*)"/g)].map(([, to = '']) => to);
    const own = targets.filter((target) => target.startsWith('/'));
    expect(own.length, name).toBeGreaterThan(1);
    expect(
      own.filter((target) => !target.startsWith('/timeline/')),
      name,
    ).toEqual([]);
    expect([...body.matchAll(/https:\/\/site\.example(?!\/timeline)/g)], name).toEqual([]);
  }
  const url = 'https://site.example/timeline/?actor=act_russia';
  const { html } = (await below.app.inject({ url: '/timeline/oembed', query: { url } })).json();
  expect(html).toContain('src="https://site.example/timeline/embed?actor=act_russia"');
  await below.close();
});

test('the record of the timeline stands on every page', async () => {
  for (const [name, path] of Object.entries(service.paths)) {
    if (name === 'embed') continue;
    const body = await read(path);
    expect(body, name).toContain('<html lang="en-GB">');
    expect(body, name).toMatch(/<title>(?:[^<]* · )?Winter &lt;Talks&gt;<\/title>/);
    expect(body, name).toContain('Published by <bdi>Sample &amp; Sons</bdi>.');
    expect(body, name).toContain('<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">');
  }
  expect(await read('/')).toContain('<bdi>What was said in the winter of 2021 &amp; when.</bdi>');
});

describe('the timeline', () => {
  test('lists what REST lists for the same parameters', async () => {
    const query = 'actor=act_russia&from=2021-12-01&to=2021-12-31&match=WITHIN&order=-date&limit=3';
    const ids = [...(await read(`/?${query}`)).matchAll(/<article class="event" id="(\w+)"/g)].map(
      ([, id]) => id,
    );
    const listed = await service.get(`/v1/events?${query}&fields=id`);
    expect(listed).toMatchObject({ events: ids.map((id) => ({ id })) });
    expect(ids).toHaveLength(3);
  });

  test('is walked by links, forward and back', async () => {
    const idsOf = (body: string) =>
      [...body.matchAll(/<article class="event" id="(\w+)"/g)].map(([, id]) => id);
    const linkOf = (body: string, rel: string) =>
      new RegExp(`<a rel="${rel}" href="([^"]*)"`).exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const first = await read('/?limit=4');
    const second = await read(linkOf(first, 'next'));
    expect(idsOf(second)).not.toEqual(idsOf(first));
    expect(idsOf(await read(linkOf(second, 'prev')))).toEqual(idsOf(first));
    expect(linkOf(second, 'start')).toBe('/?limit=4');
  });

  test('passes over the empty fields and the defaults that a form sends', async () => {
    const body = await read('/?text=&from=&to=&match=OVERLAPS&order=date&utm_source=mail');
    expect(body).toContain('<link rel="canonical" href="https://timeline.example/">');
  });

  test('shows each active filter with a link that takes it off', async () => {
    const body = await read('/?actor=act_russia&type=STATEMENT');
    expect(body).toContain('<a href="/?type=STATEMENT" rel="nofollow"><span>who:</span> <bdi>Russia</bdi>');
    expect(body).toContain(
      '<a href="/?actor=act_russia" rel="nofollow"><span>kind:</span> <bdi>statement</bdi>',
    );
  });

  test('names the ids and days of its filters in words, in its title too', async () => {
    const article = service.paths['article']?.split('/').at(-1);
    const body = await read(
      `/?actorNone=act_russia&article=${article}&date=2021-12&onThisDate=12-17&asOf=2021-12-31`,
    );
    const chips = [...(/<ul class="chips".*?<\/ul>/s.exec(body)?.[0].matchAll(/<bdi>(.*?)<\/bdi>/g) ?? [])];
    const names = [
      'December 2021',
      '17 December',
      'Russia',
      'Talks in Geneva, Morning Sample',
      '31 December 2021',
    ];
    expect(chips.map(([, name]) => name)).toEqual(names);
    expect(body).toContain(`<title>0 events found: ${names.join(', ')} · `);
  });

  test('names days, months and the highest number on the axes of its picture', async () => {
    const body = await read('/?from=2021-12-01&to=2021-12-31');
    const svg = /<svg width="100%".*?<\/svg>/s.exec(body)?.[0] ?? '';
    const labels = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, label]) => label);
    expect(labels).toEqual(['5 events a day', '1 Dec 2021', '8', '15', '22']);
  });

  test('draws certain events solid and possible events hatched, and says the same in a table', async () => {
    const body = await read('/?from=2021-12-20&to=2021-12-21');
    expect(body).toContain('<title>21 December 2021: 1 surely, 2 possibly</title>');
    expect(body).toMatch(
      /<a href="\/\?from=2021-12-21&amp;to=2021-12-21">21 December 2021<\/a><\/th>\s*<td>1<\/td>\s*<td>2<\/td>/,
    );
  });

  test.each([
    ['evt_hostile', 'on that day'],
    ['evt_within', 'some time in it'],
    ['evt_lasting', 'all of that time'],
    ['evt_since', 'from that day on'],
    ['evt_until', 'by that day'],
    ['evt_reported', 'day of the report'],
  ])('draws the date of %s as %s', async (id, label) => {
    const entry = (await read('/')).split(`id="${id}"`)[1] ?? '';
    expect(/aria-label="([^"]*)"/.exec(entry)?.[1]).toBe(label);
  });

  test('appears without its numbers where they take too long, and is then not kept', async () => {
    const tooSlow = async () => {
      throw new TimelineError('LIMIT_EXCEEDED', 'the answer takes longer than 1 ms: ask for less');
    };
    const other = await openRest({}, () => ({ countFacets: tooSlow, digest: tooSlow, countEvents: tooSlow }));
    await saveChange(other.store, { events: [dayEvent('only', '2021-12-20')] });
    const { statusCode, headers, body } = await other.app.inject('/?from=2021-12-01');
    await other.close();
    expect([statusCode, headers['cache-control'], headers['etag']]).toEqual([200, 'no-store', undefined]);
    expect(body).toContain('There are too many events to count all of them in time.');
    expect(body).toContain('id="evt_only"');
  });

  test('leads from a search for a day to the events of that day', async () => {
    expect(await read('/?text=18+December')).toContain(
      'Do you look for <a href="/?from=2021-12-18&amp;to=2021-12-18">the events of 18 December 2021</a>?',
    );
  });

  test('says where to begin while it is empty', async () => {
    const other = await openRest();
    const { statusCode, body } = await other.app.inject('/');
    await other.close();
    expect(statusCode).toBe(200);
    expect(body).toContain('No article has been read yet.');
  });

  test('offers the very selection as files and feeds', async () => {
    const body = await read('/?actor=act_russia&order=-date');
    expect(body).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Feed (Atom)" href="/v1/events.atom?actor=act_russia&amp;order=-date">',
    );
  });
});

describe('an event', () => {
  test('says which words date it, from which day they count and why', async () => {
    const page = await read('/?text=Germany&match=OVERLAPS');
    const body = await read(/href="(\/events\/[^"]*)"/.exec(page)?.[1] ?? '');
    const steps = [
      ...(/<ol class="reasons">(.*?)<\/ol>/s.exec(body)?.[1]?.matchAll(/<li>(.*?)<\/li>/gs) ?? []),
    ].map(([, step = '']) => step.replaceAll(/<[^>]*>/g, ''));
    expect(steps).toEqual([
      'The words are “Monday”.',
      'They count from 21 December 2021, the anchor: the day the article says it was published.',
      'The rule: a weekday alone is the latest one up to the anchor, the anchor’s own day included.',
      'It is not 27 December 2021: nothing in its clause points ahead.',
      'So it is 20 December 2021 (on that day).',
    ]);
  });

  test('shows the sides of a conflict', async () => {
    expect(await read('/events/evt_hostile')).toMatch(/15 &lt;hurt&gt;[\s\S]*17 hurt/);
  });

  test('lists its versions with what changed', async () => {
    const other = await openRest();
    const versions = [
      dayEvent('grows', '2021-12-20', { title: 'Talks' }),
      dayEvent('grows', '2021-12-21', { title: 'Talks <ended>', modality: 'REPORTED' }),
    ];
    const revisions = [];
    for (const version of versions) revisions.push(await saveChange(other.store, { events: [version] }));
    const { body } = await other.app.inject('/events/evt_grows');
    await other.close();
    const [first, second] = revisions;
    expect(/<ol class="versions">(.*?)<\/ol>/s.exec(body)?.[1]?.trim()).toBe(
      `<li><a href="/events/evt_grows?revision=${second}">Revision ${second}</a>: title was “<bdi>Talks</bdi>”; date was “<bdi>the day 2021-12-20</bdi>”; how sure was “<bdi>stated as fact</bdi>”</li>\n` +
        `<li><a href="/events/evt_grows?revision=${first}">Revision ${first}</a></li>`,
    );
  });

  test('is HTML whatever the request accepts, and .json leads to the data', async () => {
    const page = await service.request('/events/evt_told', { headers: { accept: 'application/json' } });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const data = await service.request('/events/evt_told.json?revision=3');
    expect([data.statusCode, data.headers['location']]).toEqual([302, '/v1/events/evt_told?revision=3']);
  });

  test('shows a quote between whole words', async () => {
    const page = await read('/?text=Germany');
    const body = await read(/href="(\/events\/[^"]*)"/.exec(page)?.[1] ?? '');
    expect(body).toContain('<span class="context"><bdi>… in Geneva on 17 December 2021. </bdi></span>');
  });

  test('is shown as it was at a revision, and as the articles up to a day tell it', async () => {
    expect(await read('/events/evt_told?revision=3')).toContain('This is the entry as it was at revision 3.');
    expect(await read('/events/evt_told?asOf=2021-12-21')).toContain('by the articles up to');
    expect((await service.request('/events/evt_told?asOf=2021-12-20')).statusCode).toBe(404);
    expect((await service.request('/events/evt_told?asOf=2021-12-21&revision=3')).statusCode).toBe(400);
  });
});

test.each([
  ['/.csv?actor=act_russia&order=-date&utm_source=mail', '/v1/events.csv?actor=act_russia&order=-date'],
  ['/.json', '/v1/events.json'],
  ['/actors/act_russia.ics', '/v1/events.ics?actor=act_russia'],
  ['/articles/art_one.json', '/v1/articles/art_one'],
  ['/articles/art_one.csv', '/v1/events.csv?article=art_one'],
  ['/on-this-date/12/17.atom', '/v1/on-this-date/12/17.atom'],
  ['/compare.json?articles=art_one&articles=art_two', '/v1/compare?articles=art_one%2Cart_two'],
  ['/try.json?text=on+Tuesday', '/v1/resolve?text=on+Tuesday'],
])('%s leads to the data of its page', async (url, data) => {
  const { statusCode, headers } = await service.request(url);
  expect([statusCode, headers['location']]).toEqual([302, data]);
});

test('a page of an unknown kind of record has no data', async () => {
  expect((await service.request('/actors/art_one.json')).statusCode).toBe(404);
});

test('an article has its words of time marked in its text, and the number of each event behind its sentence', async () => {
  const body = await read(service.paths['article'] ?? '');
  expect(body).toMatch(
    /Geneva on <mark>17 December 2021<\/mark>\.<sup>\[<a href="\/events\/[^"]+">1<\/a>\]<\/sup>/,
  );
});

test('a day without events names the nearest days that have some', async () => {
  expect(await read('/on-this-date/12/18')).toMatch(
    /href="\/on-this-date\/12\/17">17 December<\/a>\s*<span class="count">1 event</,
  );
});

test('a tried text has its words of time marked, and those that no day fits are said', async () => {
  const body = await read(service.paths['try'] ?? '');
  expect(body).toContain('They met on <mark>Tuesday</mark> &lt;b&gt;');
  expect(body).toContain('No day fits:');
});

test('an error is a page for a browser and a problem for a program', async () => {
  expect(await read('/events/evt_nobody')).toContain('There is no event &quot;evt_nobody&quot;.');
  const { headers } = await service.request('/events/evt_nobody');
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
});

test('a path with nothing at it is a page for a browser and a problem for a program', async () => {
  const { statusCode, headers, body } = await service.app.inject({ url: '/nowhere', headers: BROWSER });
  expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(body).toContain('There is nothing at &quot;/nowhere&quot;.');
  const problem = await service.app.inject('/nowhere');
  expect(problem.headers['content-type']).toBe('application/problem+json; charset=utf-8');
});

test('a page that has not changed is not sent again', async () => {
  const { headers } = await service.request('/events/evt_told');
  const again = await service.request('/events/evt_told', {
    headers: { 'if-none-match': String(headers['etag']) },
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('the script has at most 6 kB, and an address that changes with it', async () => {
  const { headers, rawPayload } = await service.request(SCRIPT_PATH);
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(rawPayload.length).toBeLessThanOrEqual(6144);
});

describe('an embedded selection', () => {
  test('lists the same events as the timeline, may be framed by any site, and has at most 30 kB with its script', async () => {
    const query = 'actor=act_russia&order=-date&limit=3';
    const { body, headers, rawPayload } = await service.app.inject(`/embed?${query}`);
    const idsIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id);
    expect(idsIn(body, /href="\/events\/(\w+)"/g)).toEqual(
      idsIn(await read(`/?${query}`), /<article class="event" id="(\w+)"/g),
    );
    expect(headers['content-security-policy']).toMatch(/; frame-ancestors \*$/);
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['set-cookie']).toBeUndefined();
    expect(body.match(/<script[^>]*>/g)).toEqual(['<script defer src="/embed.js">']);
    const script = await service.app.inject('/embed.js');
    expect(script.headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(rawPayload.length + script.rawPayload.length).toBeLessThan(30_000);
  });

  test('may be one event', async () => {
    const body = await read('/embed?event=evt_told');
    expect([...body.matchAll(/events\/(\w+)"/g)].map(([, id]) => id)).toEqual(['evt_told', 'evt_told']);
  });

  test('may be a picture over time, with its numbers in a table', async () => {
    const { body, rawPayload } = await service.app.inject(
      '/embed?show=picture&from=2021-12-20&to=2021-12-21',
    );
    expect(body).toContain('<text x="0" y="14">5 events a day</text>');
    expect(body).toMatch(/<th scope="row">21 December 2021<\/th><td>1<\/td><td>2<\/td>/);
    expect(rawPayload.length).toBeLessThan(30_000);
  });

  test('may be framed by the sites alone that the operator names', async () => {
    const policyWith = async (embedOrigins: readonly string[]) => {
      const other = await openRest({ embedOrigins });
      const { headers } = await other.app.inject('/embed');
      await other.close();
      return /frame-ancestors (.*)$/.exec(String(headers['content-security-policy']))?.[1];
    };
    expect(await policyWith(['https://one.example', 'https://two.example'])).toBe(
      'https://one.example https://two.example',
    );
    expect(await policyWith([])).toBe("'none'");
  });

  test.each([
    ['https://timeline.example/?actor=act_russia', 'https://timeline.example/embed?actor=act_russia'],
    ['https://timeline.example/embed', 'https://timeline.example/embed'],
    ['https://timeline.example/events/evt_told', 'https://timeline.example/embed?event=evt_told'],
  ])('oEmbed gives a frame for %s', async (url, address) => {
    const query = { url, maxwidth: '400', maxheight: '300' };
    const answer = (await service.app.inject({ url: '/oembed', query })).json();
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 400, height: 300 });
    expect(answer.html).toContain(`<iframe src="${address}"`);
    expect(answer.html).toContain('<script async src="https://timeline.example/embed.js"></script>');
  });

  test('oEmbed knows no other address and no XML', async () => {
    const statusOf = async (query: Record<string, string>) =>
      (await service.app.inject({ url: '/oembed', query })).statusCode;
    expect(await statusOf({ url: 'https://other.example/' })).toBe(404);
    expect(await statusOf({ url: 'https://timeline.example/about' })).toBe(404);
    expect(await statusOf({ url: 'https://timeline.example/events/evt_nobody' })).toBe(404);
    expect(await statusOf({ url: 'https://timeline.example.evil.example/' })).toBe(404);
    expect(await statusOf({ url: 'https://timeline.example/', format: 'xml' })).toBe(501);
  });
});
