import Type from 'typebox';
import { EVENT_FIELDS } from '../../../formats/event/event-json.ts';
import type { EventFormat } from '../../../formats/export/event-format.ts';
import type { FormatName } from '../../../formats/export/event-format-names.ts';
import { EVENT_FORMATS } from '../../../formats/export/event-formats.ts';
import { nearestName, parameterError } from '../errors/request-error.ts';
import { wordOf } from '../schemas/schema-parts.ts';

/** A list in one parameter, `fields=id,title`, which may also be repeated. Its order does not matter. */
const fieldsOf = (names: readonly string[], description: string) =>
  Type.Optional(Type.Array(wordOf(names), { style: 'form', explode: false, description }));

/** For every resource that answers with events. */
export const FieldsSchema = fieldsOf(
  EVENT_FIELDS,
  'Which fields of an event, separated by commas, in their usual order; all where it is left out.',
);

const chosenIn = Object.values(EVENT_FORMATS).flatMap(({ fields }) => fields ?? []);

/** For files, with the fields of every format: `requireFieldsOf` checks those of one. */
export const FileFieldsSchema = fieldsOf(
  [...new Set(chosenIn)],
  'Which fields, of .json and .ndjson, or columns, of .csv, separated by commas, in their usual order; other formats are always whole.',
);

/** Throws `BAD_PARAMETER` for a field that the format lacks, and for any field of a format that is always whole. */
export function requireFieldsOf(
  name: FormatName,
  { fields: known }: EventFormat,
  fields: readonly string[],
): void {
  const strange = fields.find((field) => known?.includes(field) !== true);
  if (strange === undefined) return;
  const meant = nearestName(strange, known ?? []);
  const detail =
    known === null
      ? `.${name} is always whole: fields are chosen of .json, .ndjson and .csv`
      : `"${strange}" is not one of ${known.join(', ')}${meant === undefined ? '' : `; did you mean "${meant}"?`}`;
  throw parameterError('BAD_PARAMETER', 'fields', detail);
}
