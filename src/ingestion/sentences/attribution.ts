import type { Clause, IsSpeech } from './clause.ts';
import type { SentenceView } from './sentence-view.ts';
import { isFiniteForm } from './verb-groups.ts';

const NOUN_WORDS = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PRON', 'PART']);

/**
 * Whether a comma opens an attribution: at the end ("…, Putin told a meeting on Tuesday", "…, Yusuf, an official of the
 * agency, said") or as an aside ("The talks, she said, will …"). It does not where the words before the comma are the speaker's own name.
 */
export function attributionAt(
  view: SentenceView,
  comma: number,
  outer: Clause,
  isSpeech: IsSpeech,
): 'TRAILING' | 'ASIDE' | null {
  const { tokens, next, finiteAhead, quotes } = view;
  const first = next[comma] ?? tokens.length;
  const [end, resumed] = speakerEnd(view, first);
  const group = finiteAhead[resumed] ?? null;
  if (group === null || group.first === first || !isSpeech(group.lemma)) return null;
  if (end !== null && group.first !== resumed) return null;
  if (!isNounPhrase(view, first, end ?? group.first) || quotes[comma]?.quoted) return null;
  if (outer.verb !== null) return tokens[next[group.last] ?? -1]?.lower === 'that' ? null : 'TRAILING';
  const closing = nextComma(view, group.last);
  const after = view.groupAt[next[closing] ?? tokens.length];
  return after != null && isFiniteForm(after) && outer.kind === 'MAIN' ? 'ASIDE' : null;
}

/** Where a speaker ends before a description between commas, and where the sentence goes on; null without a description. */
function speakerEnd(view: SentenceView, first: number): readonly [end: number | null, resumed: number] {
  if (view.finiteAhead[first] != null) return [null, first];
  const opening = nextComma(view, first - 1);
  const closing = nextComma(view, opening);
  return isNounPhrase(view, view.next[opening] ?? opening, closing)
    ? [opening, view.next[closing] ?? view.tokens.length]
    : [null, first];
}

function isNounPhrase({ tokens, next }: SentenceView, first: number, end: number): boolean {
  for (let at = first; at < end; at = next[at] ?? end) {
    const token = tokens[at];
    if (token === undefined) return false;
    const joins = at > first && token.pos === 'ADP';
    if (!NOUN_WORDS.has(token.pos) && !joins && token.pos !== 'ADV') return false;
  }
  return true;
}

function nextComma({ tokens, next }: SentenceView, after: number): number {
  let at = next[after] ?? tokens.length;
  while (at < tokens.length && tokens[at]?.text !== ',') at = next[at] ?? tokens.length;
  return at;
}
