import { type Command, Option } from 'commander';
import { EVENT_ORDERS, type EventOrder } from '../../domain/query/timeline-query.ts';
import { FILTER_FIELDS, type FilterField, type FilterInput } from '../../timeline/filter/filter-fields.ts';
import {
  day,
  decimal,
  oneWord,
  repeated,
  repeatedWordOption,
  wholeNumber,
  wordOption,
} from './option-values.ts';

/** The filter's options as commander hands them over; `readFilter` reads them. */
export interface FilterOptions extends FilterInput {
  readonly order: EventOrder;
}

/** `minSources` → `min-sources`. Commander turns the flag back into the name. */
const flagOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function optionOf(name: string, field: FilterField): Option {
  const flags = (value: string): string => `--${flagOf(name)} <${value}>`;
  const option = (value: string, note = ''): Option =>
    new Option(flags(value), `${field.description}${note}`);
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
      return repeatedWordOption(flags(name), field.description, field.words, 'repeatable');
  }
}

/** Adds the filter's options. Repeating an option means "any of"; different options are joined by "and". */
export function addFilterOptions(command: Command, given: 'FILTER' | 'FILTER_AND_ORDER'): Command {
  for (const [name, field] of Object.entries(FILTER_FIELDS)) command.addOption(optionOf(name, field));
  if (given === 'FILTER_AND_ORDER')
    command.addOption(wordOption('--order <order>', 'order', EVENT_ORDERS).default('DATE'));
  return command;
}
