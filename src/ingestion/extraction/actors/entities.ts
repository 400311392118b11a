import { dependentsWith, roleOf } from '../../../parsing/tree/sentence-tree.ts';
import type { FoundName } from '../../lexicon/find-names.ts';
import type { Gender, Lexicon } from '../../lexicon/lexicon.ts';
import { genderOfNoun, isPersonNoun } from '../../lexicon/person-nouns.ts';
import { titleLengthAt } from '../../lexicon/titles.ts';
import type { SentenceAnalysis, Subject } from '../sentence-analysis.ts';
import { bodyNoun, calledSo, type Discourse, type Entity, noteCalled, referentOf } from './discourse.ts';
import { actorsOfName } from './named-tree.ts';
import { namesOfNoun } from './names-of-noun.ts';
import { isPlaceHere, unique } from './places.ts';
import { referentAt } from './pronoun.ts';
import { subjectOf } from './subject.ts';

/** An entity with the index of its first token. */
export interface PlacedEntity extends Entity {
  readonly at: number;
}

/**
 * The people, groups and other subjects of a sentence in text order. The article's memory learns nouns for them: "the
 * minister", "the company".
 */
export function entitiesOf(
  sentence: SentenceAnalysis,
  discourse: Discourse,
  lexicon: Lexicon,
): readonly PlacedEntity[] {
  const subjects = sentence.tree.clauses
    .filter(({ verb }) => verb !== null)
    .map((clause) => subjectOf(sentence, clause))
    .filter(({ tokens }) => tokens.length > 0)
    .sort((one, other) => (one.tokens[0] ?? 0) - (other.tokens[0] ?? 0));
  const named = sentence.names.flatMap((name): readonly PlacedEntity[] => {
    const entity = entityOfName(sentence, name, discourse, lexicon);
    if (entity === null) return [];
    const isSubject = subjects.some((subject) => leads(sentence, subject, name));
    const mayBeBody = name.kind === 'ORGANIZATION' || entity.kind === 'EITHER';
    /** "analysts polled *by* Hale Foods" is not about Hale Foods. */
    const isAside = !isSubject && sentence.tokens[name.first - 1]?.lower === 'by';
    if (mayBeBody) learnOrganization(discourse, entity, !isAside);
    return [{ ...entity, isSubject }];
  });
  const found: PlacedEntity[] = [];
  let next = 0;
  for (const subject of subjects) {
    const at = subject.tokens[0] ?? 0;
    for (; next < named.length && (named[next]?.at ?? 0) < at; next += 1)
      found.push(...named.slice(next, next + 1));
    const entity = entityOfSubject(sentence, subject, { ...discourse, here: found }, lexicon);
    if (entity !== null) found.push({ ...entity, at });
  }
  const all = [...found, ...named.slice(next)];
  learnGenders(sentence, all, discourse);
  const { genders } = discourse.memory;
  return all.map((entity) => ({
    ...entity,
    gender: genders.get(entity.actors[0]?.id ?? '') ?? entity.gender,
  }));
}

/** Whether a name is the subject or one of its joint names, and does not only describe it: "clerks hired by *Hale Foods*". */
function leads({ tokens }: SentenceAnalysis, subject: Subject, { first, last }: FoundName): boolean {
  const at = subject.tokens.indexOf(last);
  return (
    at !== -1 &&
    subject.tokens.every((index) => index >= first || !/^(?:ADP|VERB)$/u.test(tokens[index]?.pos ?? ''))
  );
}

/** "Ray sold *his* ship" gives the gender of Ray, if Ray is the only candidate. */
function learnGenders(
  { tokens }: SentenceAnalysis,
  entities: readonly PlacedEntity[],
  discourse: Discourse,
): void {
  for (const [index, { lower }] of tokens.entries()) {
    const isMale = /^(?:his|him|himself)$/u.test(lower);
    if (!isMale && !/^(?:her|hers|herself)$/u.test(lower)) continue;
    const here = entities.filter(({ at }) => at < index);
    const known = { ...discourse, here: [], before: [here, ...discourse.before] };
    const [one] = referentOf(isMale ? 'he' : 'she', known)?.actors ?? [];
    if (one !== undefined) discourse.memory.genders.set(one.id, isMale ? 'MALE' : 'FEMALE');
  }
}

/** A person or group that a sentence names. */
function entityOfName(
  sentence: SentenceAnalysis,
  name: FoundName,
  discourse: Discourse,
  lexicon: Lexicon,
): PlacedEntity | null {
  const { actor, kind } = name;
  if (actor === null || name.demonym || kind === 'MEDIA' || isPlaceHere(sentence, name)) return null;
  /** "(NYSE: QST)" */
  if (sentence.skipped[name.first]) return null;
  const entity = {
    words: actor.name,
    actors: actorsOfName(name),
    plural: false,
    isSubject: false,
    at: name.first,
  };
  if (kind !== 'PERSON') {
    /** "the Jets" are no person. */
    const hasArticle = sentence.tokens[name.first - 1]?.lower === 'the';
    const isLone = !name.known && name.first === name.last && !hasArticle;
    return { ...entity, kind: isLone ? 'EITHER' : 'GROUP', gender: null };
  }
  const { tokens } = sentence;
  /** "sister" of "his sister, Mara Quist". */
  const isAfterComma = tokens[name.first - 1]?.text === ',' && tokens[name.first - 2]?.pos === 'NOUN';
  const before = tokens[name.first - (isAfterComma ? 2 : 1)];
  const titled =
    titleLengthAt(lexicon.titles, tokens, name.first - 1) > 0 || isPersonNoun(before?.lemma ?? '');
  const first = actor.name.split(' ').find((word) => !/^\p{Lu}\.$/u.test(word));
  const given = lexicon.givenNames.get(first?.toLowerCase() ?? '');
  const { genders } = discourse.memory;
  const gender: Gender | null =
    (titled ? genderOfNoun(before?.lower ?? '') : null) ?? genders.get(actor.id) ?? given ?? null;
  if (gender !== null) genders.set(actor.id, gender);
  const isPerson = name.known || titled || given !== undefined || gender !== null;
  for (const noun of nounsFor(sentence, name, titled)) noteCalled(discourse, noun, entity);
  return { ...entity, kind: isPerson ? 'PERSON' : 'EITHER', gender };
}

/** "the company" may mean any organization, "the bank" one whose name ends so. */
function learnOrganization(discourse: Discourse, entity: PlacedEntity, acts: boolean): void {
  noteCalled(discourse, 'company', entity, acts);
  const body = bodyNoun(entity.words.split(' ').at(-1)?.toLowerCase() ?? '');
  if (body !== null && body !== 'company') noteCalled(discourse, body, entity);
}

/** The nouns that a sentence uses for a person: "minister" for "Minister Ann Ray", "Ann Ray, the minister," and "the minister, Ann Ray,". */
function nounsFor(
  { tokens, parsed }: SentenceAnalysis,
  { first, last }: FoundName,
  titled: boolean,
): readonly string[] {
  const before = titled ? [tokens[first - (tokens[first - 1]?.text === ',' ? 2 : 1)]?.lemma ?? ''] : [];
  if (parsed === null) return before;
  const inName = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  const described = inName.flatMap((index) => {
    const head = parsed.words[index]?.head ?? -1;
    return roleOf(parsed, index) === 'appos' && head >= 0 ? [head] : dependentsWith(parsed, index, 'appos');
  });
  const nouns = described
    .filter((index) => tokens[index]?.pos === 'NOUN')
    .map((index) => tokens[index]?.lemma ?? '');
  return [...new Set([...before, ...nouns])];
}

/** The entity of a subject that is a pronoun, a list of names or a common noun. A subject of one name is among the names. */
function entityOfSubject(
  sentence: SentenceAnalysis,
  { tokens: indices, names, pronoun }: Subject,
  discourse: Discourse,
  lexicon: Lexicon,
): Entity | null {
  const { tokens, text, parsed } = sentence;
  if (pronoun !== null) {
    const meant = referentAt(sentence, indices[0] ?? 0, discourse);
    if (meant === null) return null;
    const gender = pronoun === 'he' ? 'MALE' : pronoun === 'she' ? 'FEMALE' : null;
    const [one] = meant.actors;
    if (gender !== null && one !== undefined) discourse.memory.genders.set(one.id, gender);
    return {
      ...meant,
      kind: gender === null ? 'GROUP' : 'PERSON',
      gender,
      plural: pronoun === 'they',
      isSubject: true,
    };
  }
  const words = text.slice(tokens[indices[0] ?? 0]?.start, tokens[indices.at(-1) ?? 0]?.end);
  const isJoint = indices.some((index) => tokens[index]?.pos === 'CCONJ');
  if (names.length > 0 && !names.some(({ demonym }) => demonym)) {
    const actors = unique(names.flatMap(actorsOfName));
    return isJoint && names.length > 1 && words.length <= LONGEST_PHRASE
      ? { words, actors, kind: 'GROUP', gender: null, plural: true, isSubject: true }
      : null;
  }
  const noun = headNoun(sentence, indices);
  const { lemma = '', lower = '' } = tokens[noun] ?? {};
  const gender = genderOfNoun(lower);
  const plural =
    isJoint ||
    (lower !== lemma && lower.endsWith('s')) ||
    /^(?:people|police|men|women|children)$/u.test(lower);
  const isPerson = isPersonNoun(lemma);
  const isBody = bodyNoun(lemma) !== null;
  const meant = (isPerson || isBody) && isDefinite(sentence, indices) ? calledSo(discourse, lemma) : null;
  const end = indices.at(-1) ?? 0;
  /** "His lawyer, Anna Lindt," is among the names. */
  if (isPerson && tokens[end + 1]?.text === ',' && sentence.names.some(({ first }) => first === end + 2))
    return null;
  const sides =
    parsed === null || isPerson ? [] : namesOfNoun(sentence, parsed, noun, lexicon).flatMap(actorsOfName);
  const kind = isPerson ? 'PERSON' : isBody || sides.length > 0 ? 'GROUP' : 'THING';
  return { words, actors: sides, ...meant, kind, gender, plural, isSubject: true };
}

const LONGEST_PHRASE = 60;

/** The last noun before a preposition: "president" of "the president of the club". */
function headNoun({ tokens }: SentenceAnalysis, indices: readonly number[]): number {
  const cut = indices.findIndex((index, place) => place > 0 && tokens[index]?.pos === 'ADP');
  return (
    (cut === -1 ? indices : indices.slice(0, cut)).findLast((index) => tokens[index]?.pos === 'NOUN') ?? -1
  );
}

const isDefinite = ({ tokens }: SentenceAnalysis, indices: readonly number[]): boolean =>
  indices.length === 2 && tokens[indices[0] ?? -1]?.lower === 'the';
