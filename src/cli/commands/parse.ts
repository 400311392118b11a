import type { Command } from 'commander';
import { type ConlluSentence, writeConllu } from '../../parsing/conllu.ts';
import type { TextSentence } from '../../parsing/split-sentences.ts';
import type { SentenceTree } from '../../parsing/tree/sentence-tree.ts';
import { loadParseSentence } from '../../startup/load-parser.ts';
import { optionsOf } from '../options/shared-options.ts';
import { complain, print, printJson } from '../output/print.ts';
import { treeLines } from '../output/tree-lines.ts';

const EXAMPLES = `
Examples:
  dateline parse "The envoys met on Friday." > sentences.conllu
  dateline parse --tree "The envoys met on Friday."
  dateline parse --json "The envoys met on Friday."`;

/** `dateline parse TEXT`: how the sentences of a text are parsed. Needs no database. */
export function addParse(program: Command): void {
  program
    .command('parse')
    .description('Show the grammar of a text’s sentences, as CoNLL-U; nothing is stored')
    .argument('<text>', 'English text')
    .option('--tree', 'draw each sentence as a tree; a question mark follows what the parser is not sure of')
    .addHelpText('after', EXAMPLES)
    .action(parse);
}

async function parse(text: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<{ readonly tree?: boolean }>(command);
  const { splitSentences } = await import('../../parsing/split-sentences.ts');
  const parseSentence = await loadParseSentence();
  const sentences = splitSentences(text);
  if (sentences.length === 0) return complain('no word found');
  const parsed = sentences.map((sentence) => ({ sentence, tree: parseSentence(sentence) }));
  if (options.json === true)
    return printJson({
      sentences: parsed.map(({ sentence: { start, end }, tree: { words } }) => ({ start, end, words })),
    });
  if (options.tree === true)
    return print(parsed.map(({ tree }) => `${treeLines(tree).join('\n')}\n`).join('\n'));
  await print(writeConllu(parsed.map(({ sentence, tree }) => toConllu(text, sentence, tree))));
}

const toConllu = (
  text: string,
  { start, end, tokens }: TextSentence,
  { words }: SentenceTree,
): ConlluSentence => ({
  document: null,
  text: text.slice(start, end),
  words: words.map((word, index) => ({
    ...word,
    /** Universal Dependencies write the lemma of a name with its capital. */
    lemma: word.lemma === word.form.toLowerCase() && word.upos === 'PROPN' ? word.form : word.lemma,
    start: word.start - start,
    end: word.end - start,
    fused: tokens[index]?.fused ?? false,
  })),
});
