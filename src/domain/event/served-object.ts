import { type JsonShape, shaped } from '../query/json-shape.ts';

/** COUNT: a whole number from 0. REVISION: a whole number from 1. SHARE: from 0 to 1. A list of words: one of these. */
type ServedLeaf = 'ID' | 'TEXT' | 'DAY' | 'COUNT' | 'REVISION' | 'SHARE' | readonly string[];

/** A property of a served object. */
export interface ServedField {
  readonly name: string;
  readonly value: ServedLeaf | ServedObject;
  readonly nullable?: true;
  /** The field is a list of such values, with at least this many. */
  readonly listOf?: number;
  readonly description?: string;
}

/** An object of an answer. Its fields stand in the order that they have in the JSON text. */
export interface ServedObject {
  /** The name of its schema in REST; a schema without a name is written where it is used. */
  readonly schema?: string;
  readonly description?: string;
  readonly fields: readonly ServedField[];
}

/** The JSON value that a description stands for. A domain object that has more properties fits too. */
export type Served<Described extends ServedObject> = {
  readonly [Field in Described['fields'][number] as Field['name']]:
    | ListOf<Field, ServedValue<Field['value']>>
    | (Field extends { readonly nullable: true } ? null : never);
};

type ListOf<Field, Value> = Field extends { readonly listOf: number } ? readonly Value[] : Value;

type ServedValue<Value> = Value extends readonly (infer Word)[]
  ? Word
  : Value extends 'ID' | 'TEXT' | 'DAY'
    ? string
    : Value extends 'COUNT' | 'REVISION' | 'SHARE'
      ? number
      : Value extends ServedObject
        ? Served<Value>
        : never;

/** Narrows the value of a field: an object, not a leaf. */
export const isObject = (value: ServedField['value']): value is ServedObject =>
  typeof value === 'object' && 'fields' in value;

/** The description as a shape of stored documents. */
export const shapeOf = ({ fields }: ServedObject): JsonShape =>
  fields.map(({ name, value }) =>
    isObject(value) ? shaped(name, shapeOf(value)) : { key: name, from: { property: name } },
  );
