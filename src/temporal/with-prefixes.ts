import type { Candidate, Context, Prefix, Reading } from './rule.ts';

/** More than the longest prefix needs: "the first Tuesday after the". */
const REACH = 64;
/** "the first Tuesday after [the first Monday in [November]]". */
const DEEPEST = 3;
/** The last word of every prefix. Most expressions stand behind another word, and no pattern is tried. */
const ENDS = /\b(?:of|in|on|after|before|following|from|to)\s+(?:the\s+)?$/i;

/** An expression together with the words before it that belong to it, the shortest span first. */
export function withPrefixes(
  text: string,
  candidate: Candidate,
  prefixes: readonly Prefix[],
): readonly Candidate[] {
  const longer: Candidate[] = [];
  let inner = candidate;
  while (longer.length < DEEPEST) {
    const next = prefixed(text, inner, prefixes);
    if (next === undefined) break;
    longer.push(next);
    inner = next;
  }
  return longer;
}

function prefixed(text: string, inner: Candidate, prefixes: readonly Prefix[]): Candidate | undefined {
  const before = text.slice(Math.max(0, inner.start - REACH), inner.start);
  if (!ENDS.test(before)) return undefined;
  for (const prefix of prefixes) {
    const found = prefix.pattern.exec(before);
    if (found === null) continue;
    const start = inner.start - before.length + found.index;
    const read = (context: Context): Reading | null => {
      const reading = inner.read(context);
      const { groups = {} } = found;
      return reading?.kind === 'period'
        ? prefix.read(groups, { start: inner.start, end: inner.end, reading, prefixStart: start }, context)
        : null;
    };
    return { start, end: inner.end, read };
  }
  return undefined;
}
