import { expect, test } from 'vitest';
import { modalityOf, negationOf } from '../../../src/parsing/tree/modality.ts';
import { at, formOf, treeOf } from './tree-of.ts';

const isSpeech = (lemma: string): boolean => lemma === 'say' || lemma === 'deny';

test.each([
  ['signed', 'ASSERTED', null, 'She/PRP/2/nsubj signed/VBD/0/root'],
  ['sign', 'UNREAL', 'not', 'She/PRP/4/nsubj did/VBD/4/aux not/RB/4/advmod sign/VB/0/root'],
  ['came', 'UNREAL', 'No', 'No/DT/2/det ship/NN/3/nsubj came/VBD/0/root'],
  ['came', 'UNREAL', 'Nobody', 'Nobody/NN/2/nsubj came/VBD/0/root'],
  ['act', 'UNREAL', 'failed', 'She/PRP/2/nsubj failed/VBD/0/root to/TO/4/mark act/VB/2/xcomp'],
  [
    'act',
    'ASSERTED',
    null,
    'She/PRP/4/nsubj did/VBD/4/aux not/RB/4/advmod fail/VB/0/root to/TO/6/mark act/VB/4/xcomp',
  ],
  ['met', 'UNREAL', 'denied', 'She/PRP/2/nsubj denied/VBD/0/root they/PRP/4/nsubj met/VBD/2/ccomp'],
  [
    'sign',
    'UNREAL',
    'rejected',
    'They/PRP/2/nsubj rejected/VBD/0/root a/DT/4/det plan/NN/2/obj to/TO/6/mark sign/VB/4/acl',
  ],
  ['sign', 'UNREAL', 'could', 'She/PRP/3/nsubj could/MD/3/aux sign/VB/0/root'],
  [
    'signs',
    'UNREAL',
    'if',
    'if/IN/3/mark she/PRP/3/nsubj signs/VBZ/6/advcl it/PRP/6/nsubj will/MD/6/aux end/VB/0/root',
  ],
  ['sign', 'UNREAL', 'urged', 'They/PRP/2/nsubj urged/VBD/0/root her/PRP/2/obj to/TO/5/mark sign/VB/2/xcomp'],
  ['failed', 'ASSERTED', null, 'It/PRP/2/nsubj suggests/VBZ/0/root they/PRP/4/nsubj failed/VBD/2/ccomp'],
  ['sign', 'WOULD', 'would', 'She/PRP/3/nsubj would/MD/3/aux sign/VB/0/root'],
  ['sign', 'PLANNED', 'will', 'She/PRP/3/nsubj will/MD/3/aux sign/VB/0/root'],
  ['open', 'PLANNED', 'is', 'It/PRP/4/nsubj is/VBZ/4/aux to/TO/4/mark open/VB/0/root'],
  ['open', 'PLANNED', 'due', 'It/PRP/3/nsubj is/VBZ/3/cop due/JJ/0/root to/TO/5/mark open/VB/3/xcomp'],
  ['sign', 'PLANNED', 'plans', 'She/PRP/3/nsubj has/VBZ/3/aux plans/NNS/0/root to/TO/5/mark sign/VB/3/acl'],
  [
    'opened',
    'ASSERTED',
    null,
    'The/DT/2/det bridge/NN/7/nsubj which/WDT/4/nsubj opened/VBD/2/acl:relcl may/MD/7/aux be/VB/7/aux:pass closed/VBN/0/root',
  ],
  [
    'citing',
    'ASSERTED',
    null,
    'She/PRP/4/nsubj did/VBD/4/aux not/RB/4/advmod answer/VB/0/root ,/,/6/punct citing/VBG/4/advcl',
  ],
  [
    'signed',
    'ASSERTED',
    null,
    'He/PRP/3/nsubj may/MD/3/aux say/VB/0/root she/PRP/5/nsubj signed/VBD/3/ccomp',
  ],
  [
    'came',
    'ASSERTED',
    null,
    'Not/RB/2/advmod only/RB/5/advmod did/VBD/5/aux she/PRP/5/nsubj came/VBD/0/root',
  ],
])('%s is %s', (form, kind, word, notation) => {
  const tree = treeOf(notation);
  const modality = modalityOf(tree, at(tree, form), isSpeech);
  expect([modality.kind, formOf(tree, modality.word)]).toEqual([kind, word]);
});

test('what is not said is not denied', () => {
  const tree = treeOf(
    'She/PRP/4/nsubj did/VBD/4/aux not/RB/4/advmod say/VB/0/root they/PRP/6/nsubj met/VBD/4/ccomp',
  );
  expect(negationOf(tree, at(tree, 'met'))).toBeNull();
});
