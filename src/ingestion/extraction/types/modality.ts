import type { Modality } from '../../../domain/event/mention.ts';
import { dayBoundsOf, type EventDate } from '../../../domain/time/event-date.ts';
import { modalityOf as modalityInTree } from '../../../parsing/tree/modality.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';

const HEARSAY = /^(?:reportedly|allegedly|purportedly|supposedly|apparently)$/u;

/**
 * UNREAL: denied, possible, proposed or on a condition by the sentence's tree. PLANNED: wholly after the anchor, or intended.
 * REPORTED: said by a person in the text. ASSERTED: stated by the article itself, or an act of saying.
 */
export function modalityOf(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  anchorDay: number,
  lexicon: Lexicon,
): Modality {
  if (isUnreal(sentence, statement, lexicon)) return 'UNREAL';
  if (isAhead(statement, anchorDay, lexicon)) return 'PLANNED';
  return isReported(sentence, statement, lexicon) ? 'REPORTED' : 'ASSERTED';
}

/**
 * "denied that he *robbed*", "could *meet*", "*would impose* sanctions". Reported speech with "would" states a plan: "said it
 * would meet". The act of saying is real.
 */
function isUnreal(
  { parsed, tokens }: SentenceAnalysis,
  { kind, clause, verb }: DatedStatement,
  lexicon: Lexicon,
): boolean {
  if (parsed === null || verb === null || kind === 'NOUN' || !clause.tokens.includes(verb.head)) return false;
  const predicate = predicateOfVerb(parsed, verb.head);
  const word = parsed.words[predicate];
  if (word?.sure !== true) return false;
  const found = modalityInTree(parsed, predicate, (lemma) => lexicon.speech.has(lemma));
  /** "It was *not until* Tuesday that" denies nothing, and "*would-be* robbers" are robbers. */
  if (/^(?:until|till|-)$/u.test(tokens[(found.word ?? -2) + 1]?.lower ?? '')) return false;
  return found.kind === 'UNREAL' || (found.kind === 'WOULD' && !isSaid(clause, lexicon));
}

function isAhead(
  { kind, clause, verb, resolution }: DatedStatement,
  anchorDay: number,
  lexicon: Lexicon,
): boolean {
  const { earliestDay, latestDay } = dayBoundsOf(resolution.date);
  if (earliestDay > anchorDay) return true;
  if (kind === 'NOUN' || verb === null || latestDay < anchorDay || endsWithAnchor(resolution.date, anchorDay))
    return false;
  if (kind === 'PURPOSE') return clause.verb !== null && lexicon.intent.has(clause.verb.lemma);
  const isMeant = verb.passive && lexicon.intent.has(verb.lemma) && !lexicon.speech.has(verb.lemma);
  return verb.form === 'FUTURE' || isMeant;
}

/** A span that ends before the anchor is past. On the anchor's own day planned and past acts look alike. */
const endsWithAnchor = (date: EventDate, anchorDay: number): boolean =>
  dayBoundsOf(date).latestDay < anchorDay;

function isReported(
  sentence: SentenceAnalysis,
  { kind, clause, noun }: DatedStatement,
  lexicon: Lexicon,
): boolean {
  if (kind === 'NOUN' && noun !== null) return false;
  if (clause.quoted || isSaid(clause, lexicon)) return true;
  const { tokens, tree } = sentence;
  const [main] = tree.clauses;
  const opening = tokens[0]?.lower === 'according' || tokens.some(({ lower }) => HEARSAY.test(lower));
  const speaks = clause.verb !== null && lexicon.speech.has(clause.verb.lemma);
  return opening && clause === main && !speaks;
}

/**
 * Whether a clause is the content of a verb of saying, or continues such a clause. A "which" or "when" clause
 * inside is the writer's own.
 */
function isSaid({ kind, parent, base }: Clause, lexicon: Lexicon): boolean {
  if (kind === 'COORDINATE' && base !== null) return isSaid(base, lexicon);
  return kind === 'COMPLEMENT' && parent?.verb != null && lexicon.speech.has(parent.verb.lemma);
}
