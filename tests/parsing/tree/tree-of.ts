import { readFileSync } from 'node:fs';
import { createLemmaOf } from '../../../src/parsing/lemma.ts';
import { type SentenceTree, sentenceTree } from '../../../src/parsing/tree/sentence-tree.ts';

const lemmas = new URL('../../../seeds/parser/lemmas.json', import.meta.url);
const lemmaOf = createLemmaOf(JSON.parse(readFileSync(lemmas, 'utf8')));

const UPOS: Readonly<Record<string, string>> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  NNPS: 'PROPN',
  DT: 'DET',
  CD: 'NUM',
  MD: 'AUX',
  TO: 'PART',
  JJ: 'ADJ',
  JJS: 'ADJ',
  RB: 'ADV',
  CC: 'CCONJ',
  PRP: 'PRON',
  PRP$: 'PRON',
  WP: 'PRON',
  WDT: 'PRON',
  WRB: 'ADV',
  POS: 'PART',
};

/**
 * A tree made by hand: words as `form/XPOS/head/label` between spaces, heads counted from 1, 0 for the root. A word with a
 * trailing `?` in its label is not sure. The text of the sentence has a space between all words.
 */
export function treeOf(notation: string): SentenceTree {
  let start = 0;
  return sentenceTree(
    notation
      .trim()
      .split(/\s+/u)
      .map((word) => {
        const [form = '', xpos = '', head = '', label = ''] = word.split(/\/(?=[^/])/u);
        const end = start + form.length;
        const span = { start, end };
        start = end + 1;
        const lemma = lemmaOf(form, xpos);
        const sure = !label.endsWith('?');
        const bare = label.replace('?', '');
        return {
          ...span,
          form,
          lemma,
          upos: uposOf(xpos, bare),
          xpos,
          head: Number(head) - 1,
          label: bare,
          sure,
        };
      }),
  );
}

function uposOf(xpos: string, label: string): string {
  if (xpos.startsWith('VB')) return /^(?:aux|cop)/u.test(label) ? 'AUX' : 'VERB';
  if (xpos === 'IN') return label === 'mark' ? 'SCONJ' : 'ADP';
  return UPOS[xpos] ?? 'PUNCT';
}

/** The index of the first word with a form. */
export function at({ words }: SentenceTree, form: string): number {
  const index = words.findIndex((word) => word.form === form);
  if (index === -1) throw new Error(`no word ${form}`);
  return index;
}

/** The forms of words; null stays null. */
export const formOf = ({ words }: SentenceTree, index: number | null | undefined): string | null =>
  index == null ? null : (words[index]?.form ?? null);
