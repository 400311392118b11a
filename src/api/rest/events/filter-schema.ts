import Type, { type TSchema } from 'typebox';
import { LONGEST_EDTF } from '../../../domain/time/read-edtf.ts';
import { MAX_FILTER_TEXT, MAX_FILTER_VALUES } from '../../../timeline/filter/event-filter.ts';
import { FILTER_FIELDS, type FilterField } from '../../../timeline/filter/filter-fields.ts';
import { wordOf } from '../schemas/schema-parts.ts';

/** How a filter's fields are written in a query string. A list repeats its parameter. */
export const filterProperties: Readonly<Record<string, TSchema>> = Object.fromEntries(
  Object.entries(FILTER_FIELDS).map(([name, field]) => [name, Type.Optional(schemaOf(field))]),
);

function schemaOf(field: FilterField): TSchema {
  const { description } = field;
  const repeatable = { maxItems: MAX_FILTER_VALUES, description: `${description} May be repeated.` };
  switch (field.kind) {
    case 'DAY':
      return Type.String({ format: 'date', description });
    case 'EDTF':
      return Type.String({ maxLength: LONGEST_EDTF, description });
    case 'MONTH_DAY':
      return Type.String({ maxLength: 5, description });
    case 'TEXT':
      return Type.String({ maxLength: MAX_FILTER_TEXT, description });
    case 'SHARE':
      return Type.Number({ minimum: 0, maximum: 1, description });
    case 'COUNT':
      return Type.Integer({ minimum: 0, description });
    case 'NAMES':
      return Type.Array(Type.String({ maxLength: MAX_FILTER_TEXT }), repeatable);
    case 'ARTICLE_IDS':
      return Type.Array(Type.String({ pattern: '^art_[0-9a-z_-]{1,80}$' }), repeatable);
    case 'WORD':
      return wordOf(field.words, description);
    case 'WORDS':
      return Type.Array(wordOf(field.words), repeatable);
  }
}
