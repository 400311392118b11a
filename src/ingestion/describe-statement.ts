import type { EventType } from '../domain/event-type.ts';
import { actorId } from '../domain/ids.ts';
import type { Actor, Modality, Place } from '../domain/mention.ts';
import type { Clause } from './clause.ts';
import type { DatedStatement } from './dated-statement.ts';
import { meaningOf, type SpokenOf } from './discourse-people.ts';
import { typeOfWord, wordsOf } from './event-type.ts';
import type { FoundName } from './found-name.ts';
import type { Lexicon } from './lexicon.ts';
import { modalityOf } from './modality.ts';
import { actorOf } from './name-meanings.ts';
import { participantsAmong, unique } from './participants.ts';
import type { SentenceAnalysis, Subject } from './sentence-analysis.ts';
import { typeOfStatement } from './statement-type.ts';
import { adjunctTokens, antecedentOf, namesIn, subjectOf } from './subject.ts';
import { titleOf } from './title.ts';

/** What a mention says of its event, besides where and when. */
export interface Description {
  readonly title: string;
  readonly type: EventType;
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly modality: Modality;
  /** 0–1: how surely the one who acts is known. */
  readonly actorScore: number;
}

/** Named in a table; named in full by the text; meant by a pronoun; nobody. */
const ACTOR_SCORE = { KNOWN: 1, NEW: 0.95, PRONOUN: 0.85, NONE: 0.75 };

export function describeStatement(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  given: { anchorDay: number; lexicon: Lexicon; spokenOf: SpokenOf },
): Description {
  const { anchorDay, lexicon, spokenOf } = given;
  const { clause } = statement;
  const subject = statement.kind === 'NOUN' ? null : subjectOf(sentence, clause);
  const meant = subject?.pronoun == null ? null : meaningOf(subject.pronoun, spokenOf);
  const told = tellingTokens(sentence, statement);
  const { actors, places } = participantsAmong(sentence, told, lexicon);
  const leaders =
    meant?.actors ?? (subject === null ? [] : leadersOf(sentence, statement, subject, lexicon, spokenOf));
  const all = unique([...leaders, ...actors]);
  const score = scoreOf(meant !== null, subject?.names ?? [], all);
  return {
    title: titleOf(sentence, statement, {
      subject:
        meant?.words ??
        (subject === null ? null : (ownCountry(sentence, subject, spokenOf, lexicon)[0]?.name ?? null)),
      speaker: speakerOf(sentence, clause, spokenOf),
      says:
        statement.verb !== null && statement.verb === clause.verb && lexicon.speech.has(statement.verb.lemma),
    }),
    type: typeOf(sentence, statement, told, all, lexicon),
    actors: all,
    places,
    modality: modalityOf(sentence, statement, anchorDay, lexicon),
    actorScore: score,
  };
}

/** Who says the words that a clause quotes. */
function speakerOf(
  sentence: SentenceAnalysis,
  { quoted, parent }: Clause,
  spokenOf: SpokenOf,
): string | null {
  if (!quoted) return null;
  let speaking = parent;
  while (speaking?.quoted) speaking = speaking.parent;
  if (speaking === null) return null;
  const subject = subjectOf(sentence, speaking);
  if (subject.pronoun !== null) return meaningOf(subject.pronoun, spokenOf)?.words ?? null;
  return subject.names.find(({ actor }) => actor !== null)?.actor?.name ?? phraseOf(sentence, subject);
}

const LONGEST_SPEAKER = 40;

/** "the ambassador", where nobody is named. */
function phraseOf({ text, tokens }: SentenceAnalysis, subject: Subject): string | null {
  const phrase = text.slice(
    tokens[subject.tokens[0] ?? -1]?.start ?? 0,
    tokens[subject.tokens.at(-1) ?? -1]?.end ?? 0,
  );
  return phrase === '' || phrase.length > LONGEST_SPEAKER
    ? null
    : phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** The tokens that say who takes part and what is done: no apposition, no title before a name. */
function tellingTokens(
  sentence: SentenceAnalysis,
  { kind, clause, noun, via }: DatedStatement,
): readonly number[] {
  if (kind === 'NOUN' && noun !== null)
    return Array.from({ length: noun.last - noun.first + 1 }, (_, step) => noun.first + step);
  const first = clause.verb?.first ?? -1;
  const subject = subjectOf(sentence, clause);
  const described = clause.kind === 'RELATIVE' ? antecedentOf(sentence, clause).tokens : [];
  const told = [
    ...adjunctTokens(sentence, clause),
    ...headTokens(sentence, subject).filter((index) => clause.tokens.includes(index)),
    ...clause.tokens.filter((index) => index >= first),
    ...(via?.tokens ?? []),
    ...described,
  ];
  return [...new Set(told)].sort((a, b) => a - b);
}

/** Who acts: the agent of a passive, else those the subject names, else the speaker whose country or words it is. */
function leadersOf(
  sentence: SentenceAnalysis,
  { clause }: DatedStatement,
  subject: Subject,
  lexicon: Lexicon,
  spokenOf: SpokenOf,
): readonly Actor[] {
  const named = participantsAmong(sentence, headTokens(sentence, subject), lexicon).actors;
  const agent = clause.verb?.passive ? agentOf(sentence, clause, lexicon) : [];
  const head = sentence.tokens[subject.tokens.at(-1) ?? -1]?.lower ?? '';
  const own = ownCountry(sentence, subject, spokenOf, lexicon);
  if (own.length > 0) return own;
  if (named.length > 0 || agent.length > 0) return [...agent, ...named];
  return lexicon.speechNouns.has(singular(head)) || lexicon.speechNouns.has(head)
    ? (spokenOf.person?.actors ?? [])
    : [];
}

/** "his country", of the one who was spoken of last. */
function ownCountry(
  { tokens }: SentenceAnalysis,
  subject: Subject,
  { person }: SpokenOf,
  lexicon: Lexicon,
): readonly Actor[] {
  const [first, last] = [tokens[subject.tokens[0] ?? -1]?.lower, tokens[subject.tokens.at(-1) ?? -1]?.lower];
  const isOwn = (first === 'his' || first === 'her') && /^(?:country|government|nation)$/u.test(last ?? '');
  return isOwn && person !== null ? sidesOf(person.actors, lexicon) : [];
}

/** "Russia's deputy minister Sergei Ryabkov" is a person; the names before are part of the title. */
function headTokens({ tokens }: SentenceAnalysis, subject: Subject): readonly number[] {
  const person = subject.names.find(({ kind, actor }) => kind === 'PERSON' && actor !== null);
  const isJoint = subject.tokens.some((index) => tokens[index]?.pos === 'CCONJ');
  return person === undefined || isJoint
    ? subject.tokens
    : subject.tokens.filter((index) => index >= person.first);
}

const singular = (word: string): string => word.replace(/e?s$/u, '');

/** "was annexed *by Russia*". */
function agentOf(sentence: SentenceAnalysis, clause: Clause, lexicon: Lexicon): readonly Actor[] {
  const by = clause.tokens.find(
    (index) => index > (clause.verb?.last ?? 0) && sentence.tokens[index]?.lower === 'by',
  );
  if (by === undefined) return [];
  const after = clause.tokens.filter((index) => index > by);
  return participantsAmong(sentence, after, lexicon).actors.slice(0, 1);
}

const sidesOf = (actors: readonly Actor[], lexicon: Lexicon): readonly Actor[] =>
  actors.flatMap(({ id }) => {
    const side = lexicon.actors.get(id)?.side;
    const entry = side === undefined ? undefined : lexicon.actors.get(actorId(`act_${side}`));
    return entry === undefined ? [] : [actorOf(entry)];
  });

function scoreOf(isPronoun: boolean, names: readonly FoundName[], actors: readonly Actor[]): number {
  if (actors.length === 0) return ACTOR_SCORE.NONE;
  if (isPronoun) return ACTOR_SCORE.PRONOUN;
  return names.some(({ known }) => !known) ? ACTOR_SCORE.NEW : ACTOR_SCORE.KNOWN;
}

function typeOf(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  told: readonly number[],
  actors: readonly Actor[],
  lexicon: Lexicon,
): EventType {
  const { kind, clause, noun, verb } = statement;
  if (noun !== null) {
    const words = wordsOf(sentence, told);
    const named = typeOfWord(sentence, noun.head, words, lexicon);
    const head = sentence.tokens[noun.head];
    const isSpeech = lexicon.speechNouns.has(head?.lemma ?? '') || lexicon.speechNouns.has(head?.lower ?? '');
    return (
      named?.type ??
      (isSpeech ? 'STATEMENT' : typeOfStatement(sentence, { indices: told, verb, spoken: [] }, lexicon).type)
    );
  }
  if (kind === 'PURPOSE' && verb !== null) {
    const isOwnVerb = verb === clause.verb;
    const after = clause.tokens.filter((index) => (isOwnVerb ? index > verb.last : index >= verb.first));
    return typeOfStatement(sentence, { indices: after, verb: isOwnVerb ? null : verb, spoken: [] }, lexicon)
      .type;
  }
  const spoken = spokenForOwnSide(sentence, clause, actors, lexicon);
  const said = verb !== null && lexicon.speech.has(verb.lemma) ? saidTokens(sentence, clause) : [];
  return typeOfStatement(sentence, { indices: [...told, ...said], verb, spoken }, lexicon).type;
}

/** What somebody claims says what kind of claim it is. */
const saidTokens = ({ tree }: SentenceAnalysis, clause: Clause): readonly number[] =>
  tree.clauses.flatMap((other) =>
    other.kind === 'COMPLEMENT' && other.parent === clause ? other.tokens : [],
  );

/** The complements in which a speaker speaks for the own side: "said that Russia is ready", of a Russian minister. */
function spokenForOwnSide(
  sentence: SentenceAnalysis,
  clause: Clause,
  actors: readonly Actor[],
  lexicon: Lexicon,
): readonly Clause[] {
  const [speaker] = actors;
  if (speaker === undefined) return [];
  const own = new Set<string>([speaker.id, ...sidesOf([speaker], lexicon).map(({ id }) => id)]);
  return sentence.tree.clauses.filter((other) => {
    const isSaid = other.kind === 'COMPLEMENT' && other.parent === clause && !other.quoted;
    const goesOn = other.kind === 'COORDINATE' && other.base?.parent === clause;
    if (!isSaid && !goesOn) return false;
    const subject = subjectOf(sentence, other);
    const possessive = /^(?:his|her|its|their|our)$/u.test(
      sentence.tokens[subject.tokens[0] ?? -1]?.lower ?? '',
    );
    const names = namesIn(sentence, subject.tokens);
    return (
      possessive || subject.pronoun !== null || names.some(({ actor }) => actor !== null && own.has(actor.id))
    );
  });
}
