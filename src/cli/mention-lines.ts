import type { AnchorBasis } from '../domain/anchor.ts';
import type { Mention } from '../domain/mention.ts';
import { labelledLine } from './labelled-line.ts';
import { meaningLines } from './meaning-lines.ts';
import type { Reasoning } from './reasoning.ts';
import { reasoningLines, ruleLine } from './reasoning-lines.ts';

const BASIS_MEANINGS: { readonly [Basis in AnchorBasis]: string } = {
  OVERRIDE: 'given when the article was ingested',
  METADATA: 'the day the article says it was published',
  DATELINE: "printed in the article's dateline",
  DEFAULT: "the timeline's default, since the article names no day of its own",
};

/** A mention for people: sentence, expression, anchor, meaning and why, a line each. */
export function mentionLines(mention: Mention, reasoning: Reasoning | undefined): readonly string[] {
  const { article, quote, anchor } = mention;
  const source = [article.file, article.title, article.publisher, article.url].filter(
    (part) => part !== null,
  );
  return [
    `${mention.id}  ${source.length === 0 ? article.id : source.join(' · ')}`,
    labelledLine('sentence', `"${quote.exact}" (${quote.start}–${quote.end})`),
    labelledLine('anchor', `${anchor.date} ${anchor.basis}: ${BASIS_MEANINGS[anchor.basis]}`),
    ...timeLines(mention, reasoning),
    labelledLine('told as', `${mention.modality}, confidence ${mention.confidence}`),
  ];
}

function timeLines(
  { timex, date, anchor, rule }: Mention,
  reasoning: Reasoning | undefined,
): readonly string[] {
  if (timex === null) return [labelledLine('expression', 'none: the sentence beside it has the date')];
  return [
    labelledLine('expression', `"${timex.text}" (${timex.start}–${timex.end})`),
    ...meaningLines(timex, date),
    ...(reasoning === undefined ? [] : reasoningLines(reasoning, anchor.date)),
    ...(rule === null ? [] : [ruleLine(rule, reasoning?.confidence)]),
  ];
}
