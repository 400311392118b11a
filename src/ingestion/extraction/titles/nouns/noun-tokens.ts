import { constituentOf } from '../../../../parsing/tree/sentence-tree.ts';
import type { SentenceAnalysis } from '../../sentence-analysis.ts';
import type { DatedStatement, EventNoun } from '../../times/dated-statement.ts';
import { isKept } from '../kept-token.ts';

/** The noun's own words, without its time where they say enough: "the May 1958 crisis", "attacks on two embassies". */
export function nounTokens(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  times: ReadonlySet<number>,
  { first, last: end }: EventNoun,
): readonly number[] {
  const { tokens } = sentence;
  const last = namedAfter(sentence, first, end) ?? end;
  const words = (from: number, to: number, left: ReadonlySet<number>): readonly number[] =>
    Array.from({ length: to - from + 1 }, (_, offset) => from + offset).filter((index) =>
      isKept(sentence, statement, left, index),
    );
  const withArticle = words(first, last, times);
  const opening = withArticle.findIndex((index) => !/^(?:DET|PART|PUNCT)$/u.test(tokens[index]?.pos ?? ''));
  const undated = withArticle.slice(Math.max(0, opening));
  const own = [...times].sort((one, other) => one - other);
  const [start, until] = [Math.min(first, own[0] ?? first), Math.max(last, own.at(-1) ?? last)];
  const isCalendar =
    /\d{4}/u.test(statement.resolution.timex.text) && until - start <= own.length + last - first;
  return undated.length > 1 || !isCalendar ? undated : words(start, until, new Set());
}

/** "the killing of the doctor, *Zora Hart*": the last word of a name that says who is meant; null where none follows. */
export function namedAfter({ parsed }: SentenceAnalysis, first: number, last: number): number | null {
  if (parsed === null || parsed.words[last + 1]?.form !== ',') return null;
  const name = parsed.words.findIndex(
    ({ label, head }, index) => label === 'appos' && head >= first && head <= last && index > last,
  );
  const words = constituentOf(parsed, name).filter((index) => parsed.words[index]?.upos !== 'PUNCT');
  const isName = words.every((index) => parsed.words[index]?.upos === 'PROPN');
  return name > last && isName && words[0] === last + 2 ? (words.at(-1) ?? null) : null;
}
