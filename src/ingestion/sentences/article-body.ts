import type { Span } from '../../domain/event/mention.ts';
import {
  APPEAL_WORDS,
  FIRST_PLACE,
  LINE_RULES,
  type PassageKind,
  PHOTO_CREDIT,
  PLACE_LINE,
  POST_SIGNATURE,
  RESTING_RULES,
} from './passage-rules.ts';

/** A passage of a text with its kind and the reason for that kind. Only ARTICLE and CAPTION passages report events. */
export interface Passage extends Span {
  readonly kind: PassageKind;
  readonly reason: string;
}

/** Share of a text after which an appeal ends the article. An earlier appeal is a box in the middle. */
const APPEAL_ENDS_AFTER = 0.4;
/** The longest heading, byline, caption or appeal. Longer lines are running text and are searched for a dateline only. */
const LONGEST_LINE = 1500;
/** Number of appealing words that make an appeal of a line that addresses the reader. */
const ENOUGH_APPEAL_WORDS = 2;

/** The passages of a text, line by line in text order. A line may hold several passages. */
export function readBody(
  text: string,
  given: { dateline: Span | null; title: string | null },
): readonly Passage[] {
  const passages: Passage[] = [];
  const headline = given.title === null ? headlineOf(text) : null;
  let rest: string | null = null;
  let isFirst = true;
  for (const line of linesOf(text)) {
    const words = text.slice(line.start, line.end).trim();
    if (words === '') continue;
    if (line.start === headline?.start) {
      passages.push({ ...line, kind: 'HEADING', reason: 'the first line, which is no sentence' });
      continue;
    }
    const ending =
      words.length > LONGEST_LINE ? undefined : RESTING_RULES.find(({ pattern }) => pattern.test(words));
    if (ending !== undefined && line.start >= text.length * APPEAL_ENDS_AFTER) rest ??= ending.reason;
    if (rest !== null) passages.push({ ...line, kind: 'APPEAL', reason: rest });
    else passages.push(...readLine(text, line, words, { ...given, isFirst }));
    isFirst &&= passages.at(-1)?.kind !== 'ARTICLE';
  }
  return passages;
}

/** Most characters of a headline in a text without a title of its own. */
const LONGEST_HEADLINE = 150;

/** A first line without the mark that ends a sentence, and with running text below it. */
function headlineOf(text: string): Span | null {
  let headline: Span | null = null;
  for (const line of linesOf(text)) {
    const words = text.slice(line.start, line.end).trim();
    if (words === '') continue;
    if (headline !== null) return /[.!?”"]$/u.test(words) ? headline : null;
    const isHeadline = words.length <= LONGEST_HEADLINE && /[\p{L}\p{N}%’'”"]$/u.test(words);
    if (!isHeadline || !/\s\S+\s/u.test(words)) return null;
    headline = line;
  }
  return null;
}

function readLine(
  text: string,
  line: Span,
  words: string,
  { dateline, title, isFirst }: { dateline: Span | null; title: string | null; isFirst: boolean },
): readonly Passage[] {
  if (words.length > LONGEST_LINE) return afterDateline(text, line, { dateline, isFirst }) ?? [running(line)];
  if (title !== null && words === title.trim())
    return [{ ...line, kind: 'HEADING', reason: 'the title repeated' }];
  const rule = LINE_RULES.find(({ pattern }) => pattern.test(words));
  if (rule !== undefined) return [{ ...line, kind: rule.kind, reason: rule.reason }];
  if (isAppeal(words)) return [{ ...line, kind: 'APPEAL', reason: 'asks the reader for support' }];
  return afterDateline(text, line, { dateline, isFirst }) ?? withCredit(text, line);
}

const running = (line: Span): Passage => ({ ...line, kind: 'ARTICLE', reason: 'running text' });

/** The dateline that gave the anchor, and whether no running text stands before the line. */
interface DatelineSought {
  readonly dateline: Span | null;
  readonly isFirst: boolean;
}

/** A line's dateline and the text after it; null where the line has no dateline. */
function afterDateline(text: string, line: Span, sought: DatelineSought): readonly Passage[] | null {
  const printed = datelineOf(text, line, sought);
  if (printed === null) return null;
  return [
    { start: line.start, end: printed, kind: 'DATELINE', reason: 'where and when the report was sent' },
    { start: printed, end: line.end, kind: 'ARTICLE', reason: 'the text after the dateline' },
  ];
}

/** The end of a line's dateline: that of the anchor, or an agency's place line; null where the line has none. */
function datelineOf(text: string, line: Span, { dateline, isFirst }: DatelineSought): number | null {
  const isHere = dateline !== null && dateline.start >= line.start && dateline.end <= line.end;
  const words = text.slice(line.start, line.end);
  const place = (PLACE_LINE.exec(words) ?? (isFirst ? FIRST_PLACE.exec(words) : null))?.[0].length;
  const end = Math.max(isHere ? dateline.end : -1, place === undefined ? -1 : line.start + place);
  return end === -1 ? null : end;
}

/** "President Ruiz speaks in Lima on 3 May. (Photo by …)": a caption and its credit. */
function withCredit(text: string, line: Span): readonly Passage[] {
  const words = text.slice(line.start, line.end);
  const credit = PHOTO_CREDIT.exec(words);
  if (credit === null) return withSignature(line, POST_SIGNATURE.exec(words));
  const start = line.start + credit.index;
  return [
    { start: line.start, end: start, kind: 'CAPTION', reason: `stands before the credit "${credit[0]}"` },
    { start, end: line.end, kind: 'CREDIT', reason: `names the source of a picture: "${credit[0]}"` },
  ];
}

function withSignature(line: Span, signature: RegExpExecArray | null): readonly Passage[] {
  if (signature === null) return [running(line)];
  const start = line.start + signature.index;
  return [
    running({ start: line.start, end: start }),
    { start, end: line.end, kind: 'CREDIT', reason: 'signs a post' },
  ];
}

/** Appeals address "you" and ask for something; news does neither outside quotation marks. */
function isAppeal(words: string): boolean {
  const spoken = words.replaceAll(/[“"][^”"]*[”"]/gu, '');
  if (!/\b(?:you|your|please)\b/iu.test(spoken)) return false;
  return APPEAL_WORDS.filter((pattern) => pattern.test(spoken)).length >= ENOUGH_APPEAL_WORDS;
}

function* linesOf(text: string): Generator<Span> {
  for (let start = 0; start < text.length; ) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? text.length : lineBreak;
    yield { start, end };
    start = end + 1;
  }
}
