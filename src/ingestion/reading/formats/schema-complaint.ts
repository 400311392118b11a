import type { TLocalizedValidationError } from 'typebox/error';

/** Names of our fields in other formats. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  headline: 'title',
  name: 'title',
  source: 'publisher',
  site: 'publisher',
  link: 'url',
  date: 'publishedOn',
  published: 'publishedOn',
  publishedat: 'publishedOn',
  datepublished: 'publishedOn',
  pubdate: 'publishedOn',
  lang: 'language',
  body: 'text',
  content: 'text',
};

const PATTERN_RULES: Readonly<Record<string, string>> = {
  url: 'is no http or https address',
  publishedOn: 'is not a day written as YYYY-MM-DD',
  language: 'is no language tag (BCP 47)',
};

/** The errors to report first: a misnamed field explains a missing field. */
const KEYWORDS = ['additionalProperties', 'required'];

/**
 * The errors of a validation as one line with the field's JSON Pointer (RFC 6901):
 * `/publishedOn: "yesterday" is not a day written as YYYY-MM-DD`.
 */
export function complain(
  errors: readonly TLocalizedValidationError[],
  value: unknown,
  known: readonly string[],
): string {
  const error =
    KEYWORDS.flatMap((keyword) => errors.filter((each) => each.keyword === keyword))[0] ??
    errors.find((each) => each.keyword !== 'boolean');
  if (error === undefined) return 'not an article as schema/article.schema.json describes it';
  const { instancePath: pointer } = error;
  const found = valueAt(value, pointer);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownField(pointer, error.params.additionalProperties[0] ?? '', known);
    case 'required':
      return `${pointer}/${error.params.requiredProperties[0]}: this field is missing`;
    case 'type':
      return `${inFront(pointer)}${describeValue(found)} where ${expected(error.params.type)} belongs`;
    case 'minLength':
      return `${inFront(pointer)}empty`;
    case 'maxLength':
      return `${inFront(pointer)}longer than ${error.params.limit} characters`;
    default:
      return `${inFront(pointer)}${describeValue(found)} ${PATTERN_RULES[pointer.split('/').at(-1) ?? ''] ?? 'is not allowed'}`;
  }
}

function unknownField(pointer: string, field: string, known: readonly string[]): string {
  const meant = OTHER_NAMES[field.toLowerCase().replaceAll(/[^a-z]/g, '')];
  const hint =
    pointer === '' && meant !== undefined && known.includes(meant)
      ? `did you mean "${meant}"`
      : `known are ${(pointer === '' ? known : ['publisher', 'url']).join(', ')}`;
  return `${pointer}/${clip(field)}: unknown field, ${hint}`;
}

const inFront = (pointer: string): string => (pointer === '' ? '' : `${pointer}: `);

const expected = (types: string | readonly string[]): string =>
  [types].flat()[0] === 'object' ? 'an object' : `a ${[types].flat()[0]}`;

/** A value shortened for a message; arrays and objects are only named. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(clip(value));
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

function valueAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof found !== 'object' || found === null) return undefined;
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    found = Object.getOwnPropertyDescriptor(found, key)?.value;
  }
  return found;
}
