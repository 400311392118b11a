import type { Participant } from '../../../domain/event/mention.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { participantsAmong, withRole } from './participants.ts';

/**
 * Who takes part besides those who are known to act, in the order of the text. Something is done to them, unless it is
 * between them and nobody else does it ("fighting broke out *between* Turkish troops and Kurdish rebels").
 */
export function othersOf(
  sentence: SentenceAnalysis,
  told: readonly number[],
  { clause, isLed, lexicon }: { clause: Clause; isLed: boolean; lexicon: Lexicon },
): readonly Participant[] {
  const between = isLed ? [] : tokensBetween(sentence, told);
  return [
    ...withRole(participantsAmong(sentence, between, lexicon).actors, 'ACTOR'),
    ...withRole(recipientsOf(sentence, told, clause, lexicon), 'RECIPIENT'),
  ];
}

/** What follows "between", up to the next preposition or verb. */
function tokensBetween({ tokens, groupAt }: SentenceAnalysis, told: readonly number[]): readonly number[] {
  const start = told.findIndex((index) => tokens[index]?.lower === 'between');
  if (start === -1) return [];
  const after = told.slice(start + 1);
  const end = after.findIndex((index) => tokens[index]?.pos === 'ADP' || groupAt[index] != null);
  return end === -1 ? after : after.slice(0, end);
}

/** Of "urged NATO to give Moscow guarantees" NATO is one and Moscow is none: whom the urged act is for is not urged. */
function recipientsOf(
  sentence: SentenceAnalysis,
  told: readonly number[],
  { verb, others }: Clause,
  lexicon: Lexicon,
) {
  const asked = others.find(({ form, first }) => form === 'INFINITIVE' && first > (verb?.last ?? 0));
  const { actors } = participantsAmong(sentence, told, lexicon);
  if (asked === undefined || verb === null) return actors;
  const direct = told.filter((index) => index > verb.last && index < asked.first);
  if (participantsAmong(sentence, direct, lexicon).actors.length === 0) return actors;
  const before = told.filter((index) => index < asked.first);
  return participantsAmong(sentence, before, lexicon).actors;
}
