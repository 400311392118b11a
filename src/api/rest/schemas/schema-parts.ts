import Type, { type Static, type TSchema } from 'typebox';

/** Null where the article or the text does not say it. */
export const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

export const wordOf = <Word extends string>(words: readonly Word[], description?: string) =>
  Type.Enum<Word[]>([...words], { type: 'string', ...(description === undefined ? {} : { description }) });

/** A `CalendarDate`. */
export const DaySchema = Type.String({ format: 'date', description: 'A civil day, YYYY-MM-DD.' });

/** A confidence. */
export const ShareSchema = Type.Number({ minimum: 0, maximum: 1 });

export const CountSchema = Type.Integer({ minimum: 0 });

/** A schema with the name that it has in the OpenAPI document. */
export type Named<Schema extends TSchema = TSchema> = Schema & { readonly $id: string };

export const named = <Schema extends TSchema>($id: string, schema: Schema): Named<Schema> =>
  Object.assign(schema, { $id });

/** A reference by name, typed as the schema itself. */
export const refTo = <Schema extends TSchema>(schema: Named<Schema>) =>
  Type.Unsafe<Static<Schema>>({ $ref: `${schema.$id}#` });

/** For a resource without parameters: any parameter is refused. */
export const NoQuerySchema = Type.Object({}, { additionalProperties: false });
