import { UNCHANGING } from '../../parsing/mend-tags.ts';
import { PARTICIPLE_ONLY, PAST_ONLY, PREPOSITIONS_IN_ING } from './grammar-words.ts';
import type { PartOfSpeech, Token } from './sentence.ts';

type Change = (
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  hasVerb: boolean,
) => PartOfSpeech | null;

/** Tags before a noun or an adjective, never before a finite verb. */
const BEFORE_NOUN: ReadonlySet<string> = new Set(['DET', 'NUM']);
const POSSESSIVES: ReadonlySet<string> = new Set("its their his her our my your 's ’s s' s’".split(' '));

const isPreposition = (token: Token | undefined): boolean => token?.pos === 'ADP' && token.lower !== 'to';
const opensNoun = (token: Token | undefined): boolean =>
  token !== undefined && (BEFORE_NOUN.has(token.pos) || POSSESSIVES.has(token.lower));

const CONJUNCTIONS: ReadonlySet<string> = new Set('either minus neither plus rather versus'.split(' '));

/** Corrections of the tagger's regular mistakes in news. The first matching correction applies. */
const CHANGES: readonly Change[] = [
  /** "WHO/PRON said". */
  ({ text }) => (text === 'WHO' ? 'PROPN' : null),
  ({ lower }) => (PREPOSITIONS_IN_ING.has(lower) ? 'ADP' : null),
  /** "Both/CCONJ sides", "neither he nor she". */
  ({ lower, pos }) => (pos === 'CCONJ' && /^(?:both|n?either)$/u.test(lower) ? 'DET' : null),
  /** "Andhra/CCONJ Pradesh". */
  ({ text, lower, pos }, _, after) =>
    pos === 'CCONJ' && /^\p{Lu}\p{Ll}{3,}$/u.test(text) && after?.pos === 'PROPN' && !CONJUNCTIONS.has(lower)
      ? 'PROPN'
      : null,
  /** "US-led/VERB NATO". */
  (token, before) => (token.pos === 'VERB' && before?.text === '-' ? 'ADJ' : null),
  /** "having/VERB finished". */
  ({ lemma, pos }, _, after) => (pos === 'VERB' && lemma === 'have' && after?.pos === 'VERB' ? 'AUX' : null),
  /** "French/VERB President": mid-sentence capitals are names. */
  (token, before) =>
    token.pos === 'VERB' &&
    before !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    before.pos !== 'PUNCT'
      ? 'PROPN'
      : null,
  /** "income for the quarter fell/ADJ 6 %": a form that is always a past tense. */
  ({ lower, pos }, before) =>
    (pos === 'ADJ' || pos === 'NOUN') && PAST_ONLY.has(lower) && !opensNoun(before) ? 'VERB' : null,
  /** "will close/ADJ". */
  (token, before) =>
    (token.pos === 'ADJ' || token.pos === 'NOUN') && token.lower === token.lemma && isModal(before)
      ? 'VERB'
      : null,
  /** "The dam burst/NOUN, killing": a form that is also a past tense, before a comma or full stop. */
  (token, before, after, hasVerb) =>
    token.pos === 'NOUN' &&
    UNCHANGING.has(token.lower) &&
    (before?.pos === 'NOUN' || before?.pos === 'PROPN' || (before?.pos === 'ADJ' && !hasVerb)) &&
    (after === undefined || after.text === ',' || after.text === '.')
      ? 'VERB'
      : null,
  /** "most widely wielded/VERB weapon": a participle before its noun. */
  (token, before, after) =>
    token.pos === 'VERB' &&
    token.lower.endsWith('ed') &&
    /ly$/u.test(before?.lower ?? '') &&
    after?.pos === 'NOUN'
      ? 'ADJ'
      : null,
  /** "the address/VERB", "of exercises/VERB", "expressed worry/VERB". */
  (token, before) => (isNounLike(token) && isNounPlace(before) ? 'NOUN' : null),
  /** "an April *shooting/VERB* at a firm": the time between the article and its noun is passed over. */
  (token, before, after) =>
    token.pos === 'VERB' && token.lower.endsWith('ing') && opensNoun(before) && isPreposition(after)
      ? 'NOUN'
      : null,
  /** "to talks/VERB". */
  (token, before) =>
    token.pos === 'VERB' && before?.lower === 'to' && token.lower !== token.lemma && token.lower.endsWith('s')
      ? 'NOUN'
      : null,
  /** "Putin sharpened/ADJ his rhetoric". */
  (token, before, after) =>
    token.pos === 'ADJ' && token.lower.endsWith('ed') && isSubject(before) && startsObject(after)
      ? 'VERB'
      : null,
  /** "Putin addresses/NOUN a meeting". */
  (token, before, after) =>
    token.pos === 'NOUN' && token.lower.endsWith('s') && before?.pos === 'PROPN' && after?.pos === 'DET'
      ? 'VERB'
      : null,
  /** ", warning/NOUN that". */
  (token, before, after) =>
    token.pos === 'NOUN' && token.lower.endsWith('ing') && before?.text === ',' && after?.lower === 'that'
      ? 'VERB'
      : null,
  /** "a signed/VERB agreement", "their proposed/VERB guarantees". */
  (token, before, after) =>
    token.pos === 'VERB' && token.lower.endsWith('ed') && opensNoun(before) && isNominal(after)
      ? 'ADJ'
      : null,
];

const isModal = (token: Token | undefined): boolean =>
  token?.pos === 'AUX' && /^(?:will|would|shall|can|could|may|might|must)$/u.test(token.lower);

const isNounLike = ({ pos, lower }: Token): boolean =>
  pos === 'VERB' && !/(?:ing|ed)$/u.test(lower) && !PAST_ONLY.has(lower) && !PARTICIPLE_ONLY.has(lower);

const isNominal = (token: Token | undefined): boolean =>
  token?.pos === 'NOUN' || token?.pos === 'ADJ' || token?.pos === 'PROPN';

const isSubject = (token: Token | undefined): boolean =>
  token?.pos === 'PROPN' || token?.pos === 'PRON' || token?.pos === 'NOUN';

const startsObject = (token: Token | undefined): boolean =>
  token?.pos === 'DET' || token?.pos === 'PRON' || token?.pos === 'PROPN';

const isNounPlace = (before: Token | undefined): boolean =>
  opensNoun(before) ||
  isPreposition(before) ||
  (before?.pos === 'VERB' && before.lower !== before.lemma && !before.lower.endsWith('ing'));

/**
 * Corrects the tags for clause finding. `skipped` tokens (times, asides) are passed over. `capitals` are the words that the
 * article writes with a capital inside sentences. They are in lower case.
 */
export function tidyTags(
  given: readonly Token[],
  skipped: readonly boolean[],
  capitals: ReadonlySet<string>,
): readonly Token[] {
  const tokens = given.map((token, index) =>
    isName(token, given[index - 1], given[index + 1], capitals) ? { ...token, pos: 'PROPN' as const } : token,
  );
  const tidied = [...tokens];
  const visible = [...tokens.keys()].filter((index) => !skipped[index]);
  const hasVerb = tokens.some(
    ({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing')),
  );
  let before: Token | undefined;
  for (const [place, index] of visible.entries()) {
    const token = tokens[index];
    if (token === undefined) continue;
    const after = tokens[visible[place + 1] ?? -1];
    const pos = changedTag(token, before, after, hasVerb);
    const next =
      pos === null ? token : { ...token, pos, lemma: pos === 'VERB' ? verbLemma(token) : token.lemma };
    tidied[index] = next;
    before = next;
  }
  return tidied;
}

/** "Norvik was" tagged ADJ, where the article also writes Norvik inside a sentence, and "High" in "the High Court". */
function isName(
  { text, lower, pos }: Token,
  before: Token | undefined,
  after: Token | undefined,
  capitals: ReadonlySet<string>,
): boolean {
  if (pos === 'PROPN' || !/^\p{Lu}\p{L}/u.test(text)) return false;
  if (before === undefined || before.pos === 'PUNCT')
    return MISTAKEN.has(pos) && capitals.has(lower) && !/^\p{Lu}\p{Ll}+(?:ed|ing)$/u.test(text);
  return pos === 'ADJ' && (after?.pos === 'PROPN' || (after?.pos === 'NOUN' && /^\p{Lu}/u.test(after.text)));
}

/** Tags that a name unknown to the tagger gets at the beginning of a sentence. */
const MISTAKEN: ReadonlySet<PartOfSpeech> = new Set(['ADJ', 'PRON', 'VERB', 'ADV', 'INTJ', 'X', 'DET']);

/** The lemma of a participle that the tagger took for no verb: `sharpened` → `sharpen`. */
const verbLemma = ({ lower, lemma }: Token): string =>
  lower === lemma ? lower.replace(/(?<=[^aeiou])ed$/u, '') : lemma;

function changedTag(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  hasVerb: boolean,
): PartOfSpeech | null {
  for (const change of CHANGES) {
    const pos = change(token, before, after, hasVerb);
    if (pos !== null) return pos;
  }
  return null;
}
