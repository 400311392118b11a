import type { Mention, Participant } from '../../domain/event/mention.ts';
import type { FoundName } from '../lexicon/find-names.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { actOf } from './act.ts';
import { type Discourse, referentOf } from './actors/discourse.ts';
import { leadersOf, ownCountry, subjectRole } from './actors/leaders.ts';
import { othersOf } from './actors/others-of.ts';
import { participantsAmong, unique, withRole } from './actors/participants.ts';
import { rolesOfNoun } from './actors/roles-of-noun.ts';
import { speakerOf } from './actors/speaker.ts';
import { statementTokens } from './actors/statement-tokens.ts';
import { subjectOf } from './actors/subject.ts';
import { spanOf } from './mention-parts.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedStatement } from './times/dated-statement.ts';
import { sentenceTitle } from './titles/sentence-title.ts';
import { titleOf } from './titles/title.ts';
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
  const meant = subject?.pronoun == null ? null : referentOf(subject.pronoun, discourse);
  const own = subject === null ? [] : ownCountry(sentence, subject, discourse, lexicon);
  const indices = statementTokens(sentence, statement, lexicon);
  const { places } = participantsAmong(sentence, indices, lexicon);
  const leaders = subject === null ? [] : leadersOf(sentence, clause, subject, { lexicon, discourse });
  const acting = meant?.actors ?? own;
  const first =
    acting.length > 0 || meant !== null ? withRole(acting, subjectRole(clause, lexicon)) : leaders;
  const isLed = first.some(({ role }) => role === 'ACTOR');
  const actors = unique([
    ...first,
    ...(statement.noun === null ? [] : rolesOfNoun(sentence, statement.noun, lexicon)),
    ...othersOf(sentence, indices, { clause, isLed, lexicon }),
  ]);
  const { type, pattern } = typeOfMention(sentence, statement, indices, actors, lexicon);
  const says = verb !== null && verb === clause.verb && lexicon.speech.has(verb.lemma);
  const { text: title, isTorn } = titleOf(sentence, statement, {
    subject: meant?.words ?? own[0]?.name ?? null,
    speaker: speakerOf(sentence, clause, discourse),
    surname: surnameOf(sentence, subject?.names ?? []),
    says,
  });
  const doubt = doubtAbout(title, sentence, statement, { meant: meant !== null, says, isTorn });
  const isSure = doubt === null;
  return {
    title: isSure ? title : sentenceTitle(sentence.text, sentence, spanOf(sentence, statement)),
    titleKind: isSure ? 'CLAUSE' : 'SENTENCE',
    type,
    typePattern: pattern,
    act: actOf(sentence, statement),
    subject: storySubject(sentence, indices, lexicon),
    actors,
    places,
    modality: modalityOf(sentence, statement, anchorDay, lexicon),
    actorScore: scoreOf(meant !== null, subject?.names ?? [], actors),
  };
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
