import { expect, test } from 'vitest';
import { treeLines } from '../../src/cli/output/tree-lines.ts';
import { treeOf } from '../parsing/tree/tree-of.ts';

test('a tree has a line for each word, below the word that it depends on', () => {
  const tree = treeOf('The/DT/2/det envoys/NNS/3/nsubj met/VBD/0/root on/IN/5/case Friday/NNP/3/obl?');
  expect(treeLines(tree)).toEqual([
    'met  VERB root',
    '├─ envoys  NOUN nsubj',
    '│  └─ The  DET det',
    '└─ Friday  PROPN obl?',
    '   └─ on  ADP case',
  ]);
});
