import { type Command, InvalidArgumentError } from 'commander';
import { resolveUserPath } from '../../config.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { DEFAULT_SLUG, isSlug, type TimelineRecord } from '../../domain/timeline-record.ts';
import { languageTag } from '../../startup/setting-readers.ts';
import { day } from './option-values.ts';
import type { GlobalOptions } from './shared-options.ts';

/** The record of a timeline as options: `--name`, `--publisher`. */
export interface RecordOptions extends GlobalOptions {
  readonly name?: string;
  readonly description?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly license?: string;
  readonly anchor?: CalendarDate;
  readonly names?: string;
}

export const addRecordOptions = (command: Command): Command =>
  command
    .option('--name <name>', 'its name for readers')
    .option('--description <words>', 'a sentence or two for readers')
    .option('--publisher <name>', 'who answers for it')
    .option('--language <tag>', 'the language of its titles and quotes (default: en)', language)
    .option('--license <words>', 'the licence of its data')
    .option('--anchor <day>', 'the day against which an article without a date of its own is read', day)
    .option('--names <file>', 'JSON file of names of actors and places for its articles');

/** Reads a language tag as `TIMELINE_LANGUAGE` takes it. */
function language(text: string): string {
  const reading = languageTag(text, {});
  if (reading.kind === 'refused') throw new InvalidArgumentError(`It ${reading.rule}.`);
  return reading.value;
}

/** Reads the slug of a timeline beside the default one. */
export function slug(text: string): string {
  if (isSlug(text) && text !== DEFAULT_SLUG) return text;
  throw new InvalidArgumentError(
    'It must be small letters, digits and hyphens between them, forty at most, and not "default".',
  );
}

/** A record with what the options say laid over it. */
export const recordWith = (record: TimelineRecord, options: RecordOptions): TimelineRecord => {
  const { name, description, publisher, language, license } = options;
  return {
    name: name ?? record.name,
    description: description ?? record.description,
    publisher: publisher ?? record.publisher,
    language: language ?? record.language,
    license: license ?? record.license,
  };
};

/** The absolute path of a file of names; null for none. */
export const namesFileOf = ({ names }: RecordOptions): string | null =>
  names === undefined ? null : resolveUserPath(names);
