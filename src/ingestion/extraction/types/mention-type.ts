import type { Actor } from '../../../domain/event/mention.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { sidesOf } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import { namesIn, subjectOf } from '../actors/subject.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement, EventNoun } from '../times/dated-statement.ts';
import { STATEMENT, type TypeDecision, typeOfWord, wordsOf } from './event-type.ts';
import { typeOfStatement } from './statement-type.ts';

/** The type of a statement. `stated` are the statement's tokens; the main actor comes first in `actors`. */
export function typeOfMention(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  stated: readonly number[],
  actors: readonly Actor[],
  lexicon: Lexicon,
): TypeDecision {
  const { kind, clause, noun, verb } = statement;
  if (noun !== null) return typeOfNoun(sentence, statement, noun, stated, lexicon);
  if (kind === 'PURPOSE' && verb !== null) {
    const isOwnVerb = verb === clause.verb;
    const indices = clause.tokens.filter((index) => (isOwnVerb ? index > verb.last : index >= verb.first));
    const purpose = { indices, verb: isOwnVerb ? null : verb, light: verb, spoken: [] };
    const meant = typeOfStatement(sentence, purpose, lexicon);
    if (!isOwnVerb || meant.type !== 'OTHER') return meant;
    return typeOfStatement(sentence, { indices: stated, verb, light: verb, spoken: [] }, lexicon);
  }
  const spoken = spokenForOwnSide(sentence, clause, actors, lexicon);
  const said = verb !== null && lexicon.speech.has(verb.lemma) ? saidTokens(sentence, clause) : [];
  return typeOfStatement(sentence, { indices: [...stated, ...said], verb, light: verb, spoken }, lexicon);
}

/** "the January talks": the type of the noun itself decides, not that of the clause. */
function typeOfNoun(
  sentence: SentenceAnalysis,
  { verb }: DatedStatement,
  noun: EventNoun,
  stated: readonly number[],
  lexicon: Lexicon,
): TypeDecision {
  const named = typeOfWord(sentence, noun.head, wordsOf(sentence, stated), lexicon);
  if (named !== null) return named;
  const head = sentence.tokens[noun.head];
  const isSpeech = lexicon.speechNouns.has(head?.lemma ?? '') || lexicon.speechNouns.has(head?.lower ?? '');
  return isSpeech
    ? STATEMENT
    : typeOfStatement(sentence, { indices: stated, verb, light: verb, spoken: [] }, lexicon);
}

/** The tokens of a claim's content, which help to decide the kind of claim. */
const saidTokens = ({ tree }: SentenceAnalysis, clause: Clause): readonly number[] =>
  tree.clauses.flatMap((other) =>
    other.kind === 'COMPLEMENT' && other.parent === clause ? other.tokens : [],
  );

/** The complements about the speaker's own side: "said that Russia is ready", said by a Russian minister. */
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
