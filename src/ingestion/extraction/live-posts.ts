import type { Span } from '../../domain/event/mention.ts';
import type { Anchor } from '../../domain/time/anchor.ts';
import { toDayNumber } from '../../domain/time/calendar-date.ts';
import type { Resolution, Unresolved } from '../../domain/time/resolution.ts';
import type { GovernorAt } from '../../parsing/tree/governor.ts';
import { resolveText } from '../../temporal/resolve-text.ts';
import { readWrittenDate, WRITTEN_DATE } from '../reading/written-date.ts';

/** A part of a text with its own day: a post of a live blog, or all of another text. */
export interface Post extends Span {
  readonly anchor: Anchor;
}

const CLOCK = String.raw`\d{1,2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b\.?|[:.]\d{2}|h)?(?:\s[A-Z]{2,4}\b)?`;
/** A line of nothing but a day and a time of day: "18 November 2024, 09.15 GMT", "9:15 a.m., Nov. 18". */
const STAMP = new RegExp(
  String.raw`^[ \t*_#>]*(?:(?<before>${WRITTEN_DATE}),?\s+(?:at\s+)?${CLOCK}|${CLOCK},?\s+(?:on\s+)?(?<after>${WRITTEN_DATE}))[ \t*_]*$`,
  'iu',
);
const LONGEST_STAMP = 60;
const FEWEST_POSTS = 2;
/** Days between the article and a post. Lines from other times are dates of comments. */
const REACH = 31;

/** The posts of a live blog, which begin with a line that holds only their day and time of day. Another text is one part. */
export function livePosts(text: string, anchor: Anchor): readonly Post[] {
  const posts: { start: number; end: number; anchor: Anchor }[] = [{ start: 0, end: text.length, anchor }];
  for (const { start, line } of linesOf(text)) {
    const { before, after } = STAMP.exec(line)?.groups ?? {};
    const date = readWrittenDate(before ?? after ?? '', { date: anchor.date, years: 1 });
    if (date === undefined || Math.abs(toDayNumber(date) - toDayNumber(anchor.date)) > REACH) continue;
    const last = posts.at(-1);
    if (last !== undefined) last.end = start;
    posts.push({ start, end: text.length, anchor: { date, basis: 'DATELINE' } });
  }
  return posts.length > FEWEST_POSTS ? posts : [{ start: 0, end: text.length, anchor }];
}

function* linesOf(text: string): Generator<{ readonly start: number; readonly line: string }> {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end - start <= LONGEST_STAMP) yield { start, line: text.slice(start, end) };
    start = end + 1;
  }
}

/** The time expressions of a text. The expressions in a post count from the post's day. `governorAt` takes positions in the whole text. */
export const resolvePosts = (
  text: string,
  posts: readonly Post[],
  governorAt: GovernorAt,
): readonly (Resolution | Unresolved)[] =>
  posts.flatMap(({ start, end, anchor }) => {
    const part = text.slice(start, end);
    const outcomes = resolveText(part, anchor.date, {
      governorAt: (span) => governorAt({ start: span.start + start, end: span.end + start }),
    });
    return start === 0 ? outcomes : outcomes.map((outcome) => moved(outcome, start));
  });

function moved(outcome: Resolution | Unresolved, by: number): Resolution | Unresolved {
  const shift = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  if (outcome.kind === 'unresolved') return shift(outcome);
  const { timex, reference } = outcome;
  return {
    ...outcome,
    timex: shift(timex),
    reference: reference.kind === 'EXPRESSION' ? shift(reference) : reference,
  };
}
