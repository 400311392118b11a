import { type Command, Option } from 'commander';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { PRECISIONS, type Precision } from '../domain/event-date.ts';
import { EVENT_TYPES, type EventType } from '../domain/event-type.ts';
import { articleId } from '../domain/ids.ts';
import { MODALITIES, type Modality } from '../domain/mention.ts';
import {
  EVENT_ORDERS,
  type EventFilter,
  type EventOrder,
  type MonthDay,
  RANGE_MATCHES,
  type RangeMatch,
} from '../domain/timeline-query.ts';
import { day, monthDay, oneWord, repeated, repeatedWord } from './option-values.ts';

/** What `query` and `export` select by, as commander hands it over. */
export interface FilterOptions {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly match: RangeMatch;
  readonly on?: MonthDay;
  readonly actor?: readonly string[];
  readonly place?: readonly string[];
  readonly type?: readonly EventType[];
  readonly precision?: readonly Precision[];
  readonly modality?: readonly Modality[];
  readonly article?: readonly string[];
  readonly text?: string;
  readonly asOf?: CalendarDate;
  readonly order: EventOrder;
}

const words = (flags: string, description: string, values: readonly string[]): Option =>
  new Option(flags, `${description}: ${values.join(', ')}`).argParser(repeatedWord(values));

const word = (flags: string, description: string, values: readonly string[], byDefault: string): Option =>
  new Option(flags, `${description}: ${values.join(', ')}`).argParser(oneWord(values)).default(byDefault);

/**
 * Adds the filter's options, and that of the order unless the command has one of its own. Those that may be repeated mean
 * "any of", different ones "and".
 */
export function addFilterOptions(command: Command, given: 'FILTER' | 'FILTER_AND_ORDER'): Command {
  if (given === 'FILTER_AND_ORDER') command.addOption(word('--order <order>', 'order', EVENT_ORDERS, 'DATE'));
  return command
    .option('--from <day>', 'events of this day or later', day)
    .option('--to <day>', 'events of this day or earlier', day)
    .addOption(word('--match <how>', 'how an uncertain date meets the range', RANGE_MATCHES, 'OVERLAPS'))
    .option('--on <MM-DD>', 'events of this very day in any year', monthDay)
    .option('--actor <name>', 'who takes part: a name, an alias or an id (repeatable)', repeated)
    .option('--place <name>', 'where: a name or an id (repeatable)', repeated)
    .addOption(words('--type <type>', 'type of event (repeatable)', EVENT_TYPES))
    .addOption(words('--precision <precision>', 'how finely the date is known (repeatable)', PRECISIONS))
    .addOption(words('--modality <modality>', 'how it is told (repeatable)', MODALITIES))
    .option('--article <id>', 'told by this article (repeatable)', repeated)
    .option('--text <words>', 'words that all occur in the title or a quote')
    .option('--as-of <day>', 'what was known from articles published by this day', day);
}

/** The options as the domain's filter. */
export function filterOf(options: FilterOptions): EventFilter {
  const {
    from = null,
    to = null,
    match,
    on,
    actor,
    place,
    type,
    precision,
    modality,
    article,
    text,
    asOf,
  } = options;
  return {
    range: { from, to, match },
    ...(on !== undefined && { monthDay: on }),
    ...(actor !== undefined && { actors: actor }),
    ...(place !== undefined && { places: place }),
    ...(type !== undefined && { types: type }),
    ...(precision !== undefined && { precisions: precision }),
    ...(modality !== undefined && { modalities: modality }),
    ...(article !== undefined && { articles: article.map(articleId) }),
    ...(text !== undefined && { text }),
    ...(asOf !== undefined && { asOf }),
  };
}
