import type { Command } from 'commander';
import type { Resolution, Unresolved } from '../../domain/time/resolution.ts';
import { loadGovernors } from '../../startup/load-parser.ts';
import { maxLineBytes, readLines } from '../input/read-lines.ts';
import { readTagDocument } from '../input/tag-document.ts';
import { configFor, type ModeOptions, modeOption, optionsOf } from '../options/shared-options.ts';
import { EXIT } from '../output/exit-codes.ts';
import { complain, printJson } from '../output/print.ts';

const EXAMPLES = `
Each line of standard input is a document, each line of standard output its time expressions (TIMEX3; positions
are UTF-16 code units, end exclusive):
  {"id":"a","dct":"2021-12-21","text":"They met on Friday."}
  {"id":"a","timexes":[{"start":12,"end":18,"text":"Friday","type":"DATE","value":"2021-12-17","mod":null}]}

Examples:
  dateline tag < documents.jsonl > timexes.jsonl
  dateline tag --mode narrative < chapters.jsonl > timexes.jsonl`;

/** `dateline tag`: time expressions of documents in bulk, as a filter. Needs no database. */
export function addTag(program: Command): void {
  program
    .command('tag')
    .description('Read JSON documents {id, dct, text} line by line and write their time expressions')
    .addOption(modeOption())
    .addHelpText('after', EXAMPLES)
    .action(tag);
}

async function tag(_: unknown, command: Command): Promise<void> {
  const options = optionsOf<ModeOptions>(command);
  const maxBytes = maxLineBytes(configFor(options).maxArticleBytes);
  const { resolveText } = await import('../../temporal/resolve-text.ts');
  const findGovernors = await loadGovernors();
  for await (const { number, bytes } of readLines(process.stdin, maxBytes)) {
    const document = readTagDocument(bytes);
    if (document.kind === 'document') {
      const expressions = resolveText(document.text, document.dct, {
        ...options,
        governorAt: findGovernors(document.text),
      });
      await printJson({ id: document.id, timexes: expressions.flatMap(timexOf) });
    } else if (document.kind === 'rejected') {
      complain(`line ${number}: ${document.reason}`);
      process.exitCode = EXIT.refused;
    }
  }
}

function timexOf(expression: Resolution | Unresolved) {
  if (expression.kind === 'unresolved') return [];
  const { start, end, text, type, value, mod } = expression.timex;
  return [{ start, end, text, type, value, mod }];
}
