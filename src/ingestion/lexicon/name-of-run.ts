import type { Token } from '../sentences/sentence.ts';
import type { FoundName } from './find-names.ts';
import type { Lexicon } from './lexicon.ts';
import { isField, isLegalForm, isParticle } from './name-joints.ts';
import { GOVERNED, isNumbered, NO_NAME, newName } from './new-name.ts';
import { isPersonNoun } from './person-nouns.ts';
import { GENERIC, keyOf, learnPerson, type Surnames } from './surnames.ts';
import { titleLengthAt } from './titles.ts';

/** The most words of a name. */
const MAX_WORDS = 5;

/** The name of a run of capitals, without the titles before it; null for a run that names nothing by its form. */
export function nameOfRun(
  tokens: readonly Token[],
  start: number,
  end: number,
  surnames: Surnames,
  lexicon: Lexicon,
): FoundName | null {
  const isTitle = (index: number): boolean =>
    titleLengthAt(lexicon.titles, tokens, index) > 0 || isDescription(tokens, start, index);
  const isOrganization =
    lexicon.organizationNouns.has(withoutStop(tokens[end]?.text ?? '')) || isLegalForm(tokens, end);
  const isGiven = (index: number): boolean => lexicon.givenNames.has(tokens[index]?.lower ?? '');
  const short = surnames.get(keyOf(tokens.slice(start, end + 1)));
  if (end > start && short !== undefined) return { ...short, ...spanOf(tokens, start, end) };
  const isInitial = (index: number): boolean => /^\p{Lu}\.$/u.test(tokens[index]?.text ?? '');
  /** "*Defense* Robert Gates", "*Captain* Ann Ray": a word that begins no name of a person. */
  const isWord = (index: number): boolean =>
    isField(tokens[index]) ||
    tokens[index]?.pos !== 'PROPN' ||
    lexicon.organizationNouns.has(tokens[index]?.text ?? '') ||
    lexicon.collectives.has(tokens[index]?.lower ?? '') ||
    isPersonNoun(tokens[index]?.lower ?? '');
  /** "Paul *Pastor*", "Elena *Bishop*": a surname that is also a title. */
  const endsAsTitle = end > start && isGiven(end - 1);
  const first = isOrganization
    ? start
    : fromGivenName(
        afterTitles(start, endsAsTitle ? end - 1 : end, isTitle),
        end,
        isGiven,
        isInitial,
        isWord,
      );
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
  if (kind === 'PERSON') learnPerson(surnames, tokens, name, titled);
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

/** "Defense *Robert Gates*": a name begins at its first name, or at a name before it that the lexicon lacks: "*Muazu* Ali Roe". */
function fromGivenName(
  first: number,
  end: number,
  isGiven: (index: number) => boolean,
  isInitial: (index: number) => boolean,
  isWord: (index: number) => boolean,
): number {
  for (let index = first; index < end; index += 1)
    if (isGiven(index) && index === first + 1 && !isWord(first)) return first;
    else if (isGiven(index)) return isInitial(index - 1) && index > first ? index - 1 : index;
  return first;
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
  /** "the *Harbour* Lions" */
  const isTeam = last > first && /\p{Ll}[^s\P{Ll}]s$/u.test(word);
  if (landNouns.has(word) || (opens(landNouns) && !isTeam)) return 'PLACE';
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
