import { caseOf, subjectOf as subjectInTree } from '../../../parsing/tree/participants.ts';
import { auxiliariesOf, hasTense, isPredicate, openerOf } from '../../../parsing/tree/predicate.ts';
import { dependentWith, roleOf, type SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import type { Clause } from '../../sentences/clause.ts';
import { isFiniteForm, type VerbGroup } from '../../sentences/verb-groups.ts';
import { haveTwoReadings } from '../actors/subject.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';
import type { Title } from './title.ts';
import { titleTokens } from './title-tokens.ts';
import {
  type KeptWords,
  lacksComplement,
  lacksPart,
  needsTime,
  strayWords,
  tearsNoun,
} from './whole-constituents.ts';

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
  if (kept !== null && lacksPart(kept)) return 'LACKS_PART';
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

/** Whether each quotation in a title is a part of the text, without a word left out. */
function quotesVerbatim(title: string, { text, start, end }: SentenceAnalysis): boolean {
  const plain = (words: string): string => words.replaceAll(/[\s“”"]+/gu, ' ');
  const sentence = plain(text.slice(start, end)).toLowerCase();
  return [...title.matchAll(/“([^“”]+)”/gu)].every(([, words = '']) =>
    sentence.includes(plain(words).toLowerCase().trim()),
  );
}

/** Whether quoted words stay in a title that lost their marks. */
const losesMarks = (title: string, { quotes }: SentenceAnalysis, { kept }: KeptWords): boolean =>
  !/[“"«]|(?:^|\s)[`'‘]/u.test(title) && [...kept].some((index) => quotes[index]?.quoted === true);

/** Whether a title keeps a part of a word: "old" of "a 32-year-old", "'s" of "he's" where a name stands for "he". */
const tearsWord = ({ tree, kept }: KeptWords): boolean =>
  [...kept].some((index) => {
    const [before, word] = [tree.words[index - 1], tree.words[index]];
    if (before === undefined || before.end !== word?.start || kept.has(index - 1)) return false;
    return before.form === '-' || /^['’]/u.test(word.form);
  });

const CLAUSAL = /^(?:root|conj|acl|advcl|ccomp|xcomp|parataxis)$/u;

/** "*Expected* to take a charge"; not "*Freed* hostages returned". */
function beginsWithVerb({ tree, kept }: KeptWords): boolean {
  const first = Math.min(...kept);
  return /^VB[DNPZ]$/u.test(tree.words[first]?.xpos ?? '') && CLAUSAL.test(roleOf(tree, first));
}

/** "*Its* invasion": the owner stands in another part of the text. */
const OWNED = /^(?:the\s+)?(?:its|his|her|their|our|my|your)\s/iu;

/** "The bombing of a *Birmingham*, Ala., *clinic*": the last word describes one that was cut. */
function isCutNoun({ parsed }: SentenceAnalysis, { noun }: DatedStatement): boolean {
  const last = noun?.last ?? -1;
  const { head = -1, label = '' } = parsed?.words[last] ?? {};
  return head > last && /^(?:amod|compound|flat|nmod|nummod)/u.test(label);
}

/** "The vote" does not say on what. */
const isBareNoun = (title: string): boolean =>
  /^(?:(?:the|a|an|this|that|these|those)\s+)?\S+$/iu.test(title);

/** Whether a title has a verb that stands by itself: that of its clause, or for a purpose the verb that it depends on. */
function hasFiniteVerb(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  kept: KeptWords | null,
): boolean {
  if (isBareParticiple(sentence, statement)) return false;
  if (statement.kind === 'CLAUSE' && kept !== null && isFiniteInTree(kept)) return true;
  const standsAlone = (group: VerbGroup | null): boolean =>
    group !== null && (isFiniteForm(group) || group.form === 'BASE');
  if (statement.kind === 'CLAUSE') return standsAlone(statement.clause.verb);
  return titleTokens(sentence, statement).indices.some((index) =>
    standsAlone(sentence.groupAt[index] ?? null),
  );
}

/** "The driver *killed* on Monday crossed a line": the noun is the subject of another verb. */
const isSubjectOfOther = (tree: SentenceTree, noun: number): boolean =>
  roleOf(tree, noun) === 'nsubj' && hasTense(tree, tree.words[noun]?.head ?? -1);

/** "Workers *finished* the dike": a form that may be a participle, with a subject of its own. */
function isFiniteInTree({ tree, predicate, kept }: KeptWords): boolean {
  const isMain = /^(?:root|conj|ccomp)$/u.test(roleOf(tree, predicate));
  const subject = dependentWith(tree, predicate, 'nsubj');
  return isMain && hasTense(tree, predicate) && subject !== null && kept.has(subject);
}

/** "a letter *published* on Monday", "was found *abandoned*": the tree sees a verb form without a tense of its own. */
function isBareParticiple({ parsed }: SentenceAnalysis, { clause }: DatedStatement): boolean {
  if (parsed === null || clause.verb === null) return false;
  const predicate = predicateOfVerb(parsed, clause.verb.head);
  const role = roleOf(parsed, predicate);
  const noun = parsed.words[predicate]?.head ?? -1;
  /** "Under *an accord signed* yesterday", "The climber, *described* as …": no verb of its own follows such a noun. */
  const isDescribed =
    clause.kind === 'RELATIVE' ||
    dependentWith(parsed, noun, 'case') !== null ||
    isSubjectOfOther(parsed, noun) ||
    parsed.words[predicate - 1]?.form === ',';
  /** "as *planned*". */
  const opener = parsed.words[openerOf(parsed, predicate) ?? -1]?.form;
  const isAside =
    role === 'advcl' && opener?.toLowerCase() === 'as' && dependentWith(parsed, predicate, 'nsubj') === null;
  const isDependent = role === 'xcomp' || isAside || (role === 'acl' && isDescribed);
  const isParticiple = parsed.words[predicate]?.xpos === 'VBN';
  return isDependent && isParticiple && auxiliariesOf(parsed, predicate).length === 0;
}

/** A time was taken out behind a word that leads on: "earnings for its … fell", "she slept, and, …, she left". */
function hasOpenGap(title: string, { text, start, end }: SentenceAnalysis): boolean {
  const words = title.toLowerCase().split(/\s+/u);
  const sentence = ` ${text.slice(start, end).toLowerCase().replaceAll(/\s+/gu, ' ')} `;
  return words.some((word, place) => {
    const following = words[place + 1]?.replace(/[,;:.?!”"]+$/u, '');
    return following !== undefined && LEADS_ON.test(word) && !sentence.includes(` ${word} ${following}`);
  });
}

const LEADS_ON =
  /^(?:(?:a|an|the|of|to|in|on|at|by|for|with|from|into|against|between|among|during|and|or|but|its|their|his|her|our|my|your|more|less|than|as)|(?:and|but|that|when),)$/u;

/** Whether a title ends on a word that leads on, or opens a mark that it does not close. */
export const isCutOff = (title: string): boolean => OPEN_END.test(title) || hasOpenMarks(title);

/** Whether a title begins with words that an earlier sentence explains: "his speech", "the incident was". */
export const pointsBack = (title: string): boolean =>
  OWNED.test(title) || PRONOUN.test(title) || POINTS_BACK.test(title);

const OPEN_END =
  /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|with|from|into|onto|against|between|among|during|and|or|but|that|which|who|whose|its|their|his|as|than|because|although|while|if|when|where|how|what|whether|is|are|was|were|be|been|has|have|had|will|would|could|may|might|must|should|not|n’t|very|more|no)$/iu;

/** Subjects that refer to an earlier sentence. */
const PRONOUN =
  /^(?:he|she|they|it|we|i|you|this|that|these|those|one|some|others|both|another|who|which)(?:[\s:]|['’])/iu;
const POINTS_BACK =
  /^the\s+(?:incident|move|decision|announcement|deal|plan|project|effort|measure|step|report|news|statement|figure|number|case|event|discovery|finding|group|company|former|latter|pair|two|three)s?\s+(?:\p{Ll}+ly\s+)?(?:is|are|was|were|has|have|had|will|would|comes?|came|follow(?:s|ed)|marks?|marked|means?|meant|began|begins?|happen(?:s|ed)|occur(?:s|red)|took)\b/iu;

/** "An official said", "The minister announced". */
const SAYS_NOTHING =
  /\s(?:said|says|told(?:\s+\S+){0,3}|added|announced|reported|noted|explained|stated|confirmed)$/iu;
/** "…, saying at the time": its content was cut. */
const OPENS_SPEECH = /,\s(?:saying|adding|arguing|claiming|noting|telling|warning)(?:\s\S+){0,3}$/iu;

function hasOpenMarks(title: string): boolean {
  const count = (mark: string): number => title.split(mark).length - 1;
  return (
    count('“') !== count('”') ||
    count('«') !== count('»') ||
    count('(') !== count(')') ||
    count('"') % 2 === 1 ||
    count('``') !== count("''") ||
    hasOpenSingle(title)
  );
}

/** "the 'new deal" with "the 'new deal'" aside: more single marks open than close. */
function hasOpenSingle(title: string): boolean {
  const opening = title.replaceAll('``', '').match(/(?<=^|[\s(])['‘`’](?=\p{L})(?!(?:s|t|em|til|cause)\b)/gu);
  const closing = title.match(/(?<=[\p{L}\p{N}.,!?])['’](?=$|[\s,.;:)])/gu);
  return (opening?.length ?? 0) > (closing?.length ?? 0);
}
