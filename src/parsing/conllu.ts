import type { Span } from '../domain/event/mention.ts';

/** A word of a sentence in CoNLL-U. `start` and `end` are its place in the sentence's text. */
export interface ConlluWord extends Span {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the word that this word depends on; -1 for the root. */
  readonly head: number;
  readonly label: string;
  /** Whether the word is one token with the word before, as `n't` in `don't`. */
  readonly fused: boolean;
}

/** A sentence in CoNLL-U. `document` is the document that begins with the sentence. */
export interface ConlluSentence {
  readonly document: string | null;
  readonly text: string;
  readonly words: readonly ConlluWord[];
}

interface FusedToken {
  readonly first: number;
  readonly last: number;
  readonly space: string;
}

/**
 * Reads a treebank in CoNLL-U. Features, enhanced arcs and empty nodes are left out. The text is made of the forms
 * and `SpaceAfter=No`, so that every span fits it.
 *
 * See https://universaldependencies.org/format.html.
 */
export const readConllu = (file: string): readonly ConlluSentence[] =>
  file
    .split(/(?:\r?\n){2,}/u)
    .map((block) => readSentence(block.split(/\r?\n/u)))
    .filter(({ words }) => words.length > 0);

function readSentence(lines: readonly string[]): ConlluSentence {
  const words: ConlluWord[] = [];
  let text = '';
  let document: string | null = null;
  let token: FusedToken | null = null;
  for (const line of lines) {
    document ??= /^# newdoc id = (.*)$/u.exec(line)?.[1] ?? null;
    const [id = '', form = '', lemma = '', upos = '', xpos = '', , head = '', label = '', , misc = ''] =
      line.split('\t');
    const space = misc.split('|').includes('SpaceAfter=No') ? '' : ' ';
    const range = /^(\d+)-(\d+)$/u.exec(id);
    if (range !== null) token = { first: Number(range[1]), last: Number(range[2]), space };
    if (!/^\d+$/u.test(id)) continue;
    const number = Number(id);
    if (token !== null && number > token.last) token = null;
    const fused = token !== null && number > token.first;
    const start = text.length;
    words.push({
      form,
      lemma,
      upos,
      xpos,
      start,
      end: start + form.length,
      head: Number(head) - 1,
      label,
      fused,
    });
    text += form;
    if (token === null) text += space;
    else if (number === token.last) text += token.space;
  }
  return { document, text: text.trimEnd(), words };
}

/** Writes sentences as CoNLL-U. An empty value becomes `_`. */
export const writeConllu = (sentences: readonly ConlluSentence[]): string =>
  sentences.map((sentence, index) => sentenceLines(sentence, index).join('\n')).join('\n');

function sentenceLines({ document, text, words }: ConlluSentence, index: number): readonly string[] {
  const lines = document === null ? [] : [`# newdoc id = ${document}`];
  lines.push(`# sent_id = ${index + 1}`, `# text = ${text.replaceAll(/\s+/gu, ' ')}`);
  for (const [place, word] of words.entries()) {
    const last = lastOfToken(words, place);
    if (!word.fused && last > place) {
      const form = words.slice(place, last + 1).map((part) => part.form);
      lines.push(columns(`${place + 1}-${last + 1}`, form.join(''), spaceAfter(words, last)));
    }
    const space = last > place || word.fused ? '' : spaceAfter(words, place);
    const { form, lemma, upos, xpos, head, label } = word;
    lines.push(columns(`${place + 1}`, form, space, [lemma, upos, xpos, '', `${head + 1}`, label]));
  }
  return [...lines, ''];
}

/** The last word of the fused token that a word begins. */
function lastOfToken(words: readonly ConlluWord[], first: number): number {
  let last = first;
  while (words[last + 1]?.fused) last += 1;
  return last;
}

function spaceAfter(words: readonly ConlluWord[], index: number): string {
  const next = words[index + 1];
  return next !== undefined && next.start === words[index]?.end ? 'SpaceAfter=No' : '';
}

const columns = (id: string, form: string, misc: string, values: readonly string[] = []): string =>
  [id, form, ...Array.from({ length: 6 }, (_, index) => values[index] ?? ''), '', misc]
    .map((value) => (value === '' ? '_' : value))
    .join('\t');
