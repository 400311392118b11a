import { LOCATIVE } from '../sentences/grammar-words.ts';
import type { Token } from '../sentences/sentence.ts';
import type { FoundName } from './find-names.ts';
import type { Lexicon } from './lexicon.ts';
import {
  isField,
  isInitials,
  isLegalForm,
  isNameWord,
  isOddName,
  isParticle,
  joinsName,
  namesLocalBody,
} from './name-joints.ts';
import { GOVERNED, GRAMMAR_WORD, isNumbered, NO_NAME, newName } from './new-name.ts';
import { isPersonNoun } from './person-nouns.ts';
import { titleLengthAt } from './titles.ts';

/** People whom an article has named in full, by surname in lower case: a later "Ms. Ortiz" is Elena Ortiz. */
export type Surnames = Map<string, FoundName>;

/** The people named so far, and the words that the article writes with a capital inside sentences, in lower case. */
export interface Named {
  readonly surnames: Surnames;
  readonly capitals: ReadonlySet<string>;
}

/** The most words of a run of capitals with its titles, and of a name in it. */
const MAX_RUN = 9;
const MAX_WORDS = 5;
/** Words that do not make a name specific: every country has a "Defense Ministry". */
const GENERIC =
  /^(?:Agriculture|Central|Constitutional|Defen[cs]e|Economy|Energy|Finance|Foreign|Health|High|Interior|Justice|National|Security|State|Supreme|Trade|Stock|Police|International|News|Communist|Interests)$/u;

/**
 * Names that the lexicon lacks: runs of two or more capitalized proper nouns. A single word counts after a title ("Mr.") or
 * after the full name. Each name gets an id of its own (`act_elena-ortiz`), and people are added to `surnames`.
 */
export function findNewNames(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  known: readonly FoundName[],
  { surnames, capitals }: Named,
  lexicon: Lexicon,
): readonly FoundName[] {
  for (const name of known)
    if (name.kind === 'PERSON') learn(surnames, tokens, name);
    else if (name.kind === 'ORGANIZATION' && !name.known) learnShort(surnames, tokens, name);
  const taken = new Set(known.flatMap(({ first, last }) => range(first, last)));
  const found: FoundName[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (skipped[at] || taken.has(at) || isOpening(tokens, at, capitals)) continue;
    if (!isNameWord(tokens[at]) && !isInitials(tokens, at)) continue;
    if (GRAMMAR_WORD.test(tokens[at]?.text ?? '')) continue;
    const end = runEnd(tokens, skipped, taken, at);
    const name =
      localBody(tokens, at, end, surnames, lexicon) ??
      nameOfRun(tokens, at, end, surnames, lexicon) ??
      loneName(tokens, skipped, at, end, capitals, lexicon) ??
      lonePlace(tokens, at, end, surnames, lexicon);
    if (name !== null) found.push(name);
    if (name?.kind === 'ORGANIZATION') learnShort(surnames, tokens, name);
    at = Math.max(end, name?.last ?? end);
  }
  return found;
}

/** "*Wexcombe police* left", not "Mayor Ray police". */
function localBody(
  tokens: readonly Token[],
  first: number,
  last: number,
  surnames: Surnames,
  { titles, givenNames, organizationNouns }: Lexicon,
): FoundName | null {
  const words = tokens.slice(first, last + 1);
  const isPlace = words.every(
    ({ lower, text }, place) =>
      !NO_NAME.test(text) &&
      !surnames.has(lower) &&
      !givenNames.has(lower) &&
      !organizationNouns.has(text) &&
      titleLengthAt(titles, tokens, first + place) === 0,
  );
  const isGoverned = GOVERNED.test(words.at(-1)?.text ?? '');
  return isPlace && !isGoverned && words.length < 3 && namesLocalBody(tokens, first, last)
    ? newName('ORGANIZATION', tokens, first, last + 1)
    : null;
}

/** "in *Wexcombe*", "near *Sarnia*": a place by the word before it, not "shares in *Quist*" nor "published in *Nature*". */
function lonePlace(
  tokens: readonly Token[],
  start: number,
  end: number,
  surnames: Surnames,
  { titles, collectives, organizationNouns, landNouns, craftNouns }: Lexicon,
): FoundName | null {
  const [token, before, earlier, after] = [start, start - 1, start - 2, start + 1].map((at) => tokens[at]);
  if (token === undefined || start !== end || token.pos !== 'PROPN' || NO_NAME.test(token.text)) return null;
  const isForm = /^\p{Lu}\p{Ll}{3,}$/u.test(token.text);
  const isOther =
    surnames.has(token.lower) ||
    collectives.has(token.lower) ||
    titles.has(token.lower) ||
    [organizationNouns, landNouns, craftNouns].some((nouns) => nouns.has(token.text));
  const isInside = /^(?:in|near|outside)$/u.test(before?.lower ?? '') && !HELD_IN.test(earlier?.lower ?? '');
  /** "in *Hale* and Roe counties" */
  const isShared = after?.pos === 'CCONJ' && tokens[start + 3]?.pos === 'NOUN';
  const isWhole =
    !/^(?:NOUN|PROPN|ADJ|NUM|PART)$/u.test(after?.pos ?? '') && after?.text !== '-' && !isShared;
  return isForm && !isOther && isInside && isWhole ? newName('PLACE', tokens, start, start) : null;
}

/** Words before "in" that make a name the thing held, printed or played. */
const HELD_IN =
  /^(?:appear|belie|compet|confiden|faith|hold|interest|invest|particip|play|print|publish|role|share|star|stake|stock|trust|win|writ|wrote)/u;

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, step) => first + step);

/** "*Convinced* de Gaulle": a participle that opens a sentence is no name, unless the article writes it with a capital inside. */
const isOpening = (tokens: readonly Token[], index: number, capitals: ReadonlySet<string>): boolean =>
  (index === 0 || tokens[index - 1]?.pos === 'PUNCT') &&
  /(?:ed|ing)$/u.test(tokens[index]?.text ?? '') &&
  !capitals.has(tokens[index]?.lower ?? '');

function runEnd(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  taken: ReadonlySet<number>,
  first: number,
): number {
  let end = first;
  for (let at = first + 1; at < tokens.length && at - first < MAX_RUN; at += 1) {
    if (skipped[at] || taken.has(at)) break;
    if (isNameWord(tokens[at]) || isLegalForm(tokens, at) || isOddName(tokens[at])) end = at;
    else if (!(joinsName(tokens, at) || isParticle(tokens[at]))) break;
  }
  return end;
}

function nameOfRun(
  tokens: readonly Token[],
  start: number,
  end: number,
  surnames: Surnames,
  lexicon: Lexicon,
): FoundName | null {
  const isTitle = (index: number): boolean =>
    titleLengthAt(lexicon.titles, tokens, index) > 0 || isDescription(tokens, start, index);
  const isOrganization = lexicon.organizationNouns.has(withoutStop(tokens[end]?.text ?? ''));
  const isGiven = (index: number): boolean => lexicon.givenNames.has(tokens[index]?.lower ?? '');
  const short = surnames.get(keyOf(tokens.slice(start, end + 1)));
  if (end > start && short !== undefined) return { ...short, ...spanOf(tokens, start, end) };
  const isInitial = (index: number): boolean => /^\p{Lu}\.$/u.test(tokens[index]?.text ?? '');
  /** "Paul *Pastor*", "Elena *Bishop*": a surname that is also a title. */
  const endsAsTitle = end > start && isGiven(end - 1);
  const first = isOrganization
    ? start
    : fromGivenName(afterTitles(start, endsAsTitle ? end - 1 : end, isTitle), end, isGiven, isInitial);
  if (first > end || end - first >= MAX_WORDS) return null;
  const titled = first > start || isTitle(start - 1);
  const words = tokens.slice(first, end + 1);
  const [one] = words;
  if (one === undefined || words.some(({ text }) => NO_NAME.test(text))) return null;
  const span = spanOf(tokens, first, end);
  if (words.length === 1) {
    const regnal = tokens[first - 1];
    if (regnal !== undefined && REGNAL.test(regnal.text)) return newName('PERSON', tokens, first - 1, first);
    const namesake = surnames.get(one.lower);
    if (namesake !== undefined) return { ...namesake, ...span };
    if (!titled) return null;
  }
  if (words.every(({ text }) => text.length > 1 && text === text.toUpperCase())) return null;
  const kind = isOrganization ? 'ORGANIZATION' : kindOf(tokens, first, end, titled, lexicon);
  const isGeneric = words.slice(0, -1).every(({ text }) => GENERIC.test(text));
  if (kind === null || (kind === 'PLACE' && isGeneric)) return null;
  const known = kind === 'PERSON' ? surnames.get(words.at(-1)?.lower ?? '') : undefined;
  if (known !== undefined && isSamePerson(known, words)) return { ...known, ...span };
  const name = newName(kind, tokens, first, end);
  if (kind === 'PERSON') learn(surnames, tokens, name, titled);
  return name;
}

/** "*Midfielder* Ann Ray" at a beginning, "Minister of *Trade* Ann Ray": words that describe the person named after them. */
function isDescription(tokens: readonly Token[], start: number, index: number): boolean {
  const isPerson = index === start && isPersonNoun(tokens[index]?.lower ?? '');
  const before = tokens.slice(Math.max(0, start - 2), start);
  const isOfOffice = before.some(({ lower }) => /^(?:for|of)$/u.test(lower)) && isField(tokens[index]);
  return isPerson || isOfOffice;
}

const spanOf = (tokens: readonly Token[], first: number, last: number) => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[last]?.end ?? 0,
  first,
  last,
});

/** "Defense *Robert Gates*": a name begins at its first name. */
function fromGivenName(
  first: number,
  end: number,
  isGiven: (index: number) => boolean,
  isInitial: (index: number) => boolean,
): number {
  for (let index = first; index < end; index += 1)
    if (isGiven(index)) return isInitial(index - 1) && index > first ? index - 1 : index;
  return first;
}

/** "*Norrail* withdrew its offer", "the shipper *Norrail* said", "*ALN* commandos": a single word that acts names an organization. */
function loneName(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  start: number,
  end: number,
  capitals: ReadonlySet<string>,
  { collectives, givenNames, titles }: Lexicon,
): FoundName | null {
  const [token, before] = [tokens[start], tokens[start - 1]];
  if (token === undefined || start !== end || token.text.length < 3 || NO_NAME.test(token.text)) return null;
  const isGiven = givenNames.has(token.lower) && start > 0;
  if (!(isGiven || capitals.has(token.lower)) || collectives.has(token.lower) || titles.has(token.lower))
    return null;
  let at = start + 1;
  while (skipped[at] || tokens[at]?.pos === 'ADV') at += 1;
  const isAcronym = /^\p{Lu}{3,}$/u.test(token.text);
  const opener = tokens[at]?.text === ',' ? (tokens[at + 1]?.lower ?? '') : '';
  const described = /^(?:which|who|whose)$/u.test(opener) || (isGiven && /^(?:an?|the)$/u.test(opener));
  const leads = isAcronym && collectives.has(tokens[at]?.lower ?? '');
  const isVerb = /^(?:AUX|VERB)$/u.test(tokens[at]?.pos ?? '') && /^['’\p{Ll}]/u.test(tokens[at]?.text ?? '');
  const acts = described || leads || isVerb;
  const joined =
    tokens[start + 1]?.lower === 'and' && isNameWord(tokens[start + 2]) && isNameWord(tokens[start + 3]);
  const isAfterNoun =
    before?.pos === 'NOUN' && /^\p{Ll}/u.test(before.text) && tokens[start]?.pos === 'PROPN';
  const isInside = /^(?:ADP|DET|PROPN|ADJ|NOUN|NUM|PART)$/u.test(before?.pos ?? 'PUNCT');
  if (joined && token.pos === 'PROPN' && !LOCATIVE.has(before?.lower ?? ''))
    return newName('ORGANIZATION', tokens, start, start);
  return acts && (!isInside || isAfterNoun || leads || (isAcronym && before?.lower === 'the'))
    ? newName(isGiven ? 'PERSON' : 'ORGANIZATION', tokens, start, start)
    : null;
}

/** "James C. Kopp" and "James Charles Kopp", or "Ana de Roe" and "De Roe", in one article. */
const isSamePerson = ({ actor }: FoundName, [first, ...rest]: readonly Token[]): boolean =>
  rest.length > 0 && (actor?.name.split(' ')[0] === first?.text || isParticle(first));

const withoutStop = (word: string): string => word.replace(/\.$/u, '');

/** The kind of a name by its last word or by the words before it; null for things such as a shuttle. */
function kindOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  titled: boolean,
  { landNouns, craftNouns, givenNames }: Lexicon,
): 'PERSON' | 'PLACE' | 'STATE' | null {
  const word = withoutStop(tokens[last]?.text ?? '');
  if (titled) return 'PERSON';
  if (isNumbered(tokens, last)) return null;
  const isGiven = givenNames.has(tokens[first]?.lower ?? '');
  const opens = (nouns: ReadonlySet<string>): boolean => nouns.has(tokens[first]?.text ?? '') && !isGiven;
  if (GOVERNED.test(word)) return 'STATE';
  if (landNouns.has(word) || opens(landNouns)) return 'PLACE';
  if (craftNouns.has(word) || opens(craftNouns)) return null;
  const [before, earlier] = [tokens[first - 1]?.lower ?? '', tokens[first - 2]?.lower ?? ''];
  const isInside =
    /^(?:in|near|outside)$/u.test(before) && !/^(?:trust|faith|confidence|interest|believe)/u.test(earlier);
  const isSettled =
    SETTLEMENT.test(tokens[last + 1]?.lower ?? '') || (before === 'of' && SETTLEMENT.test(earlier));
  return isInside || isSettled || (before === 'at' && !isGiven) ? 'PLACE' : 'PERSON';
}

const SETTLEMENT =
  /^(?:city|town|village|suburb|district|province|port|region|island|state|county|hamlet|resort|municipality|outside|north|south|east|west)$/u;

/** After these titles stands a first name, not a surname: "King Hussein" is not "Mr. Hussein". */
const REGNAL = /^(?:King|Queen|Prince|Princess|Pope|Emperor|Empress|Sultan|Emir)$/u;

/** "Second Prime Minister *Hun Sen*": a name begins after the last title before it. */
function afterTitles(start: number, end: number, isTitle: (index: number) => boolean): number {
  for (let index = end; index >= start; index -= 1) if (isTitle(index)) return index + 1;
  return start;
}

function learn(surnames: Surnames, tokens: readonly Token[], name: FoundName, titled = false): void {
  const [first, last] = [tokens[name.first], tokens[name.last]];
  if (last !== undefined && (titled || name.last > name.first)) surnames.set(last.lower, name);
  if (first !== undefined && name.last > name.first && FAMILY_FIRST.test(first.text))
    surnames.set(first.lower, name);
}

/** Family names that stand before the given name: a later "Li" is Li Wenhua. */
const FAMILY_FIRST =
  /^(?:Cai|Cao|Chen|Cheng|Choi|Deng|Gao|Guo|Han|He|Hu|Huang|Jiang|Kang|Kim|Lee|Li|Liang|Lin|Liu|Luo|Ma|Moon|Nguyen|Pan|Park|Peng|Ren|Shen|Song|Sun|Tan|Tang|Tran|Wang|Wei|Wen|Wu|Xi|Xie|Xu|Yang|Yao|Yoon|Yu|Zeng|Zhang|Zhao|Zheng|Zhou|Zhu)$/u;

/** First words that stand for many organizations. */
const COMMON_FIRST =
  /^(?:Advanced|Allied|American|Applied|Associated|Atlantic|Bank|Consolidated|Continental|Digital|East|Eastern|Federal|First|General|Global|Great|Home|New|North|Northern|Pacific|Royal|Service|South|Southern|Standard|United|Universal|University|West|Western|World)$/u;

/** A later "Norrail" or "Norrail Sea" is "Norrail Sea Co.", and a name of one word stands for itself. */
function learnShort(surnames: Surnames, tokens: readonly Token[], name: FoundName): void {
  const words = tokens.slice(name.first, name.last + 1);
  const isCompany = words.length === 1 || COMPANY.test(words.at(-1)?.text ?? '');
  const [one] = words;
  if (one === undefined || !isCompany) return;
  const short = words.length > 2 ? [keyOf(words.slice(0, -1))] : [];
  const isCommon = GENERIC.test(one.text) || COMMON_FIRST.test(one.text) || one.text.length < 3;
  for (const key of isCommon ? short : [one.lower, ...short]) if (!surnames.has(key)) surnames.set(key, name);
}

const COMPANY =
  /^(?:AG|Co|Cos|Corp|Corporation|Company|GmbH|Holdings|Inc|LLC|LLP|Ltd|NV|PLC|Plc|SA|SpA)\.?$/u;

const keyOf = (words: readonly Token[]): string =>
  words
    .filter(({ text }) => text !== ',')
    .map(({ lower }) => lower)
    .join(' ');
