import type { Span } from '../domain/event/mention.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../domain/time/calendar-names.ts';

/** "http://news.example/2013/05/03/", "www.friday.example", "april@news.example", "harbour.example/today". */
const ADDRESS = String.raw`https?:\/\/\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.\S+|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\/\S*`;
/** "+86 2010-2015-86", "133-03-03-2020". */
const CODE = String.raw`(?<!\w)\+\d[\d()./ -]{5,}\d|(?<![\w-])\d+(?:-\d+){3,}(?![\w-])`;

const WEEKDAY = WEEKDAY_NAMES.join('|');
const PAPER =
  'Times|Mirror|Mail|Telegraph|Express|Post|Herald|World|Tribune|Independent|Star|Sun|People|Magazine';
/** "The Sunday Times", "USA TODAY", "The Mail on Sunday", "the Today programme". */
const MEDIA = String.raw`(?:${WEEKDAY}) (?:(?:(?:Business|Evening|Morning) )?(?:${PAPER})|Night (?:Live|Football|Lights))\b|\b(?:USA|Russia|India|Psychology|History|Physics|Medicine) (?:Today|TODAY)\b|\b(?:Mail|Independent|Scotland) on Sunday\b|\bToday (?:show|program(?:me)?)\b`;
/** "Black September", "the Good Friday Agreement", "the October Revolution", "the Seven Years' War". */
const HISTORY = String.raw`\bBlack September\b|\bBloody (?:${WEEKDAY})\b|\bGood Friday (?:Agreement|Accords?)\b|\bEaster Rising\b|\b(?:${MONTH_NAMES.join('|')}) (?:Revolution|Uprising|Crisis|Plot)\b|\b[A-Z][a-z]+[- ](?:Day|Years)['’]? War\b|\b(?:20th|Twentieth) Century Fox\b`;
/** "Wednesday Addams smiled": at the beginning of a sentence a day is not followed by a name and its verb. */
const PERSON = String.raw`(?<=^|\n|[.!?]["”]? |["“])(?:${WEEKDAY}) (?!(?:Mass|Service|Prayers?|Night|Morning|Afternoon|Evening|${MONTH_NAMES.join('|')})\b)[A-Z][a-z]+(?= [a-z])`;

const BARRED = new RegExp([ADDRESS, CODE, MEDIA, HISTORY, PERSON].join('|'), 'g');

/** Words and figures that look like times but belong to a name, an address or a code, in text order. */
export const barredSpans = (text: string): readonly Span[] =>
  Array.from(text.matchAll(BARRED), ({ 0: words, index }) => ({ start: index, end: index + words.length }));

/** The spans, in text order, that overlap none of the barred ones. */
export function outside<T extends Span>(spans: readonly T[], barred: readonly Span[]): readonly T[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while ((barred[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return end <= (barred[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}
