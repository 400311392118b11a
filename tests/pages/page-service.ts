import { placeId } from '../../src/domain/event/ids.ts';
import { requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { EventDate } from '../../src/domain/time/event-date.ts';
import type { TimelineRecord } from '../../src/domain/timeline-record.ts';
import { openRest, type RestClient } from '../api/rest/rest-client.ts';
import { ARTICLE, dayEvent, saveChange, storedEvent } from '../api/rest/stored-events.ts';
import { ingestText } from '../support/open-test-timeline.ts';

/** A title that would break out of a text, an attribute, a script element and a line. */
export const HOSTILE_TITLE = `</script><script>alert(1)</script>" onload='x' \u202eback ${'long '.repeat(2000)}`;

export interface PageService extends RestClient {
  /** The path of each page, by a name. */
  readonly paths: Readonly<Record<string, string>>;
}

const spanOf = (from: string, to: string, fields: Partial<EventDate>): EventDate => ({
  edtf: `${from}/${to}`,
  earliest: requireCalendarDate(from),
  latest: requireCalendarDate(to),
  precision: 'RANGE',
  role: 'WITHIN',
  display: `between ${from} and ${to}`,
  ...fields,
});

/** An operator's own, with words that want escapes. */
const RECORD: TimelineRecord = {
  name: 'Winter <Talks>',
  description: 'What was said in the winter of 2021 & when.',
  publisher: 'Sample & Sons',
  language: 'en-GB',
  license: 'https://creativecommons.org/licenses/by/4.0/',
};

const PLACE = { id: placeId('plc_moscow'), name: 'Moscow' };

/** The production app over events of each role and modality, one with a hostile title, one with a conflict, and two read articles. */
export async function openPageService(publicOrigin = 'https://timeline.example'): Promise<PageService> {
  const rest = await openRest({ publicOrigin, articleText: 'full', record: RECORD });
  const { store, timeline } = rest;
  const publishedOn = requireCalendarDate('2021-12-21');
  const meeting = 'NATO met Russia in Geneva on 17 December 2021.';
  const morning = await ingestText(timeline, `${meeting} Talks are planned for next month.`, {
    publisher: 'Morning Sample',
    title: 'Talks in Geneva',
    url: 'https://morning.example/talks',
    publishedOn,
  });
  const evening = await ingestText(timeline, `${meeting} Germany rejected the plan on Monday.`, {
    publisher: 'Evening Sample',
    publishedOn,
  });
  const conflict = {
    field: 'NUMBER' as const,
    sides: [
      { says: '15 <hurt>', mentions: [] },
      { says: '17 hurt', mentions: [] },
    ],
  };
  await saveChange(store, {
    article: { ...ARTICLE, text: ARTICLE.text },
    events: [
      dayEvent('hostile', '2021-12-21', { title: HOSTILE_TITLE, places: [PLACE], conflicts: [conflict] }),
      dayEvent('told', '2021-12-20', { modality: 'REPORTED' }),
      storedEvent('within', spanOf('2021-12-01', '2021-12-20', {})),
      storedEvent('lasting', spanOf('2021-10-01', '2021-12-31', { role: 'SPANS' }), {
        modality: 'UNREAL',
        type: 'OTHER',
      }),
      storedEvent('since', {
        ...spanOf('2021-12-05', '2021-12-05', { role: 'AFTER', precision: 'OPEN' }),
        latest: null,
      }),
      storedEvent('until', {
        ...spanOf('2021-12-05', '2021-12-05', { role: 'BEFORE', precision: 'OPEN' }),
        earliest: null,
      }),
      dayEvent('reported', '2021-12-19', {
        date: spanOf('2021-12-19', '2021-12-19', {
          role: 'PUBLISHED',
          precision: 'DAY',
          edtf: '2021-12-19~',
        }),
      }),
    ],
  });
  return {
    ...rest,
    paths: {
      home: '/',
      filtered: '/?actor=act_russia&from=2021-12-01&to=2021-12-31&order=-date',
      nothing: '/?text=unheardof',
      event: '/events/evt_hostile',
      version: '/events/evt_told?revision=3',
      article: `/articles/${morning.articleId}`,
      actor: '/actors/act_russia',
      day: '/on-this-date/12/21',
      today: '/on-this-date/today',
      compare: `/compare?articles=${morning.articleId}&articles=${evening.articleId}`,
      'compare form': '/compare',
      try: '/try?text=They+met+on+Tuesday+%3Cb%3E+until+30+February.&anchor=2021-12-21',
      'try form': '/try',
      about: '/about',
      errors: '/problems',
      embed: '/embed',
      error: '/events/evt_nobody',
    },
  };
}
