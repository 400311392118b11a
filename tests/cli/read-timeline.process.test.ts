import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Run, runDateline } from '../support/run-dateline.ts';

const TEXT = [
  'Joe Biden spoke with Vladimir Putin on Tuesday.',
  'Russia moved troops towards Ukraine on 3 December 2021.',
  'NATO ministers will meet in Brussels in January.',
].join(' ');

let folder: string;
let ids: readonly string[];

const run = (...args: readonly string[]): Promise<Run> => runDateline(args, { folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  await writeFile(join(folder, 'week.txt'), TEXT);
  await run('ingest', 'week.txt');
  const { stdout } = await run('export');
  ids = [...stdout.matchAll(/"id":"(evt_[^"]+)"/g)].map((match) => match[1] ?? '');
});
afterAll(() => rm(folder, { recursive: true }));

describe('export', () => {
  test('writes one event a line, oldest first, with the fields in their order', async () => {
    const { stdout } = await run('export');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).date.edtf)).toEqual(['2021-12-03', '2021-12-21', '2022-01']);
    const second = JSON.parse(lines[1] ?? '');
    const [mention] = second.mentions;
    expect(JSON.stringify(second)).toBe(lines[1]);
    expect(Object.keys(second)).toEqual(
      'id revision title date type modality actors places confidence sourceCount conflicts titleKind subject mentions'.split(
        ' ',
      ),
    );
    expect(Object.keys(second.date)).toEqual('edtf earliest latest precision role display'.split(' '));
    expect(Object.keys(mention)).toEqual(
      'id article quote timex date anchor rule datedBy type typePattern actors modality confidence'.split(
        ' ',
      ),
    );
    expect(mention).toMatchObject({
      article: { file: 'week.txt', title: null, publisher: null, url: null, publishedOn: null },
      quote: { exact: 'Joe Biden spoke with Vladimir Putin on Tuesday.', start: 0, end: 47 },
      timex: { text: 'Tuesday', start: 39, end: 46, type: 'DATE', value: '2021-12-21', mod: null },
      date: {
        edtf: '2021-12-21',
        earliest: '2021-12-21',
        latest: '2021-12-21',
        precision: 'DAY',
        role: 'ON',
      },
      anchor: { date: '2021-12-21', basis: 'DEFAULT' },
      rule: 'weekday/same-or-last',
    });
  });

  test('takes the filters of query', async () => {
    const { stdout } = await run('export', '--from', '2021-12-04', '--to', '2021-12-31');
    expect(JSON.parse(stdout).date.edtf).toBe('2021-12-21');
  });
});

describe('query', () => {
  test('prints date, type, modality, sources, id and title of each event', async () => {
    const { stdout, stderr } = await run('query', '--first', '2');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(rows.map((row) => [row[0], row[3], row[4]])).toEqual([
      ['3 December 2021', '1 source', ids[0]],
      ['21 December 2021', '1 source', ids[1]],
    ]);
    expect(stderr).toMatch(/^more: --after \S+\n$/);
  });

  test('goes on with the cursor that it gave', async () => {
    const first = await run('query', '--json', '--first', '2');
    const { endCursor } = JSON.parse(first.stdout).pageInfo;
    const second = JSON.parse((await run('query', '--json', '--first', '2', '--after', endCursor)).stdout);
    expect(second.events.map((event: { id: string }) => event.id)).toEqual([ids[2]]);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test.each<[readonly string[], readonly number[]]>([
    [['--actor', 'vladimir putin'], [1]],
    [['--precision', 'month'], [2]],
    [['--modality', 'planned'], [2]],
    [['--on-this-date', '12-03'], [0]],
    [['--on-this-date', '01-15', '--include', 'possible'], [2]],
    [
      ['--date', '2021-12'],
      [0, 1],
    ],
    [['--actor-all', 'Joe Biden', '--actor-all', 'putin'], [1]],
    [
      ['--actor-none', 'Joe Biden', '--min-confidence', '0.1', '--min-sources', '1'],
      [0, 2],
    ],
    [['--text', 'troops'], [0]],
    [['--place', 'Brussels'], [2]],
    [
      ['--order', 'date-desc', '--precision', 'day'],
      [1, 0],
    ],
    [['--actor', 'nobody at all'], []],
    [['--as-of', '2021-12-20'], []],
    [['--as-of', '2021-12-21', '--actor', 'vladimir putin'], [1]],
  ])('%j selects the events %j', async (options, expected) => {
    const { events } = JSON.parse((await run('query', '--json', ...options)).stdout);
    expect(events.map((event: { id: string }) => ids.indexOf(event.id))).toEqual(expected);
  });

  test.each<[readonly string[], string]>([
    [
      ['--from', '2021-12-31', '--to', '2021-12-01'],
      'the range begins on 2021-12-31, after its end on 2021-12-01',
    ],
    [['--first', '101'], 'first is 101, not a whole number from 0 to 100'],
    [['--after', 'x'], '"x" is not a cursor of this list with this filter and order'],
    [['--on-this-date', '02-30'], 'onThisDate: month 2 has no day 30'],
  ])('%j is refused with code 2', async (options, reason) => {
    expect(await run('query', ...options)).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: `dateline: ${reason}\n`,
    });
  });
});

test('facets counts the events by actor, place, type and the other facets', async () => {
  const { stdout } = await run('facets', '--facet', 'precision', '--modality', 'asserted');
  expect(stdout.trimEnd().split(/ {2,}/)).toEqual(['precision', '2', 'DAY']);
});

test('histogram counts the events of each period', async () => {
  const { stdout } = await run('histogram', '--by', 'quarter');
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/)),
  ).toEqual([
    ['2021-Q4', '2 certain', '0 possible'],
    ['2022-Q1', '1 certain', '0 possible'],
  ]);
});

test('on-this-date lists the events of that day, and with --as-of as they were known by a day', async () => {
  const idsOf = async (...options: readonly string[]) => {
    const { events } = JSON.parse((await run('on-this-date', '12-21', '--json', ...options)).stdout);
    return events.map((event: { id: string }) => event.id);
  };
  expect(await idsOf()).toEqual([ids[1]]);
  expect(await idsOf('--as-of', '2021-12-20')).toEqual([]);
  expect((await run('on-this-date', '--tz', 'Mars/Olympus')).stderr).toBe(
    'dateline: "Mars/Olympus" is not a time zone such as UTC or Europe/Kyiv\n',
  );
  const { stdout } = await run('on-this-date', '01-20', '--include', 'possible', '--json');
  expect(JSON.parse(stdout).events).toEqual([]);
});

test('around lists an event between those before and after it', async () => {
  const { stdout } = await run('around', ids[1] ?? '', '--after', '0');
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => ids.findIndex((id) => line.includes(id)))).toEqual([0, 1]);
  const { before, event, after } = JSON.parse((await run('around', ids[1] ?? '', '--json')).stdout);
  expect([before.length, event.id, after.length]).toEqual([1, ids[1], 1]);
});

test('gaps lists spans of days without a certain event, with the events that could lie in them', async () => {
  const { stdout } = await run('gaps', '--from', '2021-12-01', '--to', '2022-01-10', '--first', '2');
  expect(stdout.split('\n').map((line) => line.split('  evt_')[0])).toEqual([
    '2021-12-22 – 2022-01-10  20 days',
    '  possible: January 2022',
    '2021-12-04 – 2021-12-20  17 days',
    '',
  ]);
  expect((await run('gaps', '--date', '2021', '--match', 'within')).stderr).toContain(
    'match cannot be WITHIN',
  );
});

test('compare lists the events of both articles and the events of one article alone', async () => {
  const first = JSON.parse((await run('query', '--json', '--first', '1')).stdout).events[0].mentions[0]
    .article.id;
  const text =
    'Russia moved troops towards Ukraine on 3 December 2021. NATO ministers met in Riga on 1 December 2021.';
  await writeFile(join(folder, 'other.txt'), text);
  await run('--db', 'other.sqlite', 'ingest', 'week.txt', 'other.txt');
  const stored = JSON.parse((await run('--db', 'other.sqlite', 'query', '--json', '--text', 'Riga')).stdout);
  const second = stored.events[0].mentions[0].article.id;
  const { code, stdout } = await run('--db', 'other.sqlite', 'compare', first, second);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^told by both: 1\n/);
  expect(stdout).toContain('only in week.txt: 2');
  expect(stdout).toContain('only in other.txt: 1');
  const { shared } = JSON.parse(
    (await run('--db', 'other.sqlite', 'compare', first, second, '--json')).stdout,
  );
  expect(shared[0].second[0].quote.exact).toBe('Russia moved troops towards Ukraine on 3 December 2021.');
  expect(await run('compare', first, first)).toMatchObject({ code: 2 });
});

describe('cite', () => {
  test('writes a line that leads to the revision, and the same citation for reference managers', async () => {
    const { stdout } = await run('cite', ids[1] ?? '');
    expect(stdout).toMatch(
      /^Joe Biden spoke with Vladimir Putin \(21 December 2021\)\. Dateline, revision 1\. /,
    );
    expect(stdout).toContain(`http://127.0.0.1:3000/events/${ids[1]}?revision=1 (accessed `);
    const bib = await run('cite', ids[1] ?? '', '--format', 'bib', '--revision', '1');
    expect(bib.stdout).toMatch(/^@misc\{evt_\w+-1,\n/);
    const [item] = JSON.parse((await run('cite', ids[1] ?? '', '--json')).stdout);
    expect(item).toMatchObject({ version: '1', type: 'webpage' });
  });

  test.each([
    [['evt_none'], 'there is no event evt_none'],
    [['evt_none', '--revision', '1'], 'there is no event evt_none at revision 1'],
  ])('%j is refused with code 1', async (given, reason) => {
    const { code, stderr } = await run('cite', ...given);
    expect([code, stderr]).toEqual([1, `dateline: ${reason}\n`]);
  });
});

describe('explain', () => {
  test('leads from an event to sentence, anchor, expression, meaning, reason and rule', async () => {
    const { code, stdout } = await run('explain', ids[1] ?? '');
    expect(code).toBe(0);
    expect(stdout).toContain(`
  sentence    "Joe Biden spoke with Vladimir Putin on Tuesday." (0–47)
  anchor      2021-12-21 DEFAULT: the timeline’s default, since the article names no day of its own
  expression  "Tuesday" (39–46)
  grammar     hangs on “spoke”, whose subject is “Joe Biden”
  means       21 December 2021: on 2021-12-21
  written     EDTF 2021-12-21 (ON, DAY), TIMEX3 DATE 2021-12-21
  because     a weekday alone is the latest one up to the anchor, the anchor’s own day included
  counted     from the anchor, 2021-12-21
  not         2021-12-28: nothing in its clause points ahead
  rule        weekday/same-or-last, confidence 0.95
  type        CONSULT`);
  });

  test('gives the reasons for type, names and joining', async () => {
    const { stdout } = await run('explain', ids[1] ?? '');
    expect(stdout).toMatch(/\n {2}type {8}CONSULT: the pattern CONSULT\/[\w+]+ fits\n/);
    expect(stdout).toContain('\n  actor       Joe Biden: "Joe Biden" (0–9)\n');
    expect(stdout).toContain('\n  joined      the only account\n');
  });

  test('explains one mention by its id', async () => {
    const event = JSON.parse((await run('explain', '--json', ids[1] ?? '')).stdout);
    const [mention] = event.mentions;
    const explained = JSON.parse((await run('explain', '--json', mention.mention.id)).stdout);
    expect(explained).toEqual({ event: ids[1], ...mention });
    expect(explained.time).toMatchObject({
      outcome: 'SAME',
      countedFrom: 'anchor',
      resolution: {
        because: 'a weekday alone is the latest one up to the anchor, the anchor’s own day included',
        alternatives: [{ value: '2021-12-28', because: 'nothing in its clause points ahead' }],
        direction: 'PRESENT',
        confidence: 0.95,
      },
    });
  });

  test.each<[string, string]>([
    ['evt_0000', 'there is no event evt_0000'],
    ['men_0000', 'there is no mention men_0000'],
    ['Tuesday', '"Tuesday" is not the id of an event or a mention'],
  ])('%s is refused with code 1', async (id, reason) => {
    expect(await run('explain', id)).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: `dateline: ${reason}\n`,
    });
  });
});

test('verify says that the database is sound, with its numbers', async () => {
  expect((await run('verify', '--json')).stdout).toBe(
    '{"articleCount":1,"eventCount":3,"revision":1,"problems":[]}\n',
  );
});
