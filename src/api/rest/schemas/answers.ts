import Type from 'typebox';
import type { EventFormat } from '../../../formats/export/event-format.ts';
import { ERROR_TABLE } from '../../errors.ts';
import { type Named, named, refTo, wordOf } from './schema-parts.ts';

const PART = { detail: Type.String() };

export const ProblemSchema = named(
  'Problem',
  Type.Object(
    {
      type: Type.String({
        format: 'uri-reference',
        description: 'A page of this server that explains the code.',
      }),
      title: Type.String(),
      status: Type.Integer({ minimum: 400, maximum: 599 }),
      code: wordOf(Object.keys(ERROR_TABLE)),
      detail: Type.String(),
      instance: Type.String({ format: 'uri-reference' }),
      errors: Type.Optional(
        Type.Array(
          Type.Union([
            Type.Object({ parameter: Type.String(), ...PART }),
            Type.Object({ pointer: Type.String({ description: 'JSON pointer into the body.' }), ...PART }),
          ]),
        ),
      ),
      errorId: Type.Optional(Type.String({ description: 'Finds the cause of a fault in the server’s log.' })),
      revision: Type.Optional(Type.Integer({ description: 'The revision that withdrew the event.' })),
    },
    { description: 'An error (RFC 9457).' },
  ),
);

const PROBLEM_CONTENT = { 'application/problem+json': { schema: refTo(ProblemSchema) } };

const textHeader = (description: string) => ({ type: 'string', description });

const CACHE_HEADERS = {
  'cache-control': textHeader('How long a copy may be used without asking.'),
  'dateline-revision': {
    type: 'integer',
    description:
      'The revision that the client has seen with this answer. A request with this header is not answered from before it.',
  },
};

const RETRY_HEADERS = {
  ...CACHE_HEADERS,
  'retry-after': { type: 'integer', description: 'Seconds after which to ask again, of 429 and 503.' },
};

const PROBLEMS = {
  '4xx': {
    description: 'The request is refused; the problem says why.',
    headers: { ...RETRY_HEADERS, 'www-authenticate': textHeader('How to be admitted (RFC 6750), of 401.') },
    content: PROBLEM_CONTENT,
  },
  '5xx': {
    description: 'The server failed or is not ready.',
    headers: RETRY_HEADERS,
    content: PROBLEM_CONTENT,
  },
};

/** The answers of a JSON resource, for its route's `schema.response`. */
export function answersOf(schema: Named, description: string) {
  const content = { 'application/json': { schema: refTo(schema) } };
  return { 200: { description, headers: CACHE_HEADERS, content }, ...PROBLEMS };
}

/** As `answersOf`, for a resource with an entity tag and links. */
export function cachedAnswersOf(schema: Named, description: string) {
  const answers = answersOf(schema, description);
  return {
    ...answers,
    200: { ...answers[200], headers: CACHED_HEADERS },
    304: NOT_MODIFIED,
  };
}

const TAG_HEADERS = { ...CACHE_HEADERS, etag: textHeader('Changes with the revision of the data set.') };

const CACHED_HEADERS = {
  ...TAG_HEADERS,
  link: textHeader('Related resources (RFC 8288): first, prev and next page, service-desc.'),
};

const NOT_MODIFIED = {
  type: 'null',
  description: 'Unchanged since the entity tag in If-None-Match.',
  headers: TAG_HEADERS,
};

/** The answer of a resource of an event that was merged into another event. */
export const MOVED_ANSWER = {
  308: {
    type: 'null',
    description: 'Merged into the event that Location names.',
    headers: { ...CACHED_HEADERS, location: textHeader('The same resource of that event.') },
  },
};

/** The answers of a resource that sends a selection as a file, in one of these formats. */
export function exportAnswersOf(formats: readonly EventFormat[]) {
  const answers = fileAnswersOf(
    formats.map(({ mediaType }) => mediaType),
    'The selection, streamed.',
  );
  return {
    ...answers,
    200: { ...answers[200], headers: { ...CACHED_HEADERS, ...OMISSION_HEADERS } },
  };
}

/** The answers of a resource that is a file of one of these media types. */
export function fileAnswersOf(mediaTypes: readonly string[], description: string) {
  const names = mediaTypes.map((mediaType) => mediaType.split(';')[0] ?? '');
  return {
    200: {
      description,
      headers: CACHED_HEADERS,
      content: Object.fromEntries(names.map((name) => [name, { schema: FILE_SCHEMA }])),
    },
    304: NOT_MODIFIED,
    ...PROBLEMS,
  };
}

/** Any content: the standard of the file's format describes it. */
const FILE_SCHEMA = {};

const OMISSION_HEADERS = {
  'x-omitted-undated': {
    type: 'integer',
    description: 'Of .ics and .timelinejs.json: events left out because their date is open at an end.',
  },
  'x-omitted-without-coordinates': {
    type: 'integer',
    description: 'Of .geojson: events left out because they cannot be put on a map.',
  },
};
