import { type Command, Option } from 'commander';
import { EVENT_ORDERS, type EventOrder } from '../../domain/query/timeline-query.ts';
import { FILTER_FIELDS, type FilterField, type FilterInput } from '../../timeline/filter/filter-fields.ts';
import { day, decimal, oneWord, repeated, repeatedWord, wholeNumber } from './option-values.ts';

/** What events are selected by, as commander hands it over; `readFilter` reads it. */
export interface FilterOptions extends FilterInput {
  readonly order: EventOrder;
}

/** `minSources` → `min-sources`, which commander turns back. */
const flagOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function optionOf(name: string, field: FilterField): Option {
  const option = (value: string, note = ''): Option =>
    new Option(`--${flagOf(name)} <${value}>`, `${field.description}${note}`);
  switch (field.kind) {
    case 'DAY':
      return option('day').argParser(day);
    case 'EDTF':
      return option('edtf');
    case 'MONTH_DAY':
      return option('MM-DD');
    case 'TEXT':
      return option('words');
    case 'SHARE':
      return option('share').argParser(decimal);
    case 'COUNT':
      return option('number').argParser(wholeNumber);
    case 'NAMES':
      return option('name', ' (repeatable)').argParser(repeated);
    case 'ARTICLE_IDS':
      return option('id', ' (repeatable)').argParser(repeated);
    case 'WORD':
      return option('how').argParser(oneWord(field.words));
    case 'WORDS':
      return option(name, ` ${field.words.join(', ')} (repeatable)`).argParser(repeatedWord(field.words));
  }
}

/**
 * Adds the filter's options, and that of the order unless the command has one of its own. Those that may be repeated mean
 * "any of", different ones "and".
 */
export function addFilterOptions(command: Command, given: 'FILTER' | 'FILTER_AND_ORDER'): Command {
  for (const [name, field] of Object.entries(FILTER_FIELDS)) command.addOption(optionOf(name, field));
  if (given === 'FILTER_AND_ORDER')
    command.addOption(
      new Option('--order <order>', `order: ${EVENT_ORDERS.join(', ')}`)
        .argParser(oneWord(EVENT_ORDERS))
        .default('DATE'),
    );
  return command;
}
