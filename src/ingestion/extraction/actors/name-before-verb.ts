import type { FoundName } from '../../lexicon/find-names.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { titleLengthAt } from '../../lexicon/titles.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';

/**
 * The subject of a clause by its words, where the tree may be wrong about the words before it. A person stands right before
 * the verb: "Norrail United's *Ann Ray* left", "Minister of State for Trade *Ann Ray* left". Any name may stand between a comma
 * and a verb of saying: "The port will close, *Peru* said". A name behind another preposition or verb is none.
 */
export function nameBeforeVerb(
  sentence: SentenceAnalysis,
  { verb }: Clause,
  { titles, speech }: Lexicon,
): FoundName | null {
  if (verb === null) return null;
  const { tokens, previous, names } = sentence;
  const aged = personWithAge(sentence, verb.first);
  if (aged !== null) return aged;
  let at = previous[verb.first] ?? -1;
  while (tokens[at]?.pos === 'ADV') at = previous[at] ?? -1;
  const name = names.find(({ actor, last }) => actor !== null && last === at);
  if (name === undefined || name.demonym || name.kind === 'MEDIA') return null;
  const before = tokens[previous[name.first] ?? -1]?.text ?? '';
  if (name.kind !== 'PERSON') return before === ',' && speech.has(verb.lemma) ? name : null;
  for (at = previous[name.first] ?? -1; at >= 0; at = previous[at] ?? -1) {
    const { pos, lower, text } = tokens[at] ?? { pos: 'PUNCT', lower: '', text: '' };
    const isOfTitle = /^(?:for|of)$/u.test(lower) && titleLengthAt(titles, tokens, at - 1) > 0;
    if (DESCRIBING.test(pos) || JOINING.test(text) || OWNER.test(lower) || isOfTitle) continue;
    /** "The port and *Ann Ray* left": a list is the tree's to read. */
    const isListed = pos === 'CCONJ' && /^(?:NOUN|PROPN)$/u.test(tokens[previous[at] ?? -1]?.pos ?? '');
    if (isListed) return null;
    if (pos !== 'VERB') return BREAKS.test(pos) ? name : null;
    /** "*visiting* Minister Ann Ray said" */
    const opens = BREAKS.test(tokens[previous[at] ?? -1]?.pos ?? 'PUNCT');
    return opens && /(?:ed|ing)$/u.test(lower) ? name : null;
  }
  return name;
}

/** "*Tom Hale*, 48, of Wexcombe, was charged". */
function personWithAge({ tokens, names }: SentenceAnalysis, verb: number): FoundName | null {
  const name = names.findLast(({ kind, last }) => kind === 'PERSON' && last < verb);
  if (name === undefined) return null;
  const [comma, age, ...rest] = tokens.slice(name.last + 1, verb);
  const isAge = comma?.text === ',' && /^\d{1,3}$/u.test(age?.text ?? '') && rest[0]?.text === ',';
  const isHome = rest.every(
    ({ text, lower, pos }) => text === ',' || pos === 'PROPN' || /^(?:from|of)$/u.test(lower),
  );
  return isAge && isHome ? name : null;
}

const DESCRIBING = /^(?:ADJ|DET|NOUN|NUM|PART|PROPN)$/u;
const JOINING = /^(?:-|–|'|’|&)$/u;
const OWNER = /^(?:her|his|its|my|our|their)$/u;
const BREAKS = /^(?:CCONJ|PUNCT|SCONJ)$/u;
