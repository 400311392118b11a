/** Every quotation in curly or straight marks that opens and closes within one paragraph. */
export function listQuotations(text: string): readonly string[] {
  const paragraphs = text.split('\n');
  return paragraphs.flatMap((paragraph) =>
    Array.from(paragraph.matchAll(/“([^”]*)”|"([^"]*)"/gu), ([, curly, straight]) => curly ?? straight ?? ''),
  );
}

/** Words as a reader counts them; a hyphenated compound is as many words as it has parts. */
const countWords = (text: string): number => text.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0;

/** The quotations longer than `limit` words. */
export const listLongQuotations = (text: string, limit: number): readonly string[] =>
  listQuotations(text).filter((quotation) => countWords(quotation) > limit);
