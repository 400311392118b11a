import { caseOf, subjectOf as subjectInTree } from '../../../parsing/tree/participants.ts';
import { hasTense, isPredicate, openerOf } from '../../../parsing/tree/predicate.ts';
import { dependentWith, roleOf, type SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { VerbGroup } from '../../sentences/verb-groups.ts';
import { haveTwoReadings } from '../actors/subject.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';
import { hasFiniteVerb } from './finite-verb.ts';
import { isMisread } from './misread-words.ts';
import { lacksComplement, needsTime } from './needed-words.ts';
import type { Title } from './title.ts';
import {
  hasOpenGap,
  hasOpenMarks,
  isBareNoun,
  OPEN_END,
  OWNED,
  POINTS_BACK,
  PRONOUN,
  quotesVerbatim,
} from './title-forms.ts';
import { type KeptWords, lacksPart, strayWords, tearsNoun } from './whole-constituents.ts';

/** Why a title of constituents is not sure. */
export type TitleDoubt =
  | 'NO_FINITE_VERB'
  | 'NO_SUBJECT'
  | 'NO_COMPLEMENT'
  | 'TORN'
  | 'TWO_READINGS'
  | 'OPEN_END'
  | 'OPEN_GAP'
  | 'OPEN_MARKS'
  | 'CHANGED_QUOTATION'
  | 'TORN_WORD'
  | 'POINTS_BACK'
  | 'QUESTION'
  | 'SAYS_NOTHING'
  | 'STRAY_WORDS'
  | 'LACKS_PART';

/** The doubt about a statement's title; null where it may be printed as it stands. */
export function doubtAbout(
  title: string,
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  { meant, says, isTorn, kept }: { readonly meant: boolean; readonly says: boolean } & Omit<Title, 'text'>,
): TitleDoubt | null {
  const isQuoted = statement.clause.quoted && statement.kind !== 'NOUN';
  const isNoun = statement.kind === 'NOUN';
  if (!isQuoted && !isNoun && !hasFiniteVerb(sentence, statement, kept)) return 'NO_FINITE_VERB';
  if (isTorn && (kept === null || tearsNoun(kept))) return 'TORN';
  if (hasOpenMarks(title)) return 'OPEN_MARKS';
  if (OPEN_END.test(title)) return 'OPEN_END';
  if (!quotesVerbatim(title, sentence)) return 'CHANGED_QUOTATION';
  if (isQuoted) return null;
  if (kept !== null && losesMarks(title, sentence, kept)) return 'OPEN_MARKS';
  if (isNoun && isCutNoun(sentence, statement)) return 'TORN';
  if (isNoun) return OWNED.test(title) || isBareNoun(title) ? 'POINTS_BACK' : null;
  if (title.endsWith('?')) return 'QUESTION';
  if (POINTS_BACK.test(title) || (!meant && (PRONOUN.test(title) || OWNED.test(title)))) return 'POINTS_BACK';
  if ((says && SAYS_NOTHING.test(title)) || OPENS_SPEECH.test(title)) return 'SAYS_NOTHING';
  if (hasOpenGap(title, sentence)) return 'OPEN_GAP';
  if (kept !== null && tearsWord(kept)) return 'TORN_WORD';
  if (!meant && kept !== null && beginsWithVerb(kept)) return 'NO_SUBJECT';
  if (kept !== null && strayWords(kept).length > 0) return 'STRAY_WORDS';
  /** "of talks" of "a week of talks", whose first words are a time. */
  if (/^Of\s/u.test(title) || (kept !== null && lacksPart(kept))) return 'LACKS_PART';
  if (kept !== null && isMisread(kept, sentence)) return 'TWO_READINGS';
  if (kept !== null && (lacksComplement(kept) || needsTime(kept))) return 'NO_COMPLEMENT';
  return doubtAboutSubject(title, sentence, statement, kept);
}

/** "*Was sold*" lacks a subject. "There *were* attacks" needs none. */
function doubtAboutSubject(
  title: string,
  sentence: SentenceAnalysis,
  { kind, clause }: DatedStatement,
  words: KeptWords | null,
): TitleDoubt | null {
  if (kind !== 'CLAUSE' || /^(?:there|it)\s/i.test(title) || title.includes(':')) return null;
  const { parsed, tokens, names } = sentence;
  const described = doubtAboutDescribed(title, sentence, clause);
  if (described !== null) return described;
  const [first, verb] = [clause.verb?.first ?? -1, clause.verb?.head ?? -1];
  const begins = names.some((name) => name.first <= first && first <= name.last)
    ? undefined
    : tokens[first]?.lower;
  if (begins !== undefined && title.toLowerCase().startsWith(`${begins} `)) return 'NO_SUBJECT';
  const predicate = parsed === null ? -1 : predicateOfVerb(parsed, verb);
  if (parsed !== null && !isPredicate(parsed, predicate)) return 'TWO_READINGS';
  /** A finite verb after a comma is no participle: "since the chairman, Orr, *left*". */
  if (parsed !== null && clause.kind === 'PARTICIPLE' && hasTense(parsed, predicate)) return 'TWO_READINGS';
  if (words !== null && clause.kind === 'COORDINATE' && followsComma(words, clause.verb))
    return 'TWO_READINGS';
  if (parsed !== null && isComparison(parsed, predicate)) return 'SAYS_NOTHING';
  return haveTwoReadings(sentence, clause) ? 'TWO_READINGS' : null;
}

/** "until the head of the board, Zora Hart, *closed* it": without "and" the words before the comma may be the subject. */
function followsComma({ tree, predicate, kept }: KeptWords, verb: VerbGroup | null): boolean {
  const isAfterComma = tree.words[(verb?.first ?? 0) - 1]?.form === ',';
  const subject = dependentWith(tree, predicate, 'nsubj');
  const isKnown = dependentWith(tree, predicate, 'cc') !== null || (subject !== null && kept.has(subject));
  return isAfterComma && !isKnown;
}

/** "a smaller loss *than it made* a year ago". */
const isComparison = (tree: SentenceTree, predicate: number): boolean =>
  /^than$/iu.test(tree.words[openerOf(tree, predicate) ?? -1]?.form ?? '');

const FEWEST_WORDS_OF_DESCRIPTION = 5;

/**
 * A clause that describes a noun: "two dozen *that fell*" does not say of what, "the storm *that struck*" says nothing, and in "the
 * ministers of the group *which met*" the parser may have the wrong noun.
 */
function doubtAboutDescribed(
  title: string,
  { parsed }: SentenceAnalysis,
  { verb, opener, tokens }: Clause,
): TitleDoubt | null {
  if (parsed === null || verb === null) return null;
  const predicate = predicateOfVerb(parsed, verb.head);
  const { head = -1, sure } = parsed.words[predicate] ?? {};
  const noun = parsed.words[head];
  const isSubject = roleOf(parsed, predicate) === 'acl' && subjectInTree(parsed, predicate)?.word === head;
  if (noun === undefined || !isSubject) return null;
  if (/^(?:NUM|DET|PRON)$/u.test(noun.upos)) return 'POINTS_BACK';
  const isAside = parsed.words[(opener ?? tokens[0] ?? 0) - 1]?.form === ',';
  const isPerson = /^who$/iu.test(parsed.words[opener ?? -1]?.form ?? '');
  const isOwner = caseOf(parsed, head) === 'of';
  if (!isPerson && roleOf(parsed, head) === 'nmod' && (isOwner || (sure !== true && !isAside)))
    return 'TWO_READINGS';
  const isThin = noun.upos !== 'PROPN' && title.split(' ').length < FEWEST_WORDS_OF_DESCRIPTION;
  return isThin ? 'SAYS_NOTHING' : null;
}

/** Whether quoted words stay in a title that lost their marks: more quotations than marks that open. */
function losesMarks(title: string, { quotes }: SentenceAnalysis, { kept }: KeptWords): boolean {
  const isQuoted = (index: number): boolean =>
    kept.has(index) && quotes[index]?.quoted === true && quotes[index]?.mark == null;
  const begins = [...kept].filter((index) => isQuoted(index) && !isQuoted(index - 1));
  const opening = title.match(/[“«]|``|(?:^|[\s(])['‘`](?=\S)/gu)?.length ?? 0;
  const straight = (title.split('"').length - 1) / 2;
  return begins.length > opening + straight;
}

/** Whether a title keeps a part of a word: "old" of "a 32-year-old", "Leeds" of "the Leeds-York line", "'s" of "he's" where a name stands for "he". */
const tearsWord = ({ tree, kept }: KeptWords): boolean =>
  [...kept].some((index) => {
    const [before, word, after] = [tree.words[index - 1], tree.words[index], tree.words[index + 1]];
    if (after?.form === '-' && after.start === word?.end && !kept.has(index + 1)) return true;
    if (before === undefined || before.end !== word?.start || kept.has(index - 1)) return false;
    return before.form === '-' || /^['’]/u.test(word.form);
  });

const CLAUSAL = /^(?:root|conj|acl|advcl|ccomp|xcomp|parataxis)$/u;

/** "*Expected* to take a charge"; not "*Freed* hostages returned". */
function beginsWithVerb({ tree, kept }: KeptWords): boolean {
  const first = Math.min(...kept);
  return /^VB[DNPZ]$/u.test(tree.words[first]?.xpos ?? '') && CLAUSAL.test(roleOf(tree, first));
}

/** "The bombing of a *Birmingham*, Ala., *clinic*": the last word describes one that was cut. */
function isCutNoun({ parsed }: SentenceAnalysis, { noun }: DatedStatement): boolean {
  const last = noun?.last ?? -1;
  const { head = -1, label = '' } = parsed?.words[last] ?? {};
  return head > last && /^(?:amod|compound|flat|nmod|nummod)/u.test(label);
}

/** "An official said", "The minister announced". */
const SAYS_NOTHING =
  /\s(?:said|says|told(?:\s+\S+){0,3}|added|announced|reported|noted|explained|stated|confirmed)$/iu;
/** "…, saying at the time": its content was cut. */
const OPENS_SPEECH = /,\s(?:saying|adding|arguing|claiming|noting|telling|warning)(?:\s\S+){0,3}$/iu;
