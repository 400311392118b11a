import { actorId, articleId, kindOfId } from '../../domain/event/ids.ts';
import { sourceLine } from '../../formats/event/sources.ts';
import type { FilterFieldName } from '../../timeline/filter/filter-fields.ts';
import type { Facet } from '../../timeline/read/timeline-reading.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { labelOf } from '../glossary.ts';
import { filterEntries, type Selection } from '../selection.ts';
import { dateValueWords, monthDayWords } from './date-mark.ts';

/** The words in which a page shows a value of a filter. */
export type FilterNames = (name: FilterFieldName, value: string) => string;

/** Reads the names behind the ids of a selection: from its facets where they have them, else from the timeline. */
export async function readFilterNames(
  timeline: Pick<Timeline, 'getActor' | 'getArticleRecord'>,
  selection: Selection,
  facets: readonly Facet[],
): Promise<FilterNames> {
  const names = new Map(
    facets.flatMap(({ values }) => values.map(({ value, name }): [string, string] => [value, name])),
  );
  const unknown = filterEntries(selection).filter(({ value }) => !names.has(value));
  await Promise.all(
    unknown.map(async ({ value }) => {
      const name = await recordName(timeline, value);
      if (name !== undefined) names.set(value, name);
    }),
  );
  return (name, value) => {
    if (DATES.includes(name)) return dateValueWords(value);
    if (name === 'onThisDate') return monthDayWords(value);
    return labelOf(name, names.get(value) ?? value);
  };
}

const DATES: readonly FilterFieldName[] = ['from', 'to', 'date', 'asOf'];

async function recordName(
  timeline: Pick<Timeline, 'getActor' | 'getArticleRecord'>,
  value: string,
): Promise<string | undefined> {
  const kind = kindOfId(value);
  if (kind === 'actor') return (await timeline.getActor(actorId(value)))?.name;
  if (kind !== 'article') return undefined;
  const article = await timeline.getArticleRecord(articleId(value));
  return article === undefined ? undefined : sourceLine(article);
}
