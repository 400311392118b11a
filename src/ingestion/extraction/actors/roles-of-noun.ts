import type { Participant } from '../../../domain/event/mention.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { EventNoun } from '../times/dated-statement.ts';
import { participantsAmong, withRole } from './participants.ts';

/** Prepositions before an actor: "talks *between* Peru and Chile", "an attack *by* Turkey". */
const ACTING = new Set(['between', 'by', 'among', 'from']);

/**
 * The participants of a noun's event. Names before the noun are actors ("Russia's offer to NATO"), most names
 * after it are recipients.
 */
export function rolesOfNoun(
  sentence: SentenceAnalysis,
  { first, head, last }: EventNoun,
  lexicon: Lexicon,
): readonly Participant[] {
  const before: number[] = [];
  const acting: number[] = [];
  const others: number[] = [];
  let isActing = false;
  for (let index = first; index <= last; index += 1) {
    const token = sentence.tokens[index];
    if (token?.pos === 'ADP' || token?.pos === 'SCONJ') isActing = ACTING.has(token.lower);
    if (index < head) before.push(index);
    else if (isActing) acting.push(index);
    else others.push(index);
  }
  const isSpeech = lexicon.speechNouns.has(sentence.tokens[head]?.lemma ?? '');
  const among = (indices: readonly number[]) => participantsAmong(sentence, indices, lexicon).actors;
  return [
    ...withRole(among([...before, ...acting]), 'ACTOR'),
    ...withRole(among(others), isSpeech && before.length === 0 ? 'ACTOR' : 'RECIPIENT'),
  ];
}
