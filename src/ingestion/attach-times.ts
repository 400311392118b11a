import { dayBoundsOf } from '../domain/event-date.ts';
import type { Clause } from './clause.ts';
import type { DatedResolution, DatedStatement } from './dated-statement.ts';
import { namesHappening, type TimedPhrase, timedPhraseAt } from './event-noun.ts';
import { HAPPENING } from './grammar-words.ts';
import type { Lexicon } from './lexicon.ts';
import { purposeVerb } from './purpose-verb.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import { isInsideNoun } from './skipped-tokens.ts';
import { antecedentOf, subjectOf } from './subject.ts';

/** Prepositions by which a phrase is the occasion of its clause: "at Tuesday's meeting, Shoigu claimed". */
const OCCASION = new Set(['at', 'during', 'in', 'on']);
/** What compares with another time dates nothing: "more than in 2019". */
const COMPARISON = new Set(['than', 'like', 'unlike', 'as']);

/** What the dated times of a sentence date, in text order; one statement for a clause whose times are of one date. */
export function attachTimes(
  sentence: SentenceAnalysis,
  resolutions: readonly DatedResolution[],
  anchorDay: number,
  lexicon: Lexicon,
): readonly DatedStatement[] {
  const statements = resolutions.flatMap((resolution) => attach(sentence, resolution, anchorDay, lexicon));
  return statements.filter((statement) => !statements.some((other) => isNarrower(other, statement)));
}

/** "at his year-end conference last week": of two dates of one statement, one inside the other, the narrower stands. */
function isNarrower(one: DatedStatement, other: DatedStatement): boolean {
  if (one === other || one.clause !== other.clause || one.kind !== other.kind || one.noun !== other.noun)
    return false;
  const [a, b] = [dayBoundsOf(one.resolution.date), dayBoundsOf(other.resolution.date)];
  if (a.earliestDay < b.earliestDay || a.latestDay > b.latestDay) return false;
  const same = a.earliestDay === b.earliestDay && a.latestDay === b.latestDay;
  return !same || one.resolution.timex.start < other.resolution.timex.start;
}

function attach(
  sentence: SentenceAnalysis,
  resolution: DatedResolution,
  anchorDay: number,
  lexicon: Lexicon,
): readonly DatedStatement[] {
  const { tokens, tree } = sentence;
  const at = tokens.findIndex(({ end }) => end > resolution.timex.start);
  const clause = tree.at[at];
  if (clause === undefined || isCompared(sentence, at)) return [];
  if (isInsideNoun(tokens, resolution.timex)) {
    const phrase = timedPhraseAt(sentence, resolution.timex, lexicon);
    return attachPhrase(clause, phrase, resolution);
  }
  const explained = explainedBy(sentence, resolution, clause);
  const own = attachClause(sentence, clause, at, resolution, anchorDay, lexicon);
  if (explained.length === 0) return [...own, ...coordinated(sentence, clause, at, resolution)];
  return [...own.filter(({ verb }) => !isProVerb(verb?.lemma)), ...explained];
}

/** "On Monday Iran seized a tanker and Britain condemned it": a time in front dates the further subject's act too. */
function coordinated(
  sentence: SentenceAnalysis,
  clause: Clause,
  at: number,
  resolution: DatedResolution,
): readonly DatedStatement[] {
  const { tree, skipped } = sentence;
  const isInFront = clause.verb !== null && clause.tokens.every((index) => index >= at || skipped[index]);
  if (!isInFront || clause.kind !== 'MAIN') return [];
  const further = tree.clauses.filter(
    (other) =>
      other.base === clause && other.opener !== null && !other.tokens.some((index) => skipped[index]),
  );
  return further.map(({ verb }, index) => ({
    kind: 'CLAUSE',
    clause: further[index] ?? clause,
    verb,
    noun: null,
    via: null,
    resolution,
    attachment: 0.8,
  }));
}

const isProVerb = (lemma: string | undefined): boolean => lemma === 'do' || lemma === 'be';

const isCompared = ({ tokens, previous }: SentenceAnalysis, at: number): boolean => {
  const preposition = tokens[at - 1]?.pos === 'ADP' ? at - 1 : at;
  const before = tokens[previous[preposition] ?? -1]?.lower ?? '';
  return COMPARISON.has(before) || (tokens[at - 1]?.lower === 'since' && isSuperlative(tokens, at));
};

/** "the worst attack since 2014" does not begin in 2014. */
const isSuperlative = (tokens: SentenceAnalysis['tokens'], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 8), at)
    .some(({ lower }) => /^(?:first|most|least|worst|best|\p{L}{3,}est)$/u.test(lower));

function attachPhrase(
  clause: Clause,
  phrase: TimedPhrase,
  resolution: DatedResolution,
): readonly DatedStatement[] {
  const { preposition, isHappening } = phrase;
  const given = { clause, resolution, via: null };
  const isOccasion = preposition !== null && OCCASION.has(preposition) && clause.verb !== null;
  if (isOccasion)
    return [
      { ...given, kind: 'CLAUSE', verb: clause.verb, noun: null, attachment: isHappening ? 0.95 : 0.7 },
    ];
  if (!isHappening) return [];
  const isSubject = clause.verb !== null && phrase.head < clause.verb.first && preposition === null;
  if (isSubject && HAPPENING.has(clause.verb?.lemma ?? ''))
    return [{ ...given, kind: 'CLAUSE', verb: clause.verb, noun: phrase, attachment: 0.95 }];
  return [{ ...given, kind: 'NOUN', verb: null, noun: phrase, attachment: 0.9 }];
}

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
  if (clause.verb.lemma === 'be' && subjectOf(sentence, clause).tokens.length === 0) return [];
  const purpose = via === null ? purposeVerb(sentence, clause, at, resolution, anchorDay, lexicon) : null;
  if (purpose !== null)
    return [{ kind: 'PURPOSE', clause, verb: purpose, noun: null, via, resolution, attachment: 0.9 }];
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

/** A verbless line tells something only if it names a happening: "Talks in Geneva on 10 January". */
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

/** The clause that a time in a participle's clause dates: "Speaking on Tuesday, Putin said"; "in remarks televised today". */
function hostOf(sentence: SentenceAnalysis, clause: Clause, lexicon: Lexicon): Clause {
  const { parent } = clause;
  if (parent?.verb == null || clause.verb === null) return clause;
  const isBefore = (clause.verb.first ?? 0) < parent.verb.first;
  if (clause.kind === 'PARTICIPLE' && isBefore && clause.verb.lemma !== 'have') return parent;
  if (clause.kind !== 'RELATIVE' || clause.verb.form !== 'PARTICIPLE') return clause;
  const antecedent = antecedentOf(sentence, clause).tokens;
  const noun = sentence.tokens[antecedent.at(-1) ?? -1];
  const preposition = sentence.tokens[sentence.previous[antecedent[0] ?? 0] ?? -1]?.lower ?? '';
  const isOccasion = OCCASION.has(preposition) && namesHappening(noun, lexicon);
  return isOccasion && lexicon.speech.has(parent.verb.lemma) ? parent : clause;
}

/** "in 2014, when Moscow annexed Crimea and fighting broke out": what a time's own `when` clauses tell. */
function explainedBy(
  sentence: SentenceAnalysis,
  resolution: DatedResolution,
  clause: Clause,
): readonly DatedStatement[] {
  const { tokens, next, tree } = sentence;
  let at = tokens.findLastIndex(({ start }) => start < resolution.timex.end);
  at = next[at] ?? tokens.length;
  if (tokens[at]?.text === ',') at = next[at] ?? tokens.length;
  if (tokens[at]?.lower !== 'when') return [];
  const when = tree.clauses.find(({ opener }) => opener === at);
  if (when === undefined || when === clause) return [];
  const told = tree.clauses.filter((other) => other === when || other.base === when);
  return told.flatMap((other) =>
    other.verb === null
      ? []
      : [
          {
            kind: 'CLAUSE' as const,
            clause: other,
            verb: other.verb,
            noun: null,
            via: null,
            resolution,
            attachment: 0.9,
          },
        ],
  );
}
