import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { publishedDate } from '../../domain/time/edtf.ts';
import { hangingOf, openerOf } from '../../parsing/tree/predicate.ts';
import { headOfSpan, roleOf, type SentenceTree } from '../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { VerbGroup } from '../sentences/verb-groups.ts';
import { contentWords } from '../sentences/wording.ts';
import { subjectOf } from './actors/subject.ts';
import { predicateOfVerb } from './actors/subject-in-tree.ts';
import { isAct } from './lead.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedResolution, DatedStatement } from './times/dated-statement.ts';
import { isQuestion, STATES } from './times/tells-state.ts';
import { LONGEST_TITLE } from './titles/title-cut.ts';

/** Certainty that the act of a lead without any date is the news of its article's day. */
const NEWS_OF_THE_DAY = 0.8;

/**
 * The statement of a lead's main clause as the news of the article's own day: "Prosecutors have dropped the investigation".
 * Null where the clause states no act, a state or what went on before, and where its subject is a pronoun. A present without
 * an auxiliary is news where its verb names an act of some type ("Minister accuses bank").
 */
export function reportStatement(
  sentence: SentenceAnalysis,
  day: CalendarDate,
  lexicon: Lexicon,
): DatedStatement | null {
  const clause = sentence.tree.clauses.find(
    ({ kind, verb, quoted }) => kind === 'MAIN' && verb !== null && !quoted,
  );
  const verb = clause?.verb ?? null;
  if (clause === undefined || verb === null || !(isAct(verb) || isHeadlineAct(verb, lexicon))) return null;
  if (isQuestion(sentence.tokens, sentence.tokens.length - 1)) return null;
  if (isBackground(sentence, verb) || subjectOf(sentence, clause).pronoun !== null) return null;
  const resolution: DatedResolution = { ...NO_EXPRESSION, date: publishedDate(day) };
  return { kind: 'CLAUSE', clause, verb, noun: null, via: null, resolution, attachment: NEWS_OF_THE_DAY };
}

/** "owned nine ships", "was sleeping when the roof fell": a state, and the scene of an act that another clause tells. */
const isBackground = ({ tokens }: SentenceAnalysis, { lemma, first, head }: VerbGroup): boolean =>
  STATES.has(lemma) ||
  (/^(?:was|were)$/u.test(tokens[first]?.lower ?? '') && /ing$/u.test(tokens[head]?.lower ?? ''));

/**
 * Whether a dated statement of a lead's sentence dates the lead's act too. It is of the same clause, of what is said in it
 * ("were told that a meeting *will be held* on Friday"), of the saying around it ("The ship sank, the navy *said* on Monday")
 * or of what went on meanwhile ("She fell while *climbing* on Saturday").
 */
export function isOfOneAct(
  { parsed }: SentenceAnalysis,
  report: DatedStatement,
  { kind, clause, verb, resolution }: DatedStatement,
): boolean {
  if (kind === 'NOUN') return false;
  if (parsed === null || report.verb === null) return clause === report.clause;
  const act = wholeOf(parsed, predicateOfVerb(parsed, report.verb.head));
  const time = headOfSpan(parsed, resolution.timex);
  if (time !== null && wholeOf(parsed, hangingOf(parsed, time).predicate) === act) return true;
  const content = clause.base?.kind === 'COMPLEMENT' ? clause.base : clause;
  if (clause === report.clause || (content.kind === 'COMPLEMENT' && content.parent === report.clause))
    return true;
  return verb !== null && wholeOf(parsed, predicateOfVerb(parsed, verb.head)) === act;
}

/** The outermost predicate of an act, through what is said and what goes on meanwhile. */
function wholeOf(tree: SentenceTree, predicate: number): number {
  const role = roleOf(tree, predicate);
  const head = tree.words[predicate]?.head ?? -1;
  const opener = tree.words[openerOf(tree, predicate) ?? -1]?.lemma ?? '';
  const isPart =
    role === 'ccomp' ||
    role === 'xcomp' ||
    role === 'parataxis' ||
    (role === 'advcl' && /^(?:as|when|while)$/u.test(opener)) ||
    (role === 'conj' && isContent(tree, head));
  return isPart && head >= 0 ? wholeOf(tree, head) : predicate;
}

const isContent = (tree: SentenceTree, predicate: number): boolean =>
  /^(?:ccomp|parataxis)$/u.test(roleOf(tree, predicate));

/** No words of the text stand for the day of an article. */
const NO_EXPRESSION: Omit<DatedResolution, 'date'> = {
  kind: 'resolved',
  timex: { start: 0, end: 0, text: '', type: 'DATE', value: 'PRESENT_REF', mod: null },
  rule: 'report/published',
  because: 'the lead names no day, and the article reports it on its own',
  alternatives: [],
  direction: null,
  reference: { kind: 'ANCHOR' },
  confidence: 0.9,
};

/** "Auditors accuse the bank". A sentence that begins with such a verb is an appeal to the reader. */
const isHeadlineAct = ({ first, lemma, form }: VerbGroup, { patterns, speech }: Lexicon): boolean =>
  (form === 'PRESENT' || (form === 'BASE' && first > 0)) &&
  (speech.has(lemma) || (patterns.get(lemma) ?? []).some(({ pos }) => pos === 'VERB'));

/** Words that a headline must share with the lead to tell its act. */
const HEADLINE_WORDS = 3;

/**
 * The headline of an article as the title of its lead's act; null where it tells something else or asks. At least half of its
 * content words stand in the lead.
 */
export function headlineOf(headline: string | null, lead: string): string | null {
  if (headline === null || /\?\s*$/u.test(headline) || headline.length > LONGEST_TITLE) return null;
  const words = [...contentWords(headline)];
  const inLead = contentWords(lead);
  const shared = words.filter((word) => inLead.has(word)).length;
  return shared >= HEADLINE_WORDS && 2 * shared >= words.length
    ? headline.replaceAll(/\s+/gu, ' ').trim()
    : null;
}
