import type { TimeExplanation } from '../../domain/event/explanation.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { Resolution } from '../../domain/time/resolution.ts';
import type { Timex } from '../../domain/time/timex.ts';
import { RULE_SET } from '../../ingestion/rule-set.ts';
import type { FindGovernors } from '../../parsing/find-governors.ts';
import type { GovernorAt } from '../../parsing/tree/governor.ts';
import { hangingWords } from '../../parsing/tree/hanging-words.ts';
import type { StoredArticle } from '../../store/port/event-store.ts';
import { joinDayLists } from '../../temporal/day-lists.ts';
import { resolveText } from '../../temporal/resolve-text.ts';

/** The number of kept readings. An event has mentions in many articles; a client reads the mentions of an article together. */
const KEPT = 64;

/** The time expressions of a text, with the lookup of the predicates that they hang on. */
interface Reading {
  readonly resolutions: readonly Resolution[];
  readonly governorAt: GovernorAt;
}

/** Explains a mention's time from its stored article, which is undefined where it is not known. */
export type TimeExplainer = (mention: Mention, article: StoredArticle | undefined) => TimeExplanation;

/**
 * An explainer that reads each article once for all its mentions. A text never changes under its id, so a reading stays
 * valid.
 */
export function timeExplainer(findGovernors: FindGovernors): TimeExplainer {
  const readings = new Map<string, Reading>();
  const read = ({ id, text }: StoredArticle, { anchor }: Mention): Reading => {
    const key = `${id} ${anchor.date}`;
    const found = readings.get(key) ?? readText(text, anchor.date, findGovernors(text));
    readings.delete(key);
    readings.set(key, found);
    const [oldest] = readings.keys();
    if (readings.size > KEPT && oldest !== undefined) readings.delete(oldest);
    return found;
  };
  return (mention, article) => explainTime(mention, article, read);
}

function readText(text: string, anchor: CalendarDate, governorAt: GovernorAt): Reading {
  const outcomes = joinDayLists(text, resolveText(text, anchor, { governorAt }));
  return { resolutions: outcomes.filter((one) => one.kind === 'resolved'), governorAt };
}

function explainTime(
  mention: Mention,
  article: StoredArticle | undefined,
  read: (article: StoredArticle, mention: Mention) => Reading,
): TimeExplanation {
  const { timex, datedBy } = mention;
  const common = {
    readWith: article?.ruleSet ?? null,
    ruleSet: RULE_SET,
    resolution: null,
    countedFrom: null,
    hangsOn: null,
  };
  if (mention.date?.role === 'PUBLISHED')
    return {
      ...common,
      outcome: 'UNDATED',
      note: 'the article names no day for it and reports it on its own',
    };
  if (timex === null) {
    const note = `it has no time expression of its own${datedBy === null ? '' : `; ${datedBy} beside it has the date`}`;
    return { ...common, outcome: 'UNDATED', note };
  }
  if (article === undefined || article.text === '')
    return {
      ...common,
      outcome: 'NO_TEXT',
      note: 'the article’s text is no longer kept and cannot be read again',
    };
  const { resolutions, governorAt } = read(article, mention);
  const governor = governorAt(timex);
  const hangsOn = governor === null ? null : hangingWords(governor, article.text);
  const resolution = resolutions.find((found) => isSameSpan(found.timex, timex));
  if (resolution === undefined)
    return {
      ...common,
      hangsOn,
      outcome: 'UNREAD',
      note: `${changed(article)} no longer takes the words for a time expression`,
    };
  const countedFrom = countedFromOf(resolution, article.text);
  if (isSameReading(mention, resolution))
    return { ...common, hangsOn, outcome: 'SAME', note: sameNote(article), resolution, countedFrom };
  const now = resolution.date?.edtf ?? resolution.timex.value;
  const note = `${changed(article)} reads the words as ${now}, by ${resolution.rule}`;
  return { ...common, hangsOn, outcome: 'DIFFERENT', note, resolution, countedFrom };
}

const isSameSpan = (one: Timex, other: Timex): boolean => one.start === other.start && one.end === other.end;

const isSameReading = ({ date, rule }: Mention, now: Resolution): boolean =>
  date?.edtf === now.date?.edtf && date?.role === now.date?.role && rule === now.rule;

const changed = ({ ruleSet }: StoredArticle): string =>
  `the article was read with rule set ${ruleSet}; rule set ${RULE_SET}`;

const sameNote = (article: StoredArticle): string | null =>
  article.ruleSet === RULE_SET ? null : `${changed(article)} reads the words alike`;

function countedFromOf({ reference }: Resolution, text: string): string | null {
  if (reference.kind === 'NONE') return null;
  return reference.kind === 'ANCHOR' ? 'anchor' : text.slice(reference.start, reference.end);
}
