import { LOCATIVE } from '../sentences/grammar-words.ts';
import type { Token } from '../sentences/sentence.ts';
import type { FoundName } from './find-names.ts';
import type { Lexicon } from './lexicon.ts';
import { isNameWord } from './name-joints.ts';
import { GOVERNED, NO_NAME, newName } from './new-name.ts';
import type { Surnames } from './surnames.ts';
import { titleLengthAt } from './titles.ts';

/** "*Norrail* withdrew its offer", "the shipper *Norrail* said", "*ALN* commandos": a single word that acts names an organization. */
export function loneName(
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
  /** "the *Jets* won" */
  const plays = before?.lower === 'the' && /[^s]s$/u.test(token.text) && PLAYS.test(tokens[at]?.lower ?? '');
  const joined =
    tokens[start + 1]?.lower === 'and' && isNameWord(tokens[start + 2]) && isNameWord(tokens[start + 3]);
  const isAfterNoun =
    before?.pos === 'NOUN' && /^\p{Ll}/u.test(before.text) && tokens[start]?.pos === 'PROPN';
  const isInside = /^(?:ADP|DET|PROPN|ADJ|NOUN|NUM|PART)$/u.test(before?.pos ?? 'PUNCT');
  /** "crews from Hale and *Wexcombe* were called" */
  const isSecond = before?.pos === 'CCONJ' && tokens[start - 3]?.pos === 'ADP';
  if (joined && token.pos === 'PROPN' && !LOCATIVE.has(before?.lower ?? ''))
    return newName('ORGANIZATION', tokens, start, start);
  return acts &&
    !isSecond &&
    (!isInside || isAfterNoun || leads || plays || (isAcronym && before?.lower === 'the'))
    ? newName(isGiven ? 'PERSON' : 'ORGANIZATION', tokens, start, start)
    : null;
}

/** Verbs of teams and parties: "the *Jets* won". */
const PLAYS =
  /^(?:beats?|clinch(?:ed)?|defeat(?:ed|s)?|drew|edged?|hosts?|hosted|improved?|lose|lost|play(?:ed)?|rall(?:y|ied)|routed?|scored?|signed?|sweep|swept|tied?|traded?|trail(?:ed)?|visit(?:ed)?|win|won)$/u;

/** "in *Wexcombe*", "near *Sarnia*": a place by the word before it, not "shares in *Quist*" nor "published in *Nature*". */
export function lonePlace(
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

/**
 * Whether a place and the small noun behind it name a body: "Wexcombe *police*", "the Sarnia *government*". "A Wexcombe police
 * officer" and "a Sarnia court" are other things.
 */
export function namesLocalBody(tokens: readonly Token[], first: number, last: number): boolean {
  const [noun, after] = [tokens[last + 1], tokens[last + 2]];
  const isBody = /^(?:council|government|police)$/u.test(noun?.text ?? '');
  const isOne = !/^an?$/u.test(tokens[first - 1]?.lower ?? '');
  return isBody && isOne && !/^(?:NOUN|PROPN|ADJ)$/u.test(after?.pos ?? '') && after?.text !== '-';
}

/** Words that say of which kind a body is, and not of which place: "*Riot* police". */
const KIND_OF_BODY =
  /^(?:Airport|Armed|Border|Campus|City|County|Federal|Local|Military|Municipal|New|Provincial|Regional|Religious|Riot|Secret|State|Town|Traffic|Transport|Village)$/u;

/** "*Wexcombe police* left", not "Mayor Ray police". */
export function localBody(
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
      !(words.length === 1 && KIND_OF_BODY.test(text)) &&
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
