import { UNCHANGING } from '../../parsing/mend-tags.ts';
import { INTRANSITIVE, PARTICIPLE_ONLY, PAST_ONLY } from './grammar-words.ts';
import type { Token } from './sentence.ts';

/** FUTURE: will, shall. MODAL: would, could, may, … BASE: "They accuse", or a verb after an outer `to`. */
export type VerbForm =
  | 'PAST'
  | 'PRESENT'
  | 'FUTURE'
  | 'MODAL'
  | 'GERUND'
  | 'INFINITIVE'
  | 'PARTICIPLE'
  | 'BASE';

/** A verb with its auxiliaries: "has repeatedly warned", with the head "warned". Numbers are token indices. */
export interface VerbGroup {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly lemma: string;
  readonly form: VerbForm;
  readonly passive: boolean;
  /** "made", "invited": past tense or participle; the clause decides. */
  readonly ambiguous: boolean;
}

const BE = new Set("be is are am was were been being 's ’s 're ’re 'm ’m".split(' '));
const HAVE = new Set("have has had having 've ’ve".split(' '));
const FORM_OF_AUXILIARY: Readonly<Record<string, VerbForm>> = {
  will: 'FUTURE',
  shall: 'FUTURE',
  "'ll": 'FUTURE',
  '’ll': 'FUTURE',
  wo: 'FUTURE',
  was: 'PAST',
  were: 'PAST',
  had: 'PAST',
  did: 'PAST',
  is: 'PRESENT',
  are: 'PRESENT',
  am: 'PRESENT',
  has: 'PRESENT',
  have: 'PRESENT',
  do: 'PRESENT',
  does: 'PRESENT',
  "'s": 'PRESENT',
  '’s': 'PRESENT',
  "'re": 'PRESENT',
  '’re': 'PRESENT',
  "'ve": 'PRESENT',
  '’ve': 'PRESENT',
  be: 'BASE',
  been: 'PARTICIPLE',
  being: 'GERUND',
  having: 'GERUND',
};

/** All verb groups of a sentence in order. `skipped` tokens are passed over: "has for weeks raised". */
export function findVerbGroups(tokens: readonly Token[], skipped: readonly boolean[]): readonly VerbGroup[] {
  const visible = [...tokens.keys()].filter((index) => !skipped[index]);
  const groups: VerbGroup[] = [];
  for (let at = 0; at < visible.length; at += 1) {
    const chain = chainAt(tokens, visible, at);
    if (chain.length === 0) continue;
    const [first, last] = [chain[0] ?? 0, chain.at(-1) ?? 0];
    groups.push(groupOf(tokens, chain, first, last));
    while ((visible[at] ?? last) < last) at += 1;
  }
  return groups;
}

/** The indices of `to`, auxiliaries and verb from a position on. Adverbs and "not" between them are passed over. */
function chainAt(tokens: readonly Token[], visible: readonly number[], from: number): readonly number[] {
  const chain: number[] = [];
  for (let at = from; at < visible.length; at += 1) {
    const index = visible[at] ?? 0;
    const token = tokens[index];
    if (token === undefined) break;
    if (token.pos === 'AUX' || token.pos === 'VERB') {
      if (chain.length === 1 && tokens[chain[0] ?? 0]?.lower === 'to' && !isBase(token)) return [];
      chain.push(index);
      if (token.pos === 'VERB') return chain;
    } else if (at === from && token.lower === 'to') chain.push(index);
    else if (chain.length === 0 || !isBetween(token)) break;
  }
  return chain.length === 1 && tokens[chain[0] ?? 0]?.lower === 'to' ? [] : chain;
}

const isBetween = (token: Token): boolean =>
  token.pos === 'ADV' || token.pos === 'PART' || token.lower === 'not' || token.lower === 'n’t';

const isBase = (token: Token): boolean =>
  token.lower === token.lemma || token.lower === 'be' || token.lower === 'have';

function groupOf(tokens: readonly Token[], chain: readonly number[], first: number, last: number): VerbGroup {
  const head = tokens[last];
  const words = chain.map((index) => tokens[index]?.lower ?? '');
  const lemma = head?.lemma ?? '';
  const alone = chain.length === 1 && head?.pos === 'VERB';
  const form =
    words[0] === 'to' ? 'INFINITIVE' : alone && head ? formOf(head) : auxiliaryForm(words[0] ?? '');
  const hasBe = words.slice(0, -1).some((word) => BE.has(word));
  const passive = hasBe && head?.pos === 'VERB' && formOf(head) !== 'GERUND';
  return {
    first,
    last,
    head: last,
    lemma,
    form,
    passive,
    ambiguous:
      alone && form === 'PAST' && !PAST_ONLY.has(words[0] ?? '') && !INTRANSITIVE.has(words[0] ?? ''),
  };
}

const auxiliaryForm = (word: string): VerbForm =>
  FORM_OF_AUXILIARY[word] ?? (BE.has(word) || HAVE.has(word) ? 'PRESENT' : 'MODAL');

function formOf({ lower, lemma }: Token): VerbForm {
  if (PAST_ONLY.has(lower)) return 'PAST';
  if (lower.endsWith('ing')) return 'GERUND';
  if (PARTICIPLE_ONLY.has(lower)) return 'PARTICIPLE';
  if (UNCHANGING.has(lower)) return 'PAST';
  if (lower === lemma) return 'BASE';
  return lower.endsWith('s') && !/(?:ed|ss)$/u.test(lower) ? 'PRESENT' : 'PAST';
}

/** Whether a group can be the verb of an independent clause. */
export const isFiniteForm = ({ form }: VerbGroup): boolean =>
  form === 'PAST' || form === 'PRESENT' || form === 'FUTURE' || form === 'MODAL';
