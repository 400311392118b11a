import fc from 'fast-check';
import { QUERY_LIMITS } from '../../../src/api/graphql/limits/query-limits.ts';

/** Fields of a type: leaves, and fields with a selection of their own. */
interface Fields {
  readonly leaves: readonly string[];
  readonly nested?: Readonly<Record<string, Fields>>;
}

const DATE: Fields = { leaves: ['edtf', 'earliest', 'latest', 'precision', 'role', 'display'] };
const NAMED: Fields = { leaves: ['id', 'name', '__typename'] };
const PARTICIPANT: Fields = { leaves: ['role', '__typename'], nested: { actor: NAMED } };

const MENTION: Fields = {
  leaves: ['id', 'title', 'type', 'modality', 'confidence', 'rule', 'typePattern', '__typename'],
  nested: {
    quote: { leaves: ['exact', 'prefix', 'suffix', 'start', 'end'] },
    clause: { leaves: ['start', 'end'] },
    timex: { leaves: ['text', 'start', 'end', 'type', 'value', 'mod'] },
    date: DATE,
    anchor: { leaves: ['date', 'basis'] },
    article: { leaves: ['id', 'file', 'title', 'publisher', 'url', 'publishedOn', '__typename'] },
    actors: NAMED,
    participants: PARTICIPANT,
    places: NAMED,
  },
};

const EVENT: Fields = {
  leaves: [
    'id',
    'revision',
    'recordedAt',
    'title',
    'type',
    'modality',
    'confidence',
    'sourceCount',
    '__typename',
  ],
  nested: { date: DATE, actors: NAMED, participants: PARTICIPANT, places: NAMED, mentions: MENTION },
};

/**
 * Some of an event's fields in any order, without those that only resolvers know. Some are renamed, within the limit of
 * aliases.
 */
export const anyEventSelection: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: anySelection(EVENT) },
    {
      weight: 1,
      arbitrary: anySelection(EVENT).map((selection) => `again: id ... on Event { ${selection} }`),
    },
  )
  .filter((selection) => selection.split(': ').length - 1 <= QUERY_LIMITS.aliases);

function anySelection({ leaves, nested = {} }: Fields): fc.Arbitrary<string> {
  const leaf = fc.constantFrom(...leaves).map((name) => ({ name, text: name }));
  const inner = Object.entries(nested).map(([name, fields]) =>
    anySelection(fields).map((selection) => ({ name, text: `${name} { ${selection} }` })),
  );
  return fc
    .uniqueArray(inner.length === 0 ? leaf : fc.oneof(leaf, ...inner), {
      minLength: 1,
      maxLength: 6,
      selector: ({ name }) => name,
    })
    .chain((fields) =>
      fc
        .array(fc.boolean(), { minLength: fields.length, maxLength: fields.length })
        .map((renamed) =>
          fields.map(({ name, text }, index) => (renamed[index] ? `my_${name}: ${text}` : text)).join(' '),
        ),
    );
}
