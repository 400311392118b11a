import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../../src/domain/event/event.ts';
import type { MentionExplanation } from '../../../src/domain/event/explanation.ts';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import { RULE_SET } from '../../../src/ingestion/rule-set.ts';
import { findNames } from '../../../src/timeline/read/find-names.ts';
import type { Timeline } from '../../../src/timeline/timeline.ts';
import { buildArticle, buildChange, buildEvent, buildMention, dayDate } from '../../store/build-event.ts';
import { saveArticle } from '../../store/save-change.ts';
import { ingestMeetingTwice } from '../../support/ingest-meeting-twice.ts';
import { ingestText, openTestTimeline, type TestTimeline } from '../../support/open-test-timeline.ts';

let opened: TestTimeline;
let timeline: Timeline;

beforeAll(async () => {
  opened = await openTestTimeline();
  ({ timeline } = opened);
  await ingestMeetingTwice(timeline);
  await ingestText(timeline, 'The Kremlin said on Friday that Mr. Putin would speak.');
});
afterAll(() => opened.close());

const eventAbout = async (text: string): Promise<TimelineEvent> => {
  const [edge] = (await timeline.listEvents({ filter: { text }, first: 1 })).edges;
  if (edge === undefined) throw new Error(`no event about ${text}`);
  return edge.node;
};

describe('an explanation', () => {
  let meeting: readonly MentionExplanation[];

  beforeAll(async () => {
    meeting = (await timeline.explainEvent(await eventAbout('Brussels'))).mentions;
  });

  test('reads each mention again from its article, with rule, reason and what it was counted from', () => {
    expect(
      meeting.map(({ time }) => [time.outcome, time.resolution?.rule, time.countedFrom, time.note]),
    ).toEqual([
      ['SAME', meeting[0]?.mention.rule, 'anchor', null],
      ['SAME', meeting[1]?.mention.rule, null, null],
    ]);
    expect(meeting[0]?.time.resolution?.because).toMatch(/\w+ \w+/);
  });

  test('says what each anchor and each type rests on', () => {
    expect(meeting[0]?.anchorBecause).toBe('the day the article says it was published');
    expect(meeting[0]?.typeBecause).toBe('the pattern CONSULT/meet fits');
  });

  test('says how the accounts were joined, with the score and its parts', () => {
    const scored = meeting.find(({ joining }) => joining.basis === 'SCORE');
    expect(meeting.map(({ joining }) => joining.basis).sort()).toEqual(['FIRST', 'SCORE']);
    expect(scored?.joining.score?.score).toBeGreaterThanOrEqual(scored?.joining.threshold ?? 1);
    expect(scored?.joining.because).toMatch(
      /^agrees with the accounts before it by (?:0\.\d+|1), where 0\.\d+ is needed$/,
    );
  });

  test('has as many accounts as are asked for', async () => {
    const event = await eventAbout('Brussels');
    expect((await timeline.explainEvent(event, 1)).mentions).toHaveLength(1);
    await expect(timeline.explainEvent(event, 101)).rejects.toMatchObject({ code: 'BAD_PAGE' });
  });

  test('names the words that stand for each actor, with their positions in the text', async () => {
    const event = await eventAbout('Kremlin');
    const [explained] = (await timeline.explainEvent(event)).mentions;
    const words = explained?.actors.flatMap((actor) => actor.words) ?? [];
    expect(words).toContainEqual({ text: 'The Kremlin', start: 0, end: 11 });
  });
});

describe('an explanation of what was read by other rules', () => {
  const TEXT = 'They met on Tuesday. They left soon.';
  const article = buildArticle('old', { text: TEXT, ruleSet: '2001.01' });
  const quote = { exact: 'They met on Tuesday.', start: 0, end: 20, prefix: '', suffix: '' };
  const timex = (text: string) => {
    const start = TEXT.indexOf(text);
    return { text, start, end: start + text.length, type: 'DATE', value: '2021-12-21', mod: null } as const;
  };
  const explain = async (given: Parameters<typeof buildMention>[1], stored = article) => {
    const other = await openTestTimeline();
    const mention = buildMention('m', { article: stored, quote, timex: timex('Tuesday'), ...given });
    const held = buildMention('held', { article: stored });
    const event = buildEvent('e', { mentions: [mention, held] });
    await saveArticle(other.store, buildChange({ article: stored, events: [event] }));
    const [edge] = (await other.timeline.listEvents({})).edges;
    const explanation = edge && (await other.timeline.explainEvent(edge.node));
    await other.close();
    return explanation?.mentions[0]?.time;
  };
  const since = `the article was read with rule set 2001.01; rule set ${RULE_SET}`;

  test('says that the rules of now read it alike', async () => {
    expect(await explain({})).toMatchObject({
      outcome: 'SAME',
      note: `${since} reads the words alike`,
      readWith: '2001.01',
      ruleSet: RULE_SET,
      countedFrom: 'anchor',
      hangsOn: '“met”, whose subject is “They”',
    });
  });

  test('says what they make of it now, where that is something else', async () => {
    const date = dayDate('2021-12-14');
    expect(await explain({ date })).toMatchObject({
      outcome: 'DIFFERENT',
      note: `${since} reads the words as 2021-12-21, by weekday/same-or-last`,
      resolution: { date: { edtf: '2021-12-21' } },
      hangsOn: '“met”, whose subject is “They”',
    });
  });

  test('says that they no longer take it for a time', async () => {
    expect(await explain({ timex: timex('They met') })).toMatchObject({
      outcome: 'UNREAD',
      note: `${since} no longer takes the words for a time expression`,
      resolution: null,
    });
  });

  test('says that the text is gone, where an earlier version is explained', async () => {
    const other = await openTestTimeline();
    const url = 'https://news.example/a';
    const source = { url, publishedOn: requireCalendarDate('2021-12-21') };
    await ingestText(other.timeline, 'Joe Biden spoke with Vladimir Putin on Tuesday.', source);
    const [edge] = (await other.timeline.listEvents({})).edges;
    await ingestText(other.timeline, 'Joe Biden left for Moscow on Monday.', source);
    const [explained] = edge === undefined ? [] : (await other.timeline.explainEvent(edge.node)).mentions;
    expect(explained?.time).toMatchObject({ outcome: 'NO_TEXT', resolution: null, hangsOn: null });
    await other.close();
  });

  test('says of a mention without a time which one beside it has the date', async () => {
    const held = buildMention('held');
    expect(await explain({ timex: null, date: null, rule: null, datedBy: held.id })).toMatchObject({
      outcome: 'UNDATED',
      note: 'it has no time expression of its own; men_held beside it has the date',
      hangsOn: null,
    });
  });
});

describe('names in a quote', () => {
  const namesIn = (exact: string, names: readonly string[]) =>
    findNames({ exact, start: 10, end: 10 + exact.length, prefix: '', suffix: '' }, names).map(
      ({ text, start }) => `${text} ${start}`,
    );

  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'the longest of names that overlap',
      'Vladimir Putin spoke.',
      ['Putin', 'Vladimir Putin'],
      ['Vladimir Putin 10'],
    ],
    ['whole words alone', 'Putins and Putin', ['Putin'], ['Putin 21']],
    ['a possessive', 'Putin’s aide', ['Putin'], ['Putin 10']],
    ['a capital at the beginning', 'The Kremlin', ['the Kremlin'], ['The Kremlin 10']],
    ['nobody in a pronoun', 'They told us.', ['US'], []],
    ['an abbreviation with its stops', 'a U.S. envoy, UxSx', ['U.S.'], ['U.S. 12']],
    ['nothing without names', 'Putin', [], []],
  ])('are %s', (_, exact, names, expected) => {
    expect(namesIn(exact, names)).toEqual(expected);
  });
});
