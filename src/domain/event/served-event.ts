import { ANCHOR_BASES } from '../time/anchor.ts';
import { DATE_ROLES, PRECISIONS } from '../time/event-date.ts';
import { TIMEX_MODS, TIMEX_TYPES } from '../time/timex.ts';
import { CONFLICT_FIELDS } from './conflict.ts';
import { EVENT_TYPES } from './event-type.ts';
import { MODALITIES, PARTICIPANT_ROLES, TITLE_KINDS } from './mention.ts';
import { type ServedObject, shapeOf } from './served-object.ts';

/*
 * An event as REST and exports serve it, described once. REST's schemas, the JSON writer and the store's projection are
 * made from these tables. A test compares GraphQL's SDL with them.
 */

const ID = { name: 'id', value: 'ID' } as const;
const TITLE = { name: 'title', value: 'TEXT' } as const;
const TYPE = { name: 'type', value: EVENT_TYPES } as const;
const MODALITY = { name: 'modality', value: MODALITIES } as const;
const CONFIDENCE = { name: 'confidence', value: 'SHARE' } as const;

const BOUNDS = [
  { name: 'edtf', value: 'TEXT', description: 'EDTF (ISO 8601-2), level 0 or 1.' },
  { name: 'earliest', value: 'DAY', nullable: true },
  { name: 'latest', value: 'DAY', nullable: true },
  { name: 'precision', value: PRECISIONS, description: 'How finely the date is known.' },
  {
    name: 'role',
    value: DATE_ROLES,
    description: 'How the event lies in the span from earliest to latest.',
  },
] as const;

const POSITIONS = [
  { name: 'start', value: 'COUNT', description: 'In UTF-16 code units of the article’s text.' },
  { name: 'end', value: 'COUNT', description: 'Exclusive.' },
] as const;

export const EVENT_DATE = {
  fields: [...BOUNDS, { name: 'display', value: 'TEXT', description: 'The date in English, for people.' }],
} as const satisfies ServedObject;

const PLACE = { fields: [ID, { name: 'name', value: 'TEXT' }] } as const satisfies ServedObject;

export const PARTICIPANT = {
  fields: [
    ...PLACE.fields,
    { name: 'role', value: PARTICIPANT_ROLES, description: 'Who did it, and to whom it was done.' },
  ],
} as const satisfies ServedObject;

const ACTORS = { name: 'actors', listOf: 0, value: PARTICIPANT } as const;

export const ANCHOR = {
  description: 'The day against which relative expressions are resolved.',
  fields: [
    { name: 'date', value: 'DAY' },
    { name: 'basis', value: ANCHOR_BASES, description: 'What the anchor rests on.' },
  ],
} as const satisfies ServedObject;

export const TIMEX = {
  description: 'The words that give the date, as TIMEX3.',
  fields: [
    { name: 'text', value: 'TEXT' },
    ...POSITIONS,
    { name: 'type', value: TIMEX_TYPES },
    {
      name: 'value',
      value: 'TEXT',
      description: 'TIMEX3 value, such as 2021-12-21, 2021-W50 or PRESENT_REF.',
    },
    { name: 'mod', value: TIMEX_MODS, nullable: true },
  ],
} as const satisfies ServedObject;

const ARTICLE = {
  fields: [
    ID,
    { name: 'file', value: 'TEXT', nullable: true },
    { name: 'title', value: 'TEXT', nullable: true },
    { name: 'publisher', value: 'TEXT', nullable: true },
    { name: 'url', value: 'TEXT', nullable: true },
    { name: 'publishedOn', value: 'DAY', nullable: true },
  ],
} as const satisfies ServedObject;

const QUOTE = { fields: [{ name: 'exact', value: 'TEXT' }, ...POSITIONS] } as const satisfies ServedObject;

const SIDE = {
  fields: [
    {
      name: 'says',
      value: 'TEXT',
      description: 'An EDTF date, a count with what is counted, or an actor’s name.',
    },
    { name: 'mentions', listOf: 0, value: 'ID', description: 'The ids of those that say so.' },
  ],
} as const satisfies ServedObject;

export const CONFLICT = {
  description: 'Accounts of one event that cannot all be right.',
  fields: [
    { name: 'field', value: CONFLICT_FIELDS, description: 'What they say differently.' },
    { name: 'sides', listOf: 2, value: SIDE, description: 'The one told most often first.' },
  ],
} as const satisfies ServedObject;

export const MENTION = {
  schema: 'Mention',
  description: 'One article’s account of an event.',
  fields: [
    ID,
    { name: 'article', value: ARTICLE },
    { name: 'quote', value: QUOTE },
    { name: 'timex', value: TIMEX, nullable: true },
    { name: 'date', value: { fields: BOUNDS }, nullable: true },
    { name: 'anchor', value: ANCHOR },
    {
      name: 'rule',
      value: 'TEXT',
      nullable: true,
      description: 'The rule that read the date, family first.',
    },
    {
      name: 'datedBy',
      value: 'ID',
      nullable: true,
      description: 'The mention that dates this one, where it has no date of its own.',
    },
    TYPE,
    {
      name: 'typePattern',
      value: 'TEXT',
      nullable: true,
      description: 'The pattern that gave the type, such as THREATEN/warn.',
    },
    ACTORS,
    MODALITY,
    CONFIDENCE,
  ],
} as const satisfies ServedObject;

/** `recordedAt` is not served: it only sorts. */
export const EVENT = {
  schema: 'Event',
  description: 'What happened, told by one or more mentions.',
  fields: [
    ID,
    {
      name: 'revision',
      value: 'REVISION',
      description: 'The data set’s revision at the event’s last change.',
    },
    TITLE,
    { name: 'date', value: EVENT_DATE },
    TYPE,
    MODALITY,
    ACTORS,
    { name: 'places', listOf: 0, value: PLACE },
    CONFIDENCE,
    { name: 'sourceCount', value: 'COUNT' },
    { name: 'conflicts', listOf: 0, value: CONFLICT },
    { name: 'titleKind', value: TITLE_KINDS, description: 'How the title was made.' },
    {
      name: 'subject',
      value: 'TEXT',
      nullable: true,
      description: 'The subject of the story, such as courts or weather: an open list beside the types.',
    },
    { name: 'mentions', listOf: 0, value: MENTION },
  ],
} as const satisfies ServedObject;

export const EVENT_SUMMARY = {
  schema: 'EventSummary',
  description: 'An event without its mentions.',
  fields: [ID, TITLE, { name: 'date', value: EVENT_DATE }, TYPE, MODALITY],
} as const satisfies ServedObject;

/** The shape of the JSON text that the store keeps of each event. It names every property, so all texts are laid out alike. */
export const SERVED_EVENT = shapeOf(EVENT);
