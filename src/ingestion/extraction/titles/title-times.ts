import type { EventDate } from '../../../domain/time/event-date.ts';
import { isFixedTime } from '../../../parsing/tree/fixed-time.ts';
import { headOfSpan } from '../../../parsing/tree/sentence-tree.ts';
import { isInsideNoun } from '../../sentences/skipped-tokens.ts';
import type { SentenceAnalysis } from '../sentence-analysis.ts';
import type { DatedResolution } from '../times/dated-statement.ts';
import { isParticle } from '../times/time-words.ts';
import { capitalize } from './title-text.ts';

/** Words of a time that is relative to the anchor, or to an earlier time expression. */
const COUNTED =
  /(?:^|\s)(?:today|tonight|yesterday|tomorrow|overnight|this|last|next|past|coming|previous|following|same|ago|before|earlier|later|prior|hence)(?:\s|$)|^the (?:day|week|weekend|month|year)$/iu;
/** "the year before", "two days later": relative to an earlier time expression, where the text has one. */
const COUNTED_ON =
  /(?:^|\s)(?:previous|following|same|before|earlier|later|prior|hence)(?:\s|$)|^the (?:day|week|weekend|month|year)$/iu;
/** "last May 3, 2017", "the last week of June", "earlier on Tuesday". */
const NAMED = /\d{4}|\bof\s|^(?:earlier|later) .*day$/u;

/** Whether a time says nothing to readers of another day: "last week", "a year earlier"; not "Monday" nor "May 2017". */
export const isPassing = (time: string): boolean => COUNTED.test(time) && !NAMED.test(time);

/**
 * A title with the dates of its passing times: "imposed *last year*" → "imposed in 2014". A time before "'s" gives way to "the".
 * Quoted words stay as they are.
 */
export function withDates(title: string, sentence: SentenceAnalysis): string {
  return sentence.dated.reduce((dated, time) => {
    const isOpen = COUNTED_ON.test(time.timex.text) && time.reference.kind !== 'EXPRESSION';
    if (!isPassing(time.timex.text) || isOpen || hasDateBeside(sentence, time)) return dated;
    const change = changeOf(sentence, time);
    return change === null ? dated : replaced(dated, change);
  }, title);
}

/** "Five years later, *on 26 May 2014*,": readers have the date. */
const hasDateBeside = ({ text, dated }: SentenceAnalysis, { timex: { end } }: DatedResolution): boolean =>
  dated.some(
    ({ timex }) =>
      timex.start > end &&
      /\d{4}/u.test(timex.text) &&
      /^,? (?:on|in) (?:the \p{L}+ of )?$/u.test(text.slice(end, timex.start)),
  );

/** Words of a title and others in their place. */
interface Change {
  readonly words: string;
  readonly instead: string;
}

/** Null where the words are quoted, and where no words would be sure to fit. */
function changeOf(sentence: SentenceAnalysis, { timex, date }: DatedResolution): Change | null {
  const { text, tokens, quotes, skipped, parsed } = sentence;
  const first = tokens.findIndex(({ end }) => end > timex.start);
  const last = tokens.findLastIndex(({ start }) => start < timex.end);
  const [before, after] = [tokens[first - 1], tokens[last + 1]];
  const words = (from: number, to: number): string => text.slice(from, to).replaceAll(/\s+/gu, ' ');
  if (quotes[first]?.quoted === true) return null;
  const isOpen = before === undefined || !/^(?:ADJ|DET|NUM|PRON)$/u.test(before.pos);
  if (after !== undefined && after.start === timex.end && /^['’]s?$/u.test(after.text))
    return isOpen
      ? {
          words: words(timex.start, after.end),
          instead: date.precision === 'YEAR' ? `the ${date.display}` : 'the',
        }
      : null;
  const shown = words(timex.start, timex.end);
  const named = nameOf(date);
  if (named === null) return null;
  if (isInsideNoun(tokens, timex))
    return /^(?:DAY|MONTH|YEAR)$/u.test(date.precision) ? { words: shown, instead: date.display } : null;
  /** "*last week* Thursday". */
  if (skipped[last + 1] === true && /day$/u.test(after?.lower ?? ''))
    return { words: `${shown} `, instead: '' };
  const isTied = before !== undefined && PREPOSITIONS.test(before.lower) && !isParticle(sentence, first - 1);
  const preposition = isTied ? before : null;
  const head = parsed === null ? null : headOfSpan(parsed, timex);
  const isObject = parsed !== null && head !== null && isFixedTime(parsed, head);
  /** "taken off *that same day*" */
  const from = before?.lower === 'that' && before.pos === 'DET' ? before.start : timex.start;
  if (preposition === null)
    return {
      words: words(from, timex.end),
      instead: isObject ? named : `${beforeName(date)} ${named}`,
    };
  const isInside = /^(?:at|in|on|within)$/u.test(preposition.lower);
  return {
    words: words(preposition.start, timex.end),
    instead: `${isInside ? beforeName(date) : words(preposition.start, preposition.end)} ${named}`,
  };
}

const PREPOSITIONS =
  /^(?:after|at|before|by|during|for|from|in|of|on|over|since|through|throughout|till|to|until|within)$/u;

/** "3 May 2017", "the week of 3 May 2017"; null for a time without a beginning or an end, and for a mere guess. */
function nameOf({ display, precision, edtf }: EventDate): string | null {
  if (precision === 'OPEN' || /[~?X]|\.\./u.test(edtf)) return null;
  const span = display.match(/^(.+?) ?– ?(.+)$/u);
  if (span !== null) return precision === 'SEASON' ? display : `${span[1]} and ${span[2]}`;
  return /\sof\s/u.test(display) ? `the ${display}` : display;
}

function beforeName({ display, precision }: EventDate): string {
  if (/–/u.test(display) && precision !== 'SEASON') return 'between';
  return precision === 'DAY' ? 'on' : 'in';
}

/** The title with the words changed once. Its first word keeps a capital. */
function replaced(title: string, { words, instead }: Change): string {
  const at = [words, capitalize(words)].map((form) => title.indexOf(form)).find((place) => place >= 0);
  if (at === undefined) return title;
  const isWhole = !/[\p{L}\p{N}]/u.test(`${title[at - 1] ?? ''}${title[at + words.length] ?? ''}`);
  const changed = `${title.slice(0, at)}${instead}${title.slice(at + words.length)}`;
  return isWhole || instead === '' ? capitalize(changed) : title;
}
