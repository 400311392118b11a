import Type, { type Static, type TSchema } from 'typebox';
import { ANCHOR_BASES } from '../../../domain/time/anchor.ts';

/** Null where the article, or the text, does not say. */
export const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** One of a fixed list of words. */
export const wordOf = <Word extends string>(words: readonly Word[], description?: string) =>
  Type.Enum<Word[]>([...words], { type: 'string', ...(description === undefined ? {} : { description }) });

/** A `CalendarDate`. */
export const DaySchema = Type.String({ format: 'date', description: 'A civil day, YYYY-MM-DD.' });

/** A confidence. */
export const ShareSchema = Type.Number({ minimum: 0, maximum: 1 });

export const CountSchema = Type.Integer({ minimum: 0 });

/** An actor or a place, as an event names it. */
export const NamedSchema = Type.Object({ id: Type.String(), name: Type.String() });

export const AnchorSchema = Type.Object(
  { date: DaySchema, basis: wordOf(ANCHOR_BASES, 'What the anchor rests on.') },
  { description: 'The day against which relative expressions are resolved.' },
);

/** A schema under which the OpenAPI document and the app know it. */
export type Named<Schema extends TSchema = TSchema> = Schema & { readonly $id: string };

export const named = <Schema extends TSchema>($id: string, schema: Schema): Named<Schema> =>
  Object.assign(schema, { $id });

/** A reference by name, with the type of the schema itself. */
export const refTo = <Schema extends TSchema>(schema: Named<Schema>) =>
  Type.Unsafe<Static<Schema>>({ $ref: `${schema.$id}#` });
