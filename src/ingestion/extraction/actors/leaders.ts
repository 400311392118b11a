import type { Actor, Participant, ParticipantRole } from '../../../domain/event/mention.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { sidesOf } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { SentenceAnalysis, Subject } from '../sentence-analysis.ts';
import type { Discourse } from './discourse.ts';
import { participantsAmong, withRole } from './participants.ts';
import { headTokens } from './statement-tokens.ts';

/**
 * The participants of a clause's predicate: the agent of a passive and the names in the subject. If neither
 * is named, "his remarks" or "his address" has the last person as actor.
 */
export function leadersOf(
  sentence: SentenceAnalysis,
  clause: Clause,
  subject: Subject,
  { lexicon, discourse }: { lexicon: Lexicon; discourse: Discourse },
): readonly Participant[] {
  const head = participantsAmong(sentence, headTokens(sentence, subject, lexicon), lexicon).actors;
  const named =
    head.length > 0
      ? head
      : participantsAmong(sentence, apposition(sentence, clause, subject), lexicon).actors;
  const agent = clause.verb?.passive ? agentOf(sentence, clause, lexicon) : [];
  if (named.length > 0 || agent.length > 0)
    return [...withRole(agent, 'ACTOR'), ...withRole(named, subjectRole(clause, lexicon))];
  const noun = sentence.tokens[subject.tokens.at(-1) ?? -1]?.lower ?? '';
  const isSpeech = lexicon.speechNouns.has(singular(noun)) || lexicon.speechNouns.has(noun);
  return isSpeech ? withRole(discourse.person?.actors ?? [], 'ACTOR') : [];
}

/** The subject of a passive is its recipient ("Crimea was annexed"), but not in "is set to meet". */
export const subjectRole = ({ verb, others }: Clause, { intent }: Lexicon): ParticipantRole => {
  const isSet = verb !== null && intent.has(verb.lemma) && others.some(({ form }) => form === 'INFINITIVE');
  return verb?.passive && !isSet ? 'RECIPIENT' : 'ACTOR';
};

/** "The mediator, *Ruth Halvorsen*, will meet": the tokens between the commas after a subject. */
function apposition(
  { tokens, next }: SentenceAnalysis,
  { verb }: Clause,
  subject: Subject,
): readonly number[] {
  const found: number[] = [];
  let at = next[subject.tokens.at(-1) ?? -1] ?? tokens.length;
  if (tokens[at]?.text !== ',' || verb === null) return [];
  for (at = next[at] ?? tokens.length; at < verb.first; at = next[at] ?? tokens.length) {
    if (tokens[at]?.text === ',') return found;
    if (!/^(?:NOUN|PROPN|DET|ADJ|PART|PUNCT)$/u.test(tokens[at]?.pos ?? '')) return [];
    found.push(at);
  }
  return [];
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

/** "his country" and "her government" stand for the side of the last person. */
export function ownCountry(
  { tokens }: SentenceAnalysis,
  subject: Subject,
  { person }: Discourse,
  lexicon: Lexicon,
): readonly Actor[] {
  const [first, last] = [tokens[subject.tokens[0] ?? -1]?.lower, tokens[subject.tokens.at(-1) ?? -1]?.lower];
  const isOwn = (first === 'his' || first === 'her') && /^(?:country|government|nation)$/u.test(last ?? '');
  return isOwn && person !== null ? sidesOf(person.actors, lexicon) : [];
}
