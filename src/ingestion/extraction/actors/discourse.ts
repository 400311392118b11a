import type { Actor } from '../../../domain/event/mention.ts';
import type { Gender } from '../../lexicon/lexicon.ts';

/** A person or group that a text has named: its latest words in the text, and its actors. It has no actors without a name. */
export interface Antecedent {
  readonly words: string;
  readonly actors: readonly Actor[];
}

/** An antecedent in its sentence. EITHER is a name that could be that of a person or an organization. A THING never acts. */
export interface Entity extends Antecedent {
  readonly kind: 'PERSON' | 'GROUP' | 'EITHER' | 'THING';
  readonly gender: Gender | null;
  readonly plural: boolean;
  /** Whether it is the subject of a clause. */
  readonly isSubject: boolean;
}

/** The genders and descriptions that an article has given so far. */
export interface Memory {
  readonly genders: Map<string, Gender>;
  /** By a noun such as "minister" or "company", the first two bearers of it. */
  readonly called: Map<string, readonly Bearer[]>;
}

/** A bearer of a noun, with the number of its sentence. A bearer that is only named aside is a rival of the others. */
interface Bearer {
  readonly antecedent: Antecedent;
  readonly order: number;
  readonly acts: boolean;
}

/** The entities that a pronoun may mean: those of its own sentence before it, and those of the sentences before, nearest first. */
export interface Discourse {
  readonly memory: Memory;
  /** Number of sentences read. */
  readonly order: number;
  readonly here: readonly Entity[];
  readonly before: readonly (readonly Entity[])[];
}

/** Number of sentences back to which "he" and "she" may point. */
const REACH = 2;

export const emptyDiscourse = (): Discourse => ({
  memory: { genders: new Map(), called: new Map() },
  order: 0,
  here: [],
  before: [],
});

/** The discourse after a sentence with these entities. */
export const goOn = ({ memory, order, before }: Discourse, entities: readonly Entity[]): Discourse => ({
  memory,
  order: order + 1,
  here: [],
  before: [entities, ...before].slice(0, REACH),
});

/** A new paragraph begins without a group that "it" or "they" could mean. */
export const inNewParagraph = (discourse: Discourse): Discourse => ({
  ...discourse,
  before: discourse.before.map((entities) =>
    entities.filter(({ kind }) => kind === 'PERSON' || kind === 'EITHER'),
  ),
});

/** The one entity that a pronoun can mean by gender, number and kind; null where none or several can. */
export function referentOf(pronoun: string, { here, before }: Discourse): Antecedent | null {
  switch (pronoun) {
    case 'he':
      return personFor('MALE', here, before.flat());
    case 'she':
      return personFor('FEMALE', here, before.flat());
    case 'it':
      return groupFor(isSingular, here, before[0] ?? []);
    case 'they':
      return groupFor(isPlural, here, before[0] ?? []);
    default:
      return null;
  }
}

/**
 * A person of the same sentence goes before those of earlier sentences, and needs a known gender: in "Mara Quist said he robbed a
 * bank" another may be meant.
 */
function personFor(gender: Gender, here: readonly Entity[], before: readonly Entity[]): Antecedent | null {
  const fits = (entity: Entity): boolean =>
    (entity.kind === 'PERSON' || entity.kind === 'EITHER') &&
    !entity.plural &&
    (entity.gender === null || entity.gender === gender);
  const near = distinct(here.filter(fits));
  const [one, ...others] = near.length > 0 ? near : distinct(before.filter(fits));
  const isSure = near.length === 0 || one?.gender === gender;
  return one === undefined || others.length > 0 || !isSure || one.actors.length === 0 ? null : one;
}

const isSingular = ({ kind, plural }: Entity): boolean => kind !== 'PERSON' && !plural;
const isPlural = ({ plural }: Entity): boolean => plural;

/** The only subject that fits in the same sentence, else in the sentence before. */
function groupFor(
  fits: (entity: Entity) => boolean,
  here: readonly Entity[],
  before: readonly Entity[],
): Antecedent | null {
  const near = distinct(here.filter(fits));
  const [one, ...others] = near.length > 0 ? near : distinct(before.filter(fits));
  return one === undefined || others.length > 0 || !one.isSubject || one.actors.length === 0 ? null : one;
}

/**
 * The one subject before a pronoun in its own sentence, with or without a name: "the lorry" for "it" in "The lorry was full when it
 * fell". A plural thing is none: "Hopes fell when they left".
 */
export function subjectHere(pronoun: string, { here }: Discourse): Antecedent | null {
  const fits = (entity: Entity): boolean => {
    if (pronoun === 'it') return isSingular(entity);
    if (pronoun === 'they') return isPlural(entity) && entity.kind !== 'THING';
    const gender = pronoun === 'he' ? 'MALE' : pronoun === 'she' ? 'FEMALE' : null;
    const isPerson = entity.kind === 'PERSON' || entity.kind === 'EITHER';
    return gender !== null && isPerson && !entity.plural && (entity.gender ?? gender) === gender;
  };
  const [one, ...others] = distinct(here.filter(fits));
  return one?.isSubject === true && others.length === 0 ? one : null;
}

const keyOf = ({ actors, words }: Antecedent): string =>
  actors.length === 0 ? words : actors.map(({ id }) => id).join(' ');

/** Each entity once, as its last occurrence; a subject stays one. */
function distinct(entities: readonly Entity[]): readonly Entity[] {
  const found = new Map<string, Entity>();
  for (const entity of entities) {
    const known = found.get(keyOf(entity));
    found.set(
      keyOf(entity),
      known === undefined ? entity : { ...known, isSubject: known.isSubject || entity.isSubject },
    );
  }
  return [...found.values()];
}

const MOST_CALLED = 2;

/** Keeps a noun that the article uses for a name: "minister" for Ann Ray in "the finance minister, Ann Ray". */
export function noteCalled(
  { memory, order }: Discourse,
  noun: string,
  antecedent: Antecedent,
  acts = true,
): void {
  const known = memory.called.get(noun) ?? [];
  const place = known.findIndex((one) => keyOf(one.antecedent) === keyOf(antecedent));
  const bearer = known[place];
  if (bearer !== undefined && acts && !bearer.acts)
    memory.called.set(noun, known.with(place, { ...bearer, order, acts }));
  if (bearer === undefined && known.length < MOST_CALLED)
    memory.called.set(noun, [...known, { antecedent, order, acts }]);
}

/** Nouns for an organization whose name ends so: "the bank" for Dresdner Bank. */
const BODY =
  /^(?:agency|airline|airlines|association|bank|bureau|club|college|commission|committee|council|court|department|exchange|federation|hospital|institute|league|ministry|museum|tribunal|union|university)$/u;
const COMPANY = /^(?:company|concern|corporation|firm)$/u;

/** The noun under which an organization is remembered; null for a noun that may mean too much. */
export const bodyNoun = (lower: string): string | null =>
  COMPANY.test(lower) ? 'company' : BODY.test(lower) ? lower : null;

/** The only bearer of a noun up to a sentence; null where there are several, or where it is only named aside. */
export function calledSo({ memory, order }: Discourse, noun: string): Antecedent | null {
  const [one, ...others] = (memory.called.get(bodyNoun(noun) ?? noun) ?? []).filter(
    (called) => called.order <= order,
  );
  return one?.acts === true && others.length === 0 ? one.antecedent : null;
}
