import { expect, test } from 'vitest';
import { tenseOf } from '../../../src/parsing/tree/tense.ts';
import { at, treeOf } from './tree-of.ts';

test.each([
  ['opened', 'PAST', 'It/PRP/2/nsubj opened/VBD/0/root'],
  ['open', 'PAST', 'It/PRP/4/nsubj did/VBD/4/aux not/RB/4/advmod open/VB/0/root'],
  ['opened', 'PRESENT perfect', 'It/PRP/3/nsubj has/VBZ/3/aux opened/VBN/0/root'],
  ['opened', 'PAST perfect', 'It/PRP/4/nsubj:pass had/VBD/4/aux been/VBN/4/aux:pass opened/VBN/0/root'],
  ['opening', 'PRESENT progressive', 'It/PRP/3/nsubj is/VBZ/3/aux opening/VBG/0/root'],
  ['opens', 'PRESENT', 'It/PRP/2/nsubj opens/VBZ/0/root'],
  ['leader', 'PAST', 'She/PRP/4/nsubj was/VBD/4/cop the/DT/4/det leader/NN/0/root'],
  ['open', 'FUTURE', 'It/PRP/3/nsubj will/MD/3/aux open/VB/0/root'],
  ['open', 'FUTURE from the past', 'It/PRP/3/nsubj would/MD/3/aux open/VB/0/root'],
  ['open', 'FUTURE', 'It/PRP/4/nsubj is/VBZ/4/aux to/TO/4/mark open/VB/0/root'],
  ['open', 'FUTURE from the past', 'It/PRP/4/nsubj was/VBD/4/aux to/TO/4/mark open/VB/0/root'],
  ['open', 'FUTURE', 'It/PRP/3/nsubj is/VBZ/3/aux going/VBG/0/root to/TO/5/mark open/VB/3/xcomp'],
  ['open', 'FUTURE', 'It/PRP/2/nsubj plans/VBZ/0/root to/TO/4/mark open/VB/2/xcomp'],
  ['open', 'FUTURE from the past', 'It/PRP/3/nsubj was/VBD/3/cop due/JJ/0/root to/TO/5/mark open/VB/3/xcomp'],
  ['open', 'PAST', 'It/PRP/2/nsubj began/VBD/0/root to/TO/4/mark open/VB/2/xcomp'],
  ['open', 'FUTURE', 'plans/NNS/0/root to/TO/3/mark open/VB/1/acl'],
  [
    'resign',
    'FUTURE from the past',
    'They/PRP/2/nsubj demanded/VBD/0/root that/IN/5/mark he/PRP/5/nsubj resign/VB/2/ccomp',
  ],
  ['closed', 'FUTURE', 'It/PRP/3/nsubj will/MD/3/aux open/VB/0/root and/CC/5/cc closed/VB/3/conj'],
  ['signed', 'PAST', 'the/DT/2/det deal/NN/5/nsubj signed/VBN/2/acl will/MD/5/aux fail/VB/0/root'],
  ['adding', 'PAST', 'She/PRP/2/nsubj agreed/VBD/0/root adding/VBG/2/advcl'],
  [
    'come',
    'FUTURE',
    'The/DT/2/det hope/NN/6/nsubj:outer is/VBZ/6/cop they/PRP/6/nsubj will/MD/6/aux come/VB/0/root',
  ],
  ['Killed', 'PAST', 'Killed/VBN/0/root :/,/3/punct three/CD/1/parataxis'],
  ['Storm', 'NONE', 'Storm/NN/0/root over/IN/3/case Dover/NNP/1/nmod'],
])('%s is %s', (form, expected, notation) => {
  const tree = treeOf(notation);
  const { time, from, perfect, progressive } = tenseOf(tree, at(tree, form));
  const words = [
    time,
    perfect && 'perfect',
    progressive && 'progressive',
    from === 'PAST' && 'from the past',
  ];
  expect(words.filter((word) => word !== false).join(' ')).toBe(expected);
});
