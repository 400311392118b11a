import { describe, expect, test } from 'vitest';
import { NO_DECISIONS } from '../../../src/domain/event/decision.ts';
import type { Mention } from '../../../src/domain/event/mention.ts';
import { joinAccounts } from '../../../src/ingestion/joining/join-accounts.ts';
import { mentionsOf } from '../read-text.ts';

const report = (publisher: string, text: string, anchor = '2019-05-15') =>
  mentionsOf(text, anchor, { publisher });

/** The event that an editor made of some accounts. */
function together(...articles: readonly (readonly Mention[])[]) {
  const mentions = articles.flat();
  const decisions = { ...NO_DECISIONS, together: [mentions.map(({ id }) => id)] };
  const { events } = joinAccounts({ candidates: [], mentions, dropped: [], decisions });
  expect(events).toHaveLength(1);
  return events[0];
}

const ids = (mentions: readonly Mention[]) => mentions.map(({ id }) => id);

describe('accounts of one event that contradict each other', () => {
  test('in its date are kept, and the date is what the most of them say', () => {
    const monday = report('A', 'A fire killed two workers at a dairy in Osaka on Monday.');
    const again = report('B', 'Two workers died in a dairy fire in Osaka on Monday.');
    const tuesday = report('C', 'Two workers died when a dairy burned in Osaka on Tuesday.');
    const event = together(tuesday, monday, again);
    expect(event?.date.edtf).toBe('2019-05-13');
    expect(event?.conflicts).toEqual([
      {
        field: 'DATE',
        sides: [
          { says: '2019-05-13', mentions: expect.arrayContaining([...ids(monday), ...ids(again)]) },
          { says: '2019-05-14', mentions: ids(tuesday) },
        ],
      },
    ]);
  });

  test('in a number name both, with their own words', () => {
    const few = report('A', 'A dam burst in Peru on Monday and killed at least 12 people.');
    const more = report('B', 'A dam collapsed in Peru on Monday, killing 15 people.');
    const { conflicts } = together(few, more) ?? {};
    expect(conflicts?.map(({ field }) => field)).toEqual(['NUMBER']);
    expect(conflicts?.[0]?.sides.map(({ says }) => says).sort()).toEqual([
      'killed at least 12',
      'killing 15',
    ]);
  });

  test('do not when a rough number allows the other', () => {
    const rough = report('A', 'A dam burst in Peru on Monday and killed about 15 people.');
    const exact = report('B', 'A dam collapsed in Peru on Monday, killing 16 people.');
    expect(together(rough, exact)?.conflicts).toEqual([]);
  });

  test('are none where a wider date holds a narrower one', () => {
    const day = report('A', 'Japan sent China a list of demands on fishing on Monday.');
    const month = report('B', 'Earlier this month, Japan published a list of fishing demands.');
    expect(together(day, month)?.conflicts).toEqual([]);
  });
});

describe('sources', () => {
  const AGENCY =
    'Japan sent China a long list of demands on fishing quotas and on the rights of its crews last week.';

  test('that copied one dispatch count once, even where one has cut it', () => {
    const cut = 'Japan sent China a long list of demands on fishing quotas last week.';
    expect(together(report('A', AGENCY), report('B', cut))?.sourceCount).toBe(1);
  });

  test('that report the same in their own words count each', () => {
    const own = 'A list of demands about fishing quotas was sent to China by Japan last week.';
    expect(together(report('A', AGENCY), report('B', own))?.sourceCount).toBe(2);
  });
});
