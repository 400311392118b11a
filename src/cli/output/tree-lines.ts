import type { SentenceTree } from '../../parsing/tree/sentence-tree.ts';

/**
 * A tree drawn for people, a word a line below the word that it depends on. A question mark follows the label of an
 * arc that the parser is not sure of.
 */
export function treeLines({ words, dependents }: SentenceTree): readonly string[] {
  const lines: string[] = [];
  const draw = (index: number, own: string, below: string): void => {
    const word = words[index];
    if (word === undefined) return;
    lines.push(`${own}${word.form}  ${word.upos} ${word.label}${word.sure ? '' : '?'}`);
    const hanging = dependents[index] ?? [];
    for (const [place, dependent] of hanging.entries()) {
      const isLast = place === hanging.length - 1;
      draw(dependent, `${below}${isLast ? '└─ ' : '├─ '}`, `${below}${isLast ? '   ' : '│  '}`);
    }
  };
  for (const [index, { head }] of words.entries()) if (head === -1) draw(index, '', '');
  return lines;
}
