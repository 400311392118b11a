import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_DECISIONS } from '../../../src/domain/event/decision.ts';
import type { DerivedEvent, TimelineEvent } from '../../../src/domain/event/event.ts';
import { articleId, mentionId } from '../../../src/domain/event/ids.ts';
import type { Mention } from '../../../src/domain/event/mention.ts';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import { publishedDate } from '../../../src/domain/time/edtf.ts';
import { mintEventId } from '../../../src/ingestion/joining/identify-event.ts';
import { joinAccounts } from '../../../src/ingestion/joining/join-accounts.ts';
import { mentionsOf } from '../read-text.ts';

const report = (publisher: string, text: string, anchor = '2019-05-15') =>
  mentionsOf(text, anchor, { publisher });

const join = (...articles: readonly (readonly Mention[])[]) =>
  joinAccounts({ candidates: [], mentions: articles.flat(), dropped: [] });

/** The events as the store returns them. */
const stored = (events: readonly DerivedEvent[], recordedAt = 1): TimelineEvent[] =>
  events.map((event) => ({ ...event, revision: recordedAt, recordedAt }));

const titlesOf = (events: readonly DerivedEvent[]): readonly (readonly string[])[] =>
  events.map(({ mentions }) => mentions.map(({ title }) => title).sort()).sort();

test('a mention without a date goes with the one that dates it, and makes no event of its own', () => {
  const [dated] = report('A', 'Norway warned Sweden on Monday.');
  if (dated === undefined) throw new TypeError('nothing was dated');
  const undated: Mention = {
    ...dated,
    id: mentionId('men_0'),
    timex: null,
    date: null,
    rule: null,
    datedBy: dated.id,
  };
  expect(join([undated, dated]).events.map(({ mentions }) => mentions.map(({ id }) => id))).toEqual([
    [undated.id, dated.id],
  ]);
  expect(join([undated]).events).toEqual([]);
});

describe('a report without a date of its own', () => {
  const [dated] = report('A', 'Norway sent Sweden a list of demands on fishing on Monday.');
  if (dated === undefined) throw new TypeError('nothing was dated');
  const reported = (publisher: string, day: string): Mention => ({
    ...dated,
    id: mentionId(`men_${publisher}`),
    article: { ...dated.article, id: articleId(`art_${publisher}`), publisher },
    timex: null,
    rule: null,
    date: publishedDate(requireCalendarDate(day)),
  });
  const datesOf = (...mentions: readonly Mention[]) =>
    join(mentions).events.map(({ date, mentions: joined }) => [date.edtf, joined.length]);

  test('joins an account of up to three days before, and takes its date', () => {
    expect(datesOf(dated, reported('b', '2019-05-13'))).toEqual([['2019-05-13', 2]]);
    expect(datesOf(dated, reported('b', '2019-05-16'))).toEqual([['2019-05-13', 2]]);
    expect(datesOf(dated, reported('b', '2019-05-17')).toSorted()).toEqual([
      ['2019-05-13', 1],
      ['2019-05-17~', 1],
    ]);
  });

  test('joins another such report of the next days, and keeps the first day', () => {
    expect(datesOf(reported('b', '2019-05-16'), reported('c', '2019-05-15'))).toEqual([['2019-05-15~', 2]]);
  });

  test('contradicts no date', () => {
    expect(join([dated, reported('b', '2019-05-16')]).events[0]?.conflicts).toEqual([]);
  });
});

describe('the keys of an event', () => {
  const reports = Array.from({ length: 30 }, (_, n) =>
    report(`Paper ${n}`, 'Norway sent Sweden a list of demands on fishing on Monday.'),
  );
  const joined = join(...reports);
  const articlesOf = (keys: typeof joined.joinKeys) => keys.map(({ article }) => article);

  test('are those of the accounts that others are compared with', () => {
    expect(joined.events).toHaveLength(1);
    expect(new Set(articlesOf(joined.joinKeys)).size).toBe(24);
  });

  test('are those of its other accounts where these have gone', () => {
    const dropped = articlesOf(joined.joinKeys);
    const rest = joinAccounts({ candidates: stored(joined.events), mentions: [], dropped });
    const left = reports.flatMap((mentions) => mentions.map(({ article }) => article.id));
    expect(articlesOf(rest.joinKeys).sort()).toEqual(left.filter((id) => !dropped.includes(id)).sort());
  });
});

describe('accounts of one event', () => {
  test.each([
    [
      'are what a speaker says on one day',
      'Emmanuel Macron said on Monday that the border would open.',
      'Emmanuel Macron warned Britain on Monday.',
    ],
    [
      'are the same act of one actor at times of which one holds the other',
      'Japan sent China a list of demands on fishing last week.',
      'Earlier this month, Japan published a list of fishing demands.',
    ],
    [
      'are talks of the same two in either order',
      'Norway will hold talks with Sweden in June.',
      'Sweden and Norway are to meet next month.',
    ],
    [
      'are an attack on one place in one year',
      'Iraq invaded Kuwait in 1990.',
      'The 1990 invasion of Kuwait is remembered.',
    ],
    [
      'are one act in other words',
      'Ida Falk stepped down as head of the port of Aarhus on Monday.',
      'Ida Falk announced her resignation on Monday.',
    ],
    [
      'are one act of a company under its full and its short name',
      'Fjordbank Inc. agreed on Monday to buy Nordkredit.',
      'Fjordbank reached a deal on Monday to acquire Nordkredit Ltd.',
    ],
    [
      'are a night that one counts to the day before it',
      'The tanker Selma sank off Bergen late on Monday.',
      'The tanker Selma went down early on Tuesday near Bergen.',
    ],
    [
      'are a match as either side tells it',
      'Brann beat Viking 2-1 in Bergen on Monday.',
      'Viking lost 2-1 to Brann in Bergen on Monday.',
    ],
    [
      'are what two articles about one name open with, in words of their own',
      'Kelpion dazzled the crowds of Bergen on Monday.',
      'The night of Kelpion on Monday enchanted Bergen.',
    ],
    [
      'are a figure of one day under other verbs',
      'Shares of Kelpion shed 6.5 percent in Bergen on Monday.',
      'Investors in Kelpion wiped 6.5 percent off its value on Monday.',
    ],
    [
      'are an act and the speech that announces it',
      'The shipyard Kelpion said on Monday it would cut 400 jobs in Bergen.',
      'Kelpion shed hundreds of jobs in Bergen on Monday.',
    ],
    [
      'are a count that grew',
      'A landslide in Molde killed three people on Monday.',
      'At least nine people died in the landslide in Molde on Monday.',
    ],
  ])('%s', (_, one, other) => {
    expect(join(report('A', one), report('B', other)).events).toHaveLength(1);
  });

  test.each([
    [
      'two speakers at one meeting',
      'Emmanuel Macron said on Monday that the border would open.',
      'Angela Merkel said on Monday that the border would open.',
    ],
    ['one speaker on two days', 'Angela Merkel spoke on Monday.', 'Angela Merkel spoke on Tuesday.'],
    [
      'two acts of one actor',
      'Japan released two prisoners on Monday.',
      'Japan expelled two diplomats on Monday.',
    ],
    [
      'an act and its mirror image',
      'Japan sued China over fish on Monday.',
      'China sued Japan over fish on Monday.',
    ],
    [
      'meetings of other people on one day',
      'Emmanuel Macron met Olaf Scholz on Monday.',
      'Vladimir Putin met Emmanuel Macron on Monday.',
    ],
    [
      'meetings in two places on one day',
      'Emmanuel Macron met Olaf Scholz on Monday in Paris.',
      'Emmanuel Macron met Olaf Scholz on Monday in Moscow.',
    ],
    [
      'similar acts of an unnamed actor towards different people',
      'Police arrested Jonas Marlow on Monday.',
      'Police arrested Peter Harlan on Monday.',
    ],
    [
      'similar acts of an unnamed actor towards different people at one place',
      'Police arrested Jonas Marlow on Monday in Paris.',
      'Police arrested Peter Harlan on Monday in Paris.',
    ],
    ['a day and a year', 'Iraq shelled Kuwait on Monday.', 'Iraq shelled Kuwait in 2019.'],
    [
      'an apology and its retraction',
      'Ida Falk apologized on Monday for her speech in Bergen.',
      'Ida Falk retracted on Monday her apology for the speech in Bergen.',
    ],
    [
      'an act and its denial',
      'Ida Falk resigned on Monday.',
      'Ida Falk denied on Monday that she had resigned.',
    ],
    [
      'an act and the same act negated',
      'Police arrested Ida Falk in Bergen on Monday.',
      'Police did not arrest Ida Falk in Bergen on Monday.',
    ],
    [
      'the opening of a border and its reopening',
      'Norway opened its border with Sweden on Monday.',
      'Norway reopened its border with Sweden on Monday.',
    ],
    [
      'the deaths of two places',
      'A landslide in Molde killed three people on Monday.',
      'A landslide in Voss killed 12 people on Monday.',
    ],
    [
      'the deaths of unlike people',
      'Four soldiers were killed in an attack near Molde on Monday.',
      'Six farmers were killed in an attack near Molde on Monday.',
    ],
    [
      'unlike acts that two articles about one name open with',
      'Residents of Molde returned on Monday.',
      'A search of Molde began on Monday.',
    ],
    [
      'an act and another of its kind',
      'Police arrested a man in Bergen on Monday.',
      'Police arrested a third man in Bergen on Monday.',
    ],
  ])('are not %s', (_, one, other) => {
    expect(join(report('A', one), report('B', other)).events).toHaveLength(2);
  });
});

describe('an event', () => {
  const week = report('A', 'Japan sent China a list of demands on fishing last week.');
  const month = report('B', 'Earlier this month, Japan published a list of fishing demands.');

  test('has the date that all its accounts allow, as the narrowest writes it', () => {
    expect(join(month, week).events[0]?.date).toMatchObject({
      edtf: '2019-05-06/2019-05-12',
      precision: 'WEEK',
    });
  });

  test('counts publishers, and copies of one dispatch once', () => {
    const text = 'Japan sent China a long list of demands on fishing quotas last week.';
    expect(join(week, month).events[0]?.sourceCount).toBe(2);
    expect(join(report('A', text), report('A', `${text} So it goes.`)).events[0]?.sourceCount).toBe(1);
    expect(join(report('A', text), report('B', `${text} So it goes.`)).events[0]?.sourceCount).toBe(1);
  });

  test('is surer the more sources report it', () => {
    const [alone] = join(week).events;
    const [joined] = join(week, month).events;
    expect([alone?.confidence, joined?.confidence]).toEqual([0.95, 0.99]);
  });

  test('is asserted as soon as one account asserts it', () => {
    const planned = report('A', 'Norway and Sweden will hold talks on 14 May 2019.', '2019-05-10');
    const held = report('B', 'Norway and Sweden held talks on 14 May 2019.');
    expect(join(planned, held).events.map(({ modality }) => modality)).toEqual(['ASSERTED']);
  });
});

describe('the id of an event', () => {
  const one = report('A', 'Emmanuel Macron said on Monday that the border would open.');
  const other = report('B', 'Emmanuel Macron warned Britain on Monday.');
  const [first] = join(one).events;

  test('is minted from its first mention', () => {
    expect(first?.id).toBe(mintEventId(one[0]?.id ?? ('' as Mention['id'])));
  });

  test('stays when another account joins, and nothing else changes', () => {
    const joined = joinAccounts({ candidates: stored(join(one).events), mentions: other, dropped: [] });
    expect(joined).toMatchObject({ events: [{ id: first?.id }], merged: [], withdrawn: [] });
  });

  test('stays when its article is read again under another anchor', () => {
    const again = report('A', 'Emmanuel Macron said on Monday that the border would open.', '2019-06-01');
    const dropped = one.map(({ article }) => article.id);
    const joined = joinAccounts({ candidates: stored(join(one).events), mentions: again, dropped });
    expect(joined.events.map(({ id, date }) => [id, date.edtf])).toEqual([[first?.id, '2019-05-27']]);
  });

  test('is that of the event recorded first when two merge', () => {
    const spoken = report('C', 'Emmanuel Macron threatened Britain with tariffs on Monday.');
    const accused = report('D', 'Emmanuel Macron accused the fishermen on Monday.');
    const old = stored(join(accused).events, 1);
    const young = stored(join(spoken).events, 2);
    const joined = joinAccounts({ candidates: [...young, ...old], mentions: one, dropped: [] });
    expect(joined.events.map(({ id }) => id)).toEqual([old[0]?.id]);
    expect(joined.merged).toEqual([{ from: young[0]?.id, into: old[0]?.id }]);
  });

  test('stays with the mention that it was minted from when an editor parts it, and the new part gets another', () => {
    const candidates = stored(join(one, other).events);
    const [stays, goes] = [one, other].map((mentions) => mentions.map(({ id }) => id));
    const parted = joinAccounts({
      candidates,
      mentions: [],
      dropped: [],
      decisions: { ...NO_DECISIONS, apart: [{ one: stays ?? [], other: goes ?? [] }] },
    });
    const parts = new Map(
      parted.events.map(({ id, mentions }) => [id, mentions.map((mention) => mention.id)]),
    );
    expect(parts).toEqual(
      new Map([
        [first?.id, stays],
        [mintEventId(goes?.[0] ?? ('' as Mention['id'])), goes],
      ]),
    );
  });

  test('is withdrawn when no account is left', () => {
    const dropped = one.map(({ article }) => article.id);
    expect(joinAccounts({ candidates: stored(join(one).events), mentions: [], dropped })).toEqual({
      events: [],
      snapshots: [],
      joinKeys: [],
      merged: [],
      withdrawn: [first?.id],
    });
  });

  test('comes with no change where nothing is new', () => {
    const candidates = stored(join(one, other).events);
    expect(joinAccounts({ candidates, mentions: [], dropped: [] }).events).toEqual([]);
  });
});

describe('the order in which articles come', () => {
  const articles = [
    report('A', 'Emmanuel Macron said on Monday that the border would open.'),
    report('B', 'Emmanuel Macron warned Britain on Monday. Norway will hold talks with Sweden in June.'),
    report('C', 'Japan sent China a list of demands on fishing last week.'),
    report(
      'D',
      'Earlier this month, Japan published a list of fishing demands. Sweden and Norway are to meet next month.',
    ),
    report('E', 'Iraq invaded Kuwait in 1990. Emmanuel Macron accused the fishermen on Monday.'),
    report('F', 'The 1990 invasion of Kuwait is remembered.'),
  ];

  /** Joins the articles one after the other to the known events. */
  function ingest(order: readonly (readonly Mention[])[]): readonly TimelineEvent[] {
    const events = new Map<string, TimelineEvent>();
    for (const [index, mentions] of order.entries()) {
      const joined = joinAccounts({ candidates: [...events.values()], mentions, dropped: [] });
      for (const { from } of joined.merged) events.delete(from);
      for (const event of joined.events) {
        const recordedAt = events.get(event.id)?.recordedAt ?? index + 1;
        events.set(event.id, { ...event, revision: index + 1, recordedAt });
      }
    }
    return [...events.values()];
  }

  const tellings = (events: readonly TimelineEvent[]) =>
    events
      .map(({ title, date, type, actors, confidence, mentions }) => ({
        title,
        date,
        type,
        actors,
        confidence,
        mentions: mentions.map(({ id }) => id),
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

  test('changes neither the partition nor dates, titles, types and actors', () => {
    const expected = tellings(ingest(articles));
    expect(titlesOf(ingest(articles))).toHaveLength(4);
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (order) => {
        expect(tellings(ingest(order))).toEqual(expected);
      }),
    );
  });
});
