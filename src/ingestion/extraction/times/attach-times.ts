import { dayBoundsOf } from '../../../domain/time/event-date.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Clause } from '../../sentences/clause.ts';
import { isInsideNoun } from '../../sentences/skipped-tokens.ts';
import { subjectOf } from '../actors/subject.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import { isBackground } from './background-time.ts';
import { clauseOfTime } from './clause-of-time.ts';
import type { DatedResolution, DatedStatement } from './dated-statement.ts';
import { isDaySet, setFor } from './day-set.ts';
import { exampleBefore, happeningBefore, namesHappening, timedPhraseAt } from './event-noun.ts';
import { coordinated, explainedBy } from './further-clauses.ts';
import { hostOf } from './host-clause.ts';
import { attachNounOf, attachPhrase, limitBefore, nounBefore, plannedNoun } from './occasion.ts';
import { isOverruled } from './overruled-time.ts';
import { purposeVerb } from './purpose-verb.ts';
import { ofSecondTime } from './second-time.ts';
import { tellsState } from './tells-state.ts';
import { tenseConflict } from './tense-conflict.ts';

/**
 * The statements that a sentence's time expressions date, in text order. Times of the same date in one clause
 * give one statement.
 */
export function attachTimes(
  sentence: SentenceAnalysis,
  resolutions: readonly DatedResolution[],
  anchorDay: number,
  lexicon: Lexicon,
): readonly DatedStatement[] {
  const found = resolutions.flatMap((resolution) => attach(sentence, resolution, anchorDay, lexicon));
  const statements = found
    .map((statement) => ofSecondTime(sentence, statement, found, lexicon))
    .filter((statement) => !tellsState(sentence, statement, anchorDay, lexicon));
  return statements.filter((one) => !statements.some((other) => isOverruled(sentence, one, other)));
}

function attach(
  sentence: SentenceAnalysis,
  resolution: DatedResolution,
  anchorDay: number,
  lexicon: Lexicon,
): readonly DatedStatement[] {
  const { tokens } = sentence;
  const at = tokens.findIndex(({ end }) => end > resolution.timex.start);
  const clause = clauseOfTime(sentence, resolution.timex, at);
  if (clause === undefined) return [];
  const explained = explainedBy(sentence, resolution, clause);
  if (isBackground(sentence, resolution, at, clause, lexicon)) return explained;
  if (isDaySet(sentence, at, clause)) return setFor(sentence, clause, at, resolution);
  if (isInsideNoun(tokens, resolution.timex)) {
    const phrase = timedPhraseAt(sentence, resolution.timex, lexicon);
    return attachPhrase(sentence, clause, phrase, resolution);
  }
  const described =
    nounBefore(sentence, at) ?? plannedNoun(sentence, resolution.timex) ?? limitBefore(sentence, at);
  if (described !== null)
    return [...attachNounOf(sentence, clause, described, resolution, lexicon), ...explained];
  const own = attachClause(sentence, clause, at, resolution, anchorDay, lexicon);
  if (explained.length === 0) return [...own, ...coordinated(sentence, resolution, clause, at)];
  return [...own.filter(({ verb }) => !isProVerb(verb?.lemma)), ...explained];
}

const isProVerb = (lemma: string | undefined): boolean => lemma === 'do' || lemma === 'be';

function attachClause(
  sentence: SentenceAnalysis,
  found: Clause,
  at: number,
  resolution: DatedResolution,
  anchorDay: number,
  lexicon: Lexicon,
): readonly DatedStatement[] {
  const clause = hostOf(sentence, found, lexicon);
  const via = clause === found ? null : found;
  if (clause.verb === null) return attachHeading(sentence, clause, resolution, lexicon);
  if (clause.verb.lemma === 'be' && saysNothing(sentence, clause, at)) return [];
  const purpose = via === null ? purposeVerb(sentence, clause, at, resolution, anchorDay, lexicon) : null;
  const isAhead = clause.verb.form === 'PAST' && dayBoundsOf(resolution.date).earliestDay > anchorDay;
  const example = isAhead && via === null ? exampleBefore(sentence, clause.tokens, at) : null;
  if (example !== null)
    return [{ kind: 'NOUN', clause, verb: null, noun: example, via, resolution, attachment: 0.7 }];
  if (purpose !== null)
    return [{ kind: 'PURPOSE', clause, verb: purpose, noun: null, via, resolution, attachment: 0.9 }];
  const tense = tenseConflict(sentence, clause.verb, resolution, anchorDay);
  const noun = tense === null || via !== null ? null : happeningBefore(sentence, clause.tokens, at, lexicon);
  const isNamed = noun !== null && (tense === 'FUTURE_OF_PAST' || noun.first > clause.verb.last);
  if (isNamed) return [{ kind: 'NOUN', clause, verb: null, noun, via, resolution, attachment: 0.7 }];
  if (tense === 'FUTURE_OF_PAST' || (tense === 'PAST_OF_FUTURE' && isOfObject(sentence, resolution, at)))
    return [];
  return [
    {
      kind: 'CLAUSE',
      clause,
      verb: clause.verb,
      noun: null,
      via,
      resolution,
      attachment: via === null ? 1 : 0.9,
    },
  ];
}

/** "cut its forecast for growth *in 2031*", written before: a year or month to come is not that of a past act. */
const isOfObject = ({ tokens }: SentenceAnalysis, { date }: DatedResolution, at: number): boolean =>
  date.precision !== 'DAY' &&
  date.precision !== 'WEEK' &&
  tokens[at - 1]?.lower === 'in' &&
  /^(?:NOUN|PROPN)$/u.test(tokens[at - 2]?.pos ?? '');

/**
 * Whether a clause with "be" reports no event: the time is its subject ("Today is the eighth day") or its
 * only content ("The record date is Nov. 9").
 */
function saysNothing(sentence: SentenceAnalysis, clause: Clause, at: number): boolean {
  const { tokens, skipped, next } = sentence;
  const { verb } = clause;
  if (verb === null || subjectOf(sentence, clause).tokens.length === 0) return true;
  const isSubject = skipped[at] === true && at < verb.first && isTimeUpTo(sentence, at, verb.first);
  const isAllSaid =
    at > verb.last &&
    clause.tokens.every((index) => index <= verb.last || skipped[index] || next[index] === tokens.length);
  return isSubject || isAllSaid;
}

const isTimeUpTo = ({ skipped, tokens }: SentenceAnalysis, at: number, end: number): boolean =>
  tokens.slice(at, end).every((_, offset) => skipped[at + offset]) && tokens[at - 1]?.text === ',';

/** A line without a verb reports an event only if it names a happening: "Talks in Geneva on 10 January". */
function attachHeading(
  sentence: SentenceAnalysis,
  clause: Clause,
  resolution: DatedResolution,
  lexicon: Lexicon,
): readonly DatedStatement[] {
  const { tokens, skipped } = sentence;
  const head = clause.tokens.find(
    (index) => !skipped[index] && tokens[index]?.pos === 'NOUN' && namesHappening(tokens[index], lexicon),
  );
  const visible = clause.tokens.filter((index) => !skipped[index]);
  const [first, last] = [visible[0], visible.at(-1)];
  if (head === undefined || first === undefined || last === undefined) return [];
  return [
    { kind: 'NOUN', clause, verb: null, noun: { first, head, last }, via: null, resolution, attachment: 0.6 },
  ];
}
