import type { Mention, Modality, Participant } from '../../domain/event/mention.ts';
import { negationOf } from '../../parsing/tree/modality.ts';
import { isPassive } from '../../parsing/tree/predicate.ts';
import type { FoundName } from '../lexicon/find-names.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { actOf } from './act.ts';
import type { Discourse } from './actors/discourse.ts';
import { participantsOfStatement } from './actors/participants-of-statement.ts';
import { placesAmong } from './actors/places.ts';
import { referentAt } from './actors/pronoun.ts';
import { speakerOf } from './actors/speaker.ts';
import { statementTokens } from './actors/statement-tokens.ts';
import { subjectOf } from './actors/subject.ts';
import { predicateOfVerb } from './actors/subject-in-tree.ts';
import { spanOf } from './mention-parts.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedStatement } from './times/dated-statement.ts';
import { deedTitle } from './titles/deed-title.ts';
import { describedNounTitle } from './titles/described-noun-title.ts';
import { beginningsOf, sentenceTitle } from './titles/sentence-title.ts';
import { type TitleNames, titleOf } from './titles/title.ts';
import { doubtAbout } from './titles/title-guard.ts';
import { typeOfMention } from './types/mention-type.ts';
import { modalityOf } from './types/modality.ts';
import { storySubject } from './types/story-subject.ts';

/** The description of a mention's event, without its date. */
export interface Description
  extends Pick<
    Mention,
    'title' | 'titleKind' | 'type' | 'typePattern' | 'act' | 'subject' | 'actors' | 'places' | 'modality'
  > {
  /** 0–1: the certainty of the actor. */
  readonly actorScore: number;
}

/** The actor is in the lexicon, named in full by the text only, meant by a pronoun, or unknown. */
const ACTOR_SCORE = { KNOWN: 1, NEW: 0.95, PRONOUN: 0.85, NONE: 0.75 };

/** Describes a dated statement: title, type, participants, places and modality. */
export function describeStatement(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  given: { anchorDay: number; lexicon: Lexicon; discourse: Discourse },
): Description {
  const { anchorDay, lexicon, discourse } = given;
  const { clause, verb } = statement;
  const subject = statement.kind === 'NOUN' ? null : subjectOf(sentence, clause);
  const meant = subject?.pronoun == null ? null : referentAt(sentence, subject.tokens[0] ?? 0, discourse);
  const indices = statementTokens(sentence, statement, lexicon);
  const places = placesAmong(sentence, indices);
  const actors = participantsOfStatement(sentence, statement, { lexicon, discourse });
  const { type, pattern } = typeOfMention(sentence, statement, indices, actors, lexicon);
  const says =
    verb !== null && verb === clause.verb && lexicon.speech.has(verb.lemma) && !isSilent(sentence, verb.head);
  const modality = modalityOf(sentence, statement, anchorDay, lexicon);
  const names = {
    subject: meant?.words ?? null,
    speaker: speakerOf(sentence, clause, discourse),
    surname: surnameOf(sentence, subject?.names ?? []),
    says,
  };
  return {
    ...titleFor(sentence, statement, names, { modality, lexicon }),
    type,
    typePattern: pattern,
    act: actOf(sentence, statement),
    subject: storySubject(sentence, indices, lexicon),
    actors,
    places,
    modality,
    actorScore: scoreOf(meant !== null, subject?.names ?? [], actors),
  };
}

/** "The clerks *were told* that …", "the yard *did not answer*": the subject did not say the content. */
function isSilent({ parsed }: SentenceAnalysis, verb: number): boolean {
  if (parsed === null) return false;
  const predicate = predicateOfVerb(parsed, verb);
  return isPassive(parsed, predicate) || negationOf(parsed, predicate) !== null;
}

/**
 * The title of a statement, and how it was made: from the object of a deed, from the clause, from the noun that the clause
 * describes. Where none of them is sure, it is the sentence's own words.
 */
function titleFor(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  names: TitleNames,
  { modality, lexicon }: { readonly modality: Modality; readonly lexicon: Lexicon },
): Pick<Description, 'title' | 'titleKind'> {
  const isPast = modality === 'ASSERTED' || modality === 'REPORTED';
  const deed = isPast ? deedTitle(sentence, statement) : null;
  if (deed !== null) return { title: deed, titleKind: 'EDITED' };
  const { text: title, ...made } = titleOf(sentence, statement, names);
  const isDenied = statement.clause.quoted && modality === 'UNREAL';
  const given = { meant: names.subject !== null, says: names.says, ...made };
  if (!isDenied && doubtAbout(title, sentence, statement, given) === null)
    return { title, titleKind: 'CLAUSE' };
  const described = describedNounTitle(sentence, statement, isPast);
  if (described !== null) return { title: described.text, titleKind: described.kind };
  /** Words of saying at the end ("…, an official said") are no beginning. */
  const beginnings = names.says ? [] : beginningsOf(sentence, (lemma) => lexicon.speech.has(lemma));
  const clause = spanOf(sentence, statement);
  return { title: sentenceTitle(sentence.text, sentence, { clause, beginnings }), titleKind: 'SENTENCE' };
}

/** The last word of the name of the only person in a subject. */
function surnameOf({ tokens }: SentenceAnalysis, names: readonly FoundName[]): string | null {
  const people = names.filter(({ kind }) => kind === 'PERSON');
  const last = people.at(-1);
  const surname = tokens[last?.last ?? -1]?.text ?? '';
  const isOne = people.every(({ actor }) => actor?.id === last?.actor?.id);
  return isOne && last?.actor?.name.endsWith(surname) ? surname : null;
}

function scoreOf(isPronoun: boolean, names: readonly FoundName[], actors: readonly Participant[]): number {
  if (actors.length === 0) return ACTOR_SCORE.NONE;
  if (isPronoun) return ACTOR_SCORE.PRONOUN;
  return names.some(({ known }) => !known) ? ACTOR_SCORE.NEW : ACTOR_SCORE.KNOWN;
}
