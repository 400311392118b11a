import type { Participant } from '../../../domain/event/mention.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { participantsAmong, withRole } from './participants.ts';

/**
 * The further participants, in text order. They are recipients, except for those after "between" where no
 * other actor is named: "fighting broke out *between* Turkish troops and Kurdish rebels".
 */
export function othersOf(
  sentence: SentenceAnalysis,
  indices: readonly number[],
  { clause, isLed, lexicon }: { clause: Clause; isLed: boolean; lexicon: Lexicon },
): readonly Participant[] {
  const between = isLed ? [] : tokensBetween(sentence, indices);
  return [
    ...withRole(participantsAmong(sentence, between, lexicon).actors, 'ACTOR'),
    ...withRole(recipientsOf(sentence, indices, clause, lexicon), 'RECIPIENT'),
  ];
}

/** The tokens after "between", up to the next preposition or verb. */
function tokensBetween({ tokens, groupAt }: SentenceAnalysis, indices: readonly number[]): readonly number[] {
  const start = indices.findIndex((index) => tokens[index]?.lower === 'between');
  if (start === -1) return [];
  const after = indices.slice(start + 1);
  const end = after.findIndex((index) => tokens[index]?.pos === 'ADP' || groupAt[index] != null);
  return end === -1 ? after : after.slice(0, end);
}

/** The recipients. In "urged NATO to give Moscow guarantees" only NATO is urged, so Moscow is none. */
function recipientsOf(
  sentence: SentenceAnalysis,
  indices: readonly number[],
  { verb, others }: Clause,
  lexicon: Lexicon,
) {
  const asked = others.find(({ form, first }) => form === 'INFINITIVE' && first > (verb?.last ?? 0));
  const { actors } = participantsAmong(sentence, indices, lexicon);
  if (asked === undefined || verb === null) return actors;
  const direct = indices.filter((index) => index > verb.last && index < asked.first);
  if (participantsAmong(sentence, direct, lexicon).actors.length === 0) return actors;
  const before = indices.filter((index) => index < asked.first);
  return participantsAmong(sentence, before, lexicon).actors;
}
