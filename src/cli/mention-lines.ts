import type { AnchorBasis } from '../domain/anchor.ts';
import type { Mention } from '../domain/mention.ts';
import type { Reasoning } from './find-reasoning.ts';

const BASIS_MEANINGS: { readonly [Basis in AnchorBasis]: string } = {
  OVERRIDE: 'given when the article was ingested',
  METADATA: 'the day the article says it was published',
  DATELINE: "printed in the article's dateline",
  DEFAULT: "the timeline's default, since the article names no day of its own",
};

/** A mention for people: sentence, expression, meaning, anchor and rule, a line each. */
export function mentionLines(mention: Mention, reasoning: Reasoning | undefined): readonly string[] {
  const { article, quote, timex, date, anchor, rule } = mention;
  const source = [article.file, article.title, article.publisher, article.url].filter(
    (part) => part !== null,
  );
  return [
    `${mention.id}  ${source.length === 0 ? article.id : source.join(' · ')}`,
    `  sentence    "${quote.exact.replaceAll(/\s+/g, ' ')}" (${quote.start}–${quote.end})`,
    ...(timex === null || date === null
      ? ['  expression  none: the sentence beside it has the date']
      : [
          `  expression  "${timex.text}" (${timex.start}–${timex.end}), ${timex.type} ${timex.value}${timex.mod === null ? '' : ` ${timex.mod}`}`,
          `  means       ${date.display} (${date.edtf}, ${date.role}, ${date.precision})`,
        ]),
    `  anchor      ${anchor.date} ${anchor.basis}: ${BASIS_MEANINGS[anchor.basis]}`,
    ...(rule === null ? [] : [`  rule        ${[rule, ...reasonsOf(reasoning)].join(', ')}`]),
    `  told as     ${mention.modality}, confidence ${mention.confidence}`,
  ];
}

function reasonsOf(reasoning: Reasoning | undefined): readonly string[] {
  if (reasoning === undefined) return [];
  const { direction, countedFrom } = reasoning;
  const from = countedFrom === 'anchor' ? 'the anchor' : `"${countedFrom}"`;
  return [
    countedFrom === null ? 'needs no reference' : `counted from ${from}`,
    ...(direction === null ? [] : [`towards the ${direction.toLowerCase()}`]),
  ];
}
