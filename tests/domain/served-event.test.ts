import { readFile } from 'node:fs/promises';
import { buildSchema, type GraphQLObjectType, getNamedType, isEnumType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { pageInfoJson } from '../../src/api/rest/paging.ts';
import { EVENT, MENTION, PARTICIPANT, SERVED_EVENT } from '../../src/domain/event/served-event.ts';
import { isObject, type ServedField, type ServedObject } from '../../src/domain/event/served-object.ts';
import { eventJson } from '../../src/formats/event/event-json.ts';
import { saveAccounts } from '../api/graphql/stored-accounts.ts';
import { ingestText, openTestTimeline } from '../support/open-test-timeline.ts';

const NEWS = `The minister said on Tuesday that the "port" would close, and the union rejected the plan on Wednesday.

Three ships left the harbour earlier this month. The council will vote early next year.`;

test('what is served of a stored event is exactly what its JSON tells', async () => {
  const { timeline, store, close } = await openTestTimeline();
  await saveAccounts(store);
  await ingestText(timeline, NEWS);
  const whole = await timeline.listEvents({ first: 100 });
  const texts = await timeline.asJson('PUBLIC').listEvents({ first: 100 });
  await close();
  expect(texts.edges.length).toBeGreaterThan(6);
  expect(texts.edges.map(({ node }) => node)).toEqual(
    whole.edges.map(({ node }) => JSON.stringify(eventJson(node))),
  );
  expect(pageInfoJson(texts.pageInfo)).toEqual(pageInfoJson(whole.pageInfo));
});

test('the projection of stored documents names every property down to its leaves', () => {
  expect(SERVED_EVENT.map(({ key }) => key)).toEqual(EVENT.fields.map(({ name }) => name));
  expect(SERVED_EVENT.at(-1)?.shape?.map(({ key }) => key)).toEqual(MENTION.fields.map(({ name }) => name));
});

const SDL = buildSchema(await readFile(new URL('../../schema/timeline.graphql', import.meta.url), 'utf8'));

const SCALARS = {
  ID: 'ID',
  TEXT: 'String',
  DAY: 'Date',
  COUNT: 'Int',
  REVISION: 'Int',
  SHARE: 'Float',
} as const;

/** Describes every field of a served object twice, by its table and by the SDL, so that the two can be compared. */
function compare(
  described: ServedObject,
  type: GraphQLObjectType,
  path: string,
): readonly [string, string][] {
  return described.fields.flatMap((field) => {
    // In GraphQL a participant holds the actor; `actors` there are without their roles.
    const name = field.value === PARTICIPANT ? 'participants' : field.name;
    const inActor = described === PARTICIPANT && field.name !== 'role';
    const owner = inActor ? getNamedType(type.getFields()['actor']?.type) : type;
    const found = isObjectType(owner) ? owner.getFields()[name]?.type : undefined;
    const named = getNamedType(found);
    const place = `${path}.${field.name}`;
    if (isObject(field.value) && isObjectType(named))
      return [
        [`${place}: ${wrapped(field, named.name)}`, `${place}: ${found}`],
        ...compare(field.value, named, place),
      ];
    // REST names the id of a node, GraphQL leads to the node.
    const isLink = field.value === 'ID' && isObjectType(named) && named.getFields()['id'] !== undefined;
    const values = isEnumType(named) ? named.getValues().map((value) => value.name) : undefined;
    const leaf =
      isLink || (values !== undefined && String(values) === String(field.value))
        ? String(named)
        : typeof field.value === 'string'
          ? SCALARS[field.value]
          : String(field.value);
    return [[`${place}: ${wrapped(field, leaf)}`, `${place}: ${found}`]];
  });
}

const wrapped = ({ listOf, nullable }: ServedField, name: string): string =>
  `${listOf === undefined ? name : `[${name}!]`}${nullable ? '' : '!'}`;

function differences(described: ServedObject, typeName: string) {
  const type = SDL.getType(typeName);
  const pairs = isObjectType(type) ? compare(described, type, typeName) : [];
  return { compared: pairs.length, different: pairs.filter(([table, sdl]) => table !== sdl) };
}

test('GraphQL has every field of a served event, of the same kind, with the same words and nulls', () => {
  const { compared, different } = differences(EVENT, 'Event');
  expect(different).toEqual([]);
  expect(compared).toBeGreaterThan(60);
});

test.each<[string, ServedField, string]>([
  ['is not there', { name: 'colour', value: 'TEXT' }, 'Event.colour: undefined'],
  ['is never null', { name: 'title', value: 'TEXT', nullable: true }, 'Event.title: String!'],
  ['is a number', { name: 'revision', value: 'TEXT' }, 'Event.revision: Int!'],
  ['has other words', { name: 'type', value: ['AGREE'] }, 'Event.type: EventType!'],
  ['is a list', { name: 'places', value: { fields: [] } }, 'Event.places: [Place!]!'],
])('the comparison finds a field that in GraphQL %s', (_, planted, sdl) => {
  expect(differences({ fields: [planted] }, 'Event').different).toEqual([[expect.any(String), sdl]]);
});
