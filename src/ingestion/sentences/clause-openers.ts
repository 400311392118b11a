import type { ClauseKind, IsSpeech, OpenClause } from './clause.ts';
import { COMPLEMENTIZERS, NOMINATIVE, RELATIVES, SUBORDINATORS } from './grammar-words.ts';
import type { SentenceView } from './sentence-view.ts';
import type { VerbGroup } from './verb-groups.ts';

/** A clause that begins at a word. Open clauses inside `after` are closed first. */
export interface Opening {
  readonly kind: ClauseKind;
  readonly parent: OpenClause | null;
  readonly after?: OpenClause;
  readonly base?: OpenClause;
}

/** Nouns that a `that` clause explains. After other nouns it is a relative clause: "a list that it expects". */
const SAYING_NOUNS = new Set(
  'allegation assurance belief claim concern confirmation decision demand evidence expectation fact fear hope idea indication news principle promise report sign statement suggestion view warning'.split(
    ' ',
  ),
);

/** The clause that opens at a token, by the token itself and the words ahead; null where none opens. */
export function openingAt(
  view: SentenceView,
  index: number,
  stack: readonly OpenClause[],
  isSpeech: IsSpeech,
): Opening | null {
  const token = view.tokens[index];
  const top = stack.at(-1);
  if (token === undefined || top === undefined) return null;
  if (token.pos === 'CCONJ') return coordination(view, index, stack, isSpeech);
  const ahead = view.finiteAhead[view.next[index] ?? view.tokens.length] ?? null;
  if (RELATIVES.has(token.lower) && ahead !== null) return { kind: 'RELATIVE', parent: top };
  if (token.lower === 'that') return thatClause(view, index, stack, ahead, isSpeech);
  if (COMPLEMENTIZERS.has(token.lower) && ahead !== null) return { kind: 'COMPLEMENT', parent: top };
  if (!SUBORDINATORS.has(token.lower)) return null;
  const opens = ahead !== null || ALWAYS_OPENS.has(token.lower) || isGerundNext(view, index);
  return opens ? adverbial(view, index, top) : null;
}

/** These words open a clause even where no verb follows, for the tagger may have missed it. */
const ALWAYS_OPENS = new Set(['should', 'if', 'unless']);

/** "after finishing", but not "as threatening moves" nor "since then". */
const isGerundNext = (view: SentenceView, index: number): boolean => {
  const group = view.groupAt[view.next[index] ?? view.tokens.length];
  return group?.form === 'GERUND' && view.tokens[index]?.lower !== 'as';
};

/** "such as" opens nothing; "should" only before its subject, "once" only where a clause can begin. */
function adverbial(view: SentenceView, index: number, top: OpenClause): Opening | null {
  const word = view.tokens[index]?.lower;
  const before = view.tokens[view.previous[index] ?? -1];
  if (before?.lower === 'such') return null;
  if (word === 'should' && !/^(?:DET|PROPN|PRON)$/u.test(view.tokens[view.next[index] ?? -1]?.pos ?? ''))
    return null;
  if (word === 'once' && before !== undefined && before.text !== ',') return null;
  return { kind: 'ADVERBIAL', parent: top };
}

function thatClause(
  view: SentenceView,
  index: number,
  stack: readonly OpenClause[],
  ahead: VerbGroup | null,
  isSpeech: IsSpeech,
): Opening | null {
  const { tokens, previous, next } = view;
  const top = stack.at(-1) ?? null;
  const before = tokens[previous[index] ?? -1];
  const quoted = view.quotes[next[index] ?? tokens.length]?.mark === 'OPENS';
  if (ahead === null && !quoted) return null;
  if (before?.pos === 'CCONJ') {
    const earlier = stack.findLast(({ kind, quoted: isQuoted }) => kind === 'COMPLEMENT' && !isQuoted);
    if (earlier?.parent) return { kind: 'COMPLEMENT', parent: earlier.parent, after: earlier.parent };
  }
  if (before?.lower === 'so') return { kind: 'ADVERBIAL', parent: top };
  const atVerb = ahead !== null && ahead.first === next[index];
  if (atVerb) return { kind: before?.pos === 'VERB' ? 'COMPLEMENT' : 'RELATIVE', parent: top };
  const said = top?.verb != null && isSpeech(top.verb.lemma);
  const speaker = stack.findLast(({ verb }) => verb !== null && isSpeech(verb.lemma));
  if (!said && speaker !== undefined && top?.verb?.form === 'PARTICIPLE')
    return { kind: 'COMPLEMENT', parent: speaker, after: speaker };
  const describes = !said && before?.pos === 'NOUN' && !SAYING_NOUNS.has(before.lemma);
  return { kind: describes ? 'RELATIVE' : 'COMPLEMENT', parent: top };
}

/** "and fighting broke out": a clause with a subject of its own. "the US and NATO had" is one subject. */
function coordination(
  view: SentenceView,
  index: number,
  stack: readonly OpenClause[],
  isSpeech: IsSpeech,
): Opening | null {
  const { tokens, next, previous, finiteAhead, groupAt } = view;
  const top = stack.at(-1);
  const first = next[index] ?? tokens.length;
  const ahead = finiteAhead[first] ?? null;
  if (top?.verb == null || ahead === null || tokens[first]?.pos === 'ADP') return null;
  const atVerb = groupAt[first];
  if (atVerb != null && (atVerb.form !== 'GERUND' || next[atVerb.last] !== ahead.first)) return null;
  const isPronoun = NOMINATIVE.has(tokens[first]?.lower ?? '');
  if (!isPronoun && ahead.ambiguous && tokens[next[ahead.last] ?? tokens.length]?.pos === 'ADP') return null;
  if (tokens[first]?.pos === 'ADV' && next[first] === ahead.first) return null;
  if (isSpeech(top.verb.lemma) && isOnlyNouns(view, top.verb.last, index)) return null;
  const between = tokens.findLastIndex(({ lower }, at) => lower === 'between' && at < index);
  if (between > top.verb.last && isOnlyNouns(view, between, index)) return null;
  const afterComma = tokens[previous[index] ?? -1]?.text === ',';
  const outer = stack.find(({ quoted }) => quoted === top.quoted) ?? top;
  const base = afterComma ? outer : top;
  return { kind: 'COORDINATE', parent: base.parent, after: base, base };
}

function isOnlyNouns({ tokens, skipped }: SentenceView, after: number, before: number): boolean {
  return tokens
    .slice(after + 1, before)
    .every(
      ({ pos }, offset) => skipped[after + 1 + offset] || /^(?:NOUN|PROPN|ADJ|DET|NUM|PART|PRON)$/u.test(pos),
    );
}
