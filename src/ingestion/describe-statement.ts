import type { EventType } from '../domain/event-type.ts';
import type { Actor, Modality, Place } from '../domain/mention.ts';
import type { DatedStatement } from './dated-statement.ts';
import { meaningOf, type SpokenOf } from './discourse-people.ts';
import type { FoundName } from './found-name.ts';
import { leadersOf, ownCountry } from './leaders.ts';
import type { Lexicon } from './lexicon.ts';
import { typeOfMention } from './mention-type.ts';
import { modalityOf } from './modality.ts';
import { participantsAmong, unique } from './participants.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import { speakerOf } from './speaker.ts';
import { subjectOf } from './subject.ts';
import { tellingTokens } from './telling-tokens.ts';
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

/** Everything that a dated statement says: who, where, what kind of act, how firmly, and in which words. */
export function describeStatement(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  given: { anchorDay: number; lexicon: Lexicon; spokenOf: SpokenOf },
): Description {
  const { anchorDay, lexicon, spokenOf } = given;
  const { clause, verb } = statement;
  const subject = statement.kind === 'NOUN' ? null : subjectOf(sentence, clause);
  const meant = subject?.pronoun == null ? null : meaningOf(subject.pronoun, spokenOf);
  const own = subject === null ? [] : ownCountry(sentence, subject, spokenOf, lexicon);
  const told = tellingTokens(sentence, statement);
  const { actors: named, places } = participantsAmong(sentence, told, lexicon);
  const leaders = subject === null ? [] : leadersOf(sentence, clause, subject, { lexicon, spokenOf });
  const actors = unique([...(meant?.actors ?? (own.length > 0 ? own : leaders)), ...named]);
  return {
    title: titleOf(sentence, statement, {
      subject: meant?.words ?? own[0]?.name ?? null,
      speaker: speakerOf(sentence, clause, spokenOf),
      says: verb !== null && verb === clause.verb && lexicon.speech.has(verb.lemma),
    }),
    type: typeOfMention(sentence, statement, told, actors, lexicon),
    actors,
    places,
    modality: modalityOf(sentence, statement, anchorDay, lexicon),
    actorScore: scoreOf(meant !== null, subject?.names ?? [], actors),
  };
}

function scoreOf(isPronoun: boolean, names: readonly FoundName[], actors: readonly Actor[]): number {
  if (actors.length === 0) return ACTOR_SCORE.NONE;
  if (isPronoun) return ACTOR_SCORE.PRONOUN;
  return names.some(({ known }) => !known) ? ACTOR_SCORE.NEW : ACTOR_SCORE.KNOWN;
}
