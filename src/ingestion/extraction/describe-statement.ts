import type { Mention, Participant } from '../../domain/event/mention.ts';
import { dayBoundsOf } from '../../domain/time/event-date.ts';
import type { FoundName } from '../lexicon/find-names.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { actOf } from './act.ts';
import type { Discourse } from './actors/discourse.ts';
import { participantsOfStatement } from './actors/participants-of-statement.ts';
import { placesAmong } from './actors/places.ts';
import { referentAt } from './actors/pronoun.ts';
import { statementTokens } from './actors/statement-tokens.ts';
import { subjectOf } from './actors/subject.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedStatement } from './times/dated-statement.ts';
import { titleFor } from './titles/choose-title.ts';
import { toldStatement } from './titles/told-statement.ts';
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
  const subject = statement.kind === 'NOUN' ? null : subjectOf(sentence, statement.clause);
  const meant = subject?.pronoun == null ? null : referentAt(sentence, subject.tokens[0] ?? 0, discourse);
  const indices = statementTokens(sentence, statement, lexicon);
  const places = placesAmong(sentence, indices);
  const actors = participantsOfStatement(sentence, statement, { lexicon, discourse });
  const { type, pattern } = typeOfMention(sentence, statement, indices, actors, lexicon);
  const own = modalityOf(sentence, statement, anchorDay, lexicon);
  const told = toldStatement(sentence, statement, (lemma) => lexicon.speech.has(lemma));
  const isAhead = dayBoundsOf(statement.resolution.date).earliestDay > anchorDay;
  /** "suggested it could cut rates this week": the title tells the suggestion, which was made. */
  const modality = own === 'UNREAL' && !isAhead ? modalityOf(sentence, told, anchorDay, lexicon) : own;
  return {
    ...titleFor(sentence, statement, { modality, lexicon, discourse }),
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

function scoreOf(isPronoun: boolean, names: readonly FoundName[], actors: readonly Participant[]): number {
  if (actors.length === 0) return ACTOR_SCORE.NONE;
  if (isPronoun) return ACTOR_SCORE.PRONOUN;
  return names.some(({ known }) => !known) ? ACTOR_SCORE.NEW : ACTOR_SCORE.KNOWN;
}
