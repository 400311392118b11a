import type { Participant } from '../../../domain/event/mention.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { EventNoun } from '../times/dated-statement.ts';
import { participantsAmong, withRole } from './participants.ts';

/** After these a name is of one who acts: "talks *between* Peru and Chile", "an attack *by* Turkey". */
const ACTING = new Set(['between', 'by', 'among', 'from']);

/** Who takes part in what a noun names: those before it act ("Russia's offer to NATO"), those after it mostly do not. */
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
