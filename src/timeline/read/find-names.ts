import type { FoundWords } from '../../domain/event/explanation.ts';
import type { Quote } from '../../domain/event/mention.ts';

/**
 * Finds names in a quote as whole words; of overlapping names, the longest. The first letter may be a capital ("The Kremlin").
 * Otherwise case counts: `US` is a name and `us` is not.
 */
export function findNames({ exact, start }: Quote, names: readonly string[]): readonly FoundWords[] {
  const patterns = names
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (patterns.length === 0) return [];
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${patterns.map(patternOf).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return [...exact.matchAll(any)].map(({ 0: text, index }) => ({
    text,
    start: start + index,
    end: start + index + text.length,
  }));
}

function patternOf(name: string): string {
  const [first = '', ...rest] = name;
  const capital = first.toUpperCase();
  const start = capital === first ? escaped(first) : `(?:${escaped(first)}|${escaped(capital)})`;
  return `${start}${escaped(rest.join(''))}`;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
