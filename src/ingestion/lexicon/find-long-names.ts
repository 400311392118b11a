import { actorId } from '../../domain/event/ids.ts';
import type { Token } from '../sentences/sentence.ts';
import type { FoundName } from './find-names.ts';
import type { Lexicon } from './lexicon.ts';
import { namesLocalBody } from './lone-names.ts';
import { isField, isLegalForm, isOfInName, isOwnerInName, joinsName, opensName } from './name-joints.ts';
import { GOVERNED, isNumbered, NO_NAME, newName } from './new-name.ts';
import { slugOfName } from './slug-of-name.ts';
import { titleLengthAt } from './titles.ts';

const CAPITAL = /^(?:\p{Lu}[\p{L}\p{N}&'’.]*|\d+(?:st|nd|rd|th))$/u;
/** Words that end the name of a company, bank, club or paper. */
const ENDS =
  /^(?:Co|Cos|Corp|Inc|Ltd|PLC|LLC|LLP|Company|Companies|Corporation|Airlines|Airways|Bank|Bancorp|Holdings|Industries|Motors|Brothers|Bros|Partners|Stores|Times|Post|Journal|Herald|Tribune|Gazette|University|College|FC)\.?$/u;
const SHORT_FORM = /^(?:Co|Corp|Cos|Inc|Ltd|Plc|PLC)\.?$/u;
const JOINS = /^(?:&|amp)$/u;
const COMPASS = /^(?:North|South|East|West)$/u;
const MOST_WORDS = 10;

/** The tokens of a name, inclusive. */
type Run = readonly [first: number, last: number];

/**
 * Names that may hold other names: "Pacific Gas & Electric Co.", "Bank of America", "South Vietnam", "Vietnam War", "Jordan
 * Hale". Nothing inside them is an actor or a place. A name that the lexicon has whole stays as it is.
 */
export function findLongNames(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  known: readonly FoundName[],
  lexicon: Lexicon,
): readonly FoundName[] {
  const found: FoundName[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (skipped[at] || !isCapital(tokens[at])) continue;
    const end = endOfBody(tokens, skipped, at, known, lexicon) ?? runEnd(tokens, skipped, at);
    for (const run of withoutTitles(tokens, [at, end], lexicon)) {
      const inside = known.filter((name) => name.first <= run[1] && name.last >= run[0]);
      const isPlace = inside.length === 1 && inside[0]?.kind === 'PLACE' && inside[0].first === run[0];
      if (isPlace && inside[0]?.last === run[1] && namesLocalBody(tokens, ...run))
        found.push(newName('ORGANIZATION', tokens, run[0], run[1] + 1));
      if (inside.some((name) => name.kind === 'PERSON' || (name.first <= run[0] && name.last >= run[1])))
        continue;
      const name = companyIn(tokens, run, inside) ?? nameAround(tokens, run, inside, lexicon);
      if (name !== null) found.push(name);
    }
    at = end;
  }
  return found;
}

const isCapital = (token: Token | undefined): boolean =>
  token !== undefined &&
  CAPITAL.test(token.text) &&
  (/^(?:PROPN|NOUN|ADJ|X)$/u.test(token.pos) || /^\p{Lu}.*ed$/u.test(token.text));

/** "the *Food and Drug Administration*", "the *U.S. Fish and Wildlife Service*": words that "and" joins before the noun of a body. */
function endOfBody(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  first: number,
  known: readonly FoundName[],
  { organizationNouns }: Lexicon,
): number | null {
  if (tokens[first - 1]?.lower !== 'the') return null;
  const state = known.find((name) => name.first === first && name.kind === 'STATE');
  const word = state === undefined ? first : state.last + 1;
  if (!isCapital(tokens[word]) || tokens[word + 1]?.lower !== 'and' || !isCapital(tokens[word + 2]))
    return null;
  const end = runEnd(tokens, skipped, word + 2);
  const isKnown = known.some((name) => name !== state && name.first <= end && name.last >= word);
  return end > word + 2 && !isKnown && organizationNouns.has(tokens[end]?.text ?? '') ? end : null;
}

/** The last capital of a run with "&" and hyphens between capitals, and "of" behind "Bank" and its like. */
function runEnd(tokens: readonly Token[], skipped: readonly boolean[], first: number): number {
  let end = first;
  let isOfField = false;
  for (let at = first + 1; at < tokens.length && at - first < MOST_WORDS && !skipped[at]; at += 1) {
    const token = tokens[at];
    const isOf = isOfInName(tokens, at);
    const joinsFields = isOfField && token?.lower === 'and' && isField(tokens[at + 1]);
    if (isCapital(token) || isLegalForm(tokens, at)) end = at;
    else if (!(isOf || joinsFields || joinsName(tokens, at))) {
      if (!JOINS.test(token?.text ?? '') || end !== at - 1) break;
    }
    isOfField ||= isOf;
    /** "Norrail *Co.* Peru fell": a name ends there, and so may the sentence. */
    if (SHORT_FORM.test(token?.text ?? '') && !SHORT_FORM.test(tokens[at + 1]?.text ?? '')) break;
  }
  return end;
}

/**
 * The parts of a run between titles: "Ohio Bank" and "Ann Ray" of "Ohio Bank President Ann Ray". Words that only belong to a
 * title name nothing: "U.S. Trade" of "U.S. Trade Representative Ann Ray".
 */
function withoutTitles(
  tokens: readonly Token[],
  [first, last]: Run,
  { titles, organizationNouns }: Lexicon,
): readonly Run[] {
  const parts: Run[] = [];
  /** "Ohio Attorney General's Office" */
  if (tokens.slice(first, last).some((_, step) => isOwnerInName(tokens, first + step)))
    return [[first, last]];
  let start = first;
  for (let at = first; at <= last; at += 1) {
    const length = titleLengthAt(titles, tokens, at);
    /** "General Mills Inc." */
    const isFirstWord = at === first && ENDS.test(tokens[last]?.text ?? '');
    const end = at - length;
    /** "Ohio Department of *Justice*" */
    const isOfBody = end > first && isOfInName(tokens, end);
    if (length === 0 || isFirstWord || isOfBody) continue;
    const word = tokens[end]?.text ?? '';
    if (start <= end && (organizationNouns.has(word) || GOVERNED.test(word))) parts.push([start, end]);
    start = at + 1;
  }
  return start <= last ? [...parts, [start, last]] : parts;
}

/** "Poland Steel Corp.", "Salt & Fish". "Russian Bank" still acts for Russia. */
function companyIn(
  tokens: readonly Token[],
  [first, last]: Run,
  inside: readonly FoundName[],
): FoundName | null {
  if (inside.some(({ demonym }) => demonym) && last - first < 2) return null;
  if (tokens.slice(first, last).some(({ lower }) => lower === 'and'))
    return newName('ORGANIZATION', tokens, first, last);
  const words = tokens.slice(first, last + 1).map(({ text }) => text);
  const ending = words.findLastIndex((word) => ENDS.test(word));
  if (ending > 0)
    return newName(
      'ORGANIZATION',
      tokens,
      first,
      words[ending]?.endsWith('.') === true ? first + ending : last,
    );
  const isJoined = words.some((word, place) => JOINS.test(word) || (word === 'of' && place > 0));
  return isJoined && words.length > 2 ? newName('ORGANIZATION', tokens, first, last) : null;
}

/** A name of which the lexicon has a part. The people and bodies of a state act for it: "Iraqi Army". */
function nameAround(
  tokens: readonly Token[],
  [start, last]: Run,
  inside: readonly FoundName[],
  lexicon: Lexicon,
): FoundName | null {
  const isFree = (index: number): boolean =>
    !inside.some((name) => name.first <= index && index <= name.last);
  const opens = start === 0 || tokens[start - 1]?.pos === 'PUNCT';
  const isWord = tokens[start]?.pos !== 'PROPN' && !opensName(tokens, start);
  const first = opens && isFree(start) && isWord ? start + 1 : start;
  const words = tokens.slice(first, last + 1);
  const free = words.filter((_, place) => isFree(first + place));
  const [part] = inside;
  if (part === undefined || free.length === 0 || free.some(({ text }) => NO_NAME.test(text))) return null;
  const isCompass = COMPASS.test(words[0]?.text ?? '') && part.first === first + 1 && part.last === last;
  if (isCompass && part.demonym && part.actor !== null)
    return demonymOf(`${words[0]?.text ?? ''} ${part.actor.name}`, newName('STATE', tokens, first, last));
  /** "U.S. Immigration officials", "Iraqi Parliamentary lawmakers" act for the state alone; "Norland Police Department officers" do not. */
  const isDepartment = lexicon.organizationNouns.has(words.at(-1)?.text ?? '');
  if (lexicon.collectives.has(tokens[last + 1]?.lower ?? '') && part.kind === 'STATE' && !isDepartment)
    return null;
  const name = newName(kindOf(tokens, [first, last], part, lexicon), tokens, first, last);
  const isBody = lexicon.collectives.has(words.at(-1)?.lower ?? '') && part.kind === 'STATE';
  return isBody ? { ...name, side: part.actor } : name;
}

/** "North Vietnamese" names North Vietnam. */
const demonymOf = (state: string, name: FoundName): FoundName => ({
  ...name,
  actor: { id: actorId(`act_${slugOfName(state)}`), name: state },
  place: null,
  demonym: true,
});

function kindOf(
  tokens: readonly Token[],
  [first, last]: Run,
  part: FoundName,
  { organizationNouns, landNouns, craftNouns, collectives, givenNames }: Lexicon,
): FoundName['kind'] {
  const [one, end] = [tokens[first]?.text ?? '', tokens[last]?.text.replace(/\.$/u, '') ?? ''];
  if (isNumbered(tokens, last)) return 'THING';
  if (organizationNouns.has(end) || collectives.has(end.toLowerCase())) return 'ORGANIZATION';
  if (GOVERNED.test(end)) return 'STATE';
  const opens = (nouns: ReadonlySet<string>): boolean => nouns.has(one) && !givenNames.has(one.toLowerCase());
  if (landNouns.has(end) || opens(landNouns)) return 'PLACE';
  if (craftNouns.has(end) || opens(craftNouns)) return 'THING';
  if (COMPASS.test(one) && part.first === first + 1 && part.last === last)
    return part.demonym ? 'THING' : part.kind;
  if (givenNames.has(one.toLowerCase())) return 'PERSON';
  return /^(?:in|near|outside)$/u.test(tokens[first - 1]?.lower ?? '') ? 'PLACE' : 'ORGANIZATION';
}
