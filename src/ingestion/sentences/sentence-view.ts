import { COMPLEMENTIZERS, RELATIVES, SUBORDINATORS } from './grammar-words.ts';
import type { QuoteState } from './quotations.ts';
import type { Token } from './sentence.ts';
import { findVerbGroups, isFiniteForm, type VerbGroup } from './verb-groups.ts';

/**
 * A sentence prepared for clause finding. Skipped tokens (time expressions, parentheses) are passed over. The
 * verbs ahead are known without scanning, so that clause finding takes linear time.
 */
export interface SentenceView {
  readonly tokens: readonly Token[];
  readonly skipped: readonly boolean[];
  readonly quotes: readonly QuoteState[];
  readonly groupAt: readonly (VerbGroup | null)[];
  /** Index of the next visible token; the number of tokens where none follows. */
  readonly next: readonly number[];
  readonly previous: readonly number[];
  /**
   * The first finite verb at or after each token, before any comma, quotation mark or clause opener; null
   * where none stands there.
   */
  readonly finiteAhead: readonly (VerbGroup | null)[];
}

const BREAKS = new Set([',', ';', ':', '—', '–', '.', '?', '!']);

/** Whether the token alone may end or begin a clause. */
const isBreak = (token: Token, quote: QuoteState | undefined): boolean =>
  BREAKS.has(token.text) ||
  quote?.mark === 'CLOSES' ||
  (RELATIVES.has(token.lower) && token.pos !== 'DET') ||
  ((COMPLEMENTIZERS.has(token.lower) || SUBORDINATORS.has(token.lower)) &&
    token.pos !== 'DET' &&
    token.pos !== 'AUX');

export function viewSentence(
  tokens: readonly Token[],
  skipped: readonly boolean[],
  quotes: readonly QuoteState[],
): SentenceView {
  const groups = findVerbGroups(tokens, skipped);
  const groupAt: (VerbGroup | null)[] = tokens.map(() => null);
  for (const group of groups) groupAt[group.first] = group;
  const next: number[] = [];
  const finiteAhead: (VerbGroup | null)[] = [];
  let [following, finite]: [number, VerbGroup | null] = [tokens.length, null];
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    next[index] = following;
    const token = tokens[index];
    if (token !== undefined && !skipped[index]) {
      following = index;
      const group = groupAt[index] ?? null;
      if (group !== null && (isFiniteForm(group) || isPluralPresent(tokens, group))) finite = group;
      else if (isBreak(token, quotes[index])) finite = null;
    }
    finiteAhead[index] = finite;
  }
  return { tokens, skipped, quotes, groupAt, next, previous: previousVisible(tokens, skipped), finiteAhead };
}

/** "Western countries accuse": a base form after a plural noun is a finite verb. */
export function isPluralPresent(tokens: readonly Token[], { form, first }: VerbGroup): boolean {
  const before = tokens[first - 1];
  return (
    form === 'BASE' &&
    before !== undefined &&
    ((before.pos === 'NOUN' && before.lower.endsWith('s')) ||
      /^(?:they|we|you|i|who|that|which)$/u.test(before.lower))
  );
}

function previousVisible(tokens: readonly Token[], skipped: readonly boolean[]): readonly number[] {
  let last = -1;
  return tokens.map((_, index) => {
    const previous = last;
    if (!skipped[index]) last = index;
    return previous;
  });
}
