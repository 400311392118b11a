import type { Chrono, Component, ParsedComponents, ParsedResult } from 'chrono-node';
// English alone: all the other languages would have to be loaded before the first expression is read.
import { strict } from 'chrono-node/en';

/** A match of chrono-node: a span, and only the components that the words themselves give. "21 December" gives no year. */
export interface ChronoMatch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly known: Readonly<Partial<Record<Component, number>>>;
}

/** The parsers of explicit dates and clock times. Our own rules read all relative expressions. */
const KEPT_PARSERS = [
  'ENYearMonthDayParser',
  'SlashDateFormatParser',
  'ENMonthNameLittleEndianParser',
  'ENMonthNameMiddleEndianParser',
  'ENYearMonthNameParser',
  'ENTimeExpressionParser',
  'ISOFormatParser',
];

const UTC = { timezone: 0 };

const KEPT_REFINERS = ['OverlapRemovalRefiner', 'ExtractTimezoneAbbrRefiner', 'ExtractTimezoneOffsetRefiner'];

const COMPONENTS: readonly Component[] = [
  'year',
  'month',
  'day',
  'weekday',
  'hour',
  'minute',
  'second',
  'timezoneOffset',
];

/** chrono-node is quadratic in the length of its input, so it gets a paragraph at a time, and long paragraphs in pieces. */
const MAX_PIECE = 2000;
/** Longer than any date with its time: "Wednesday, 21st September 2021 at 10:30:45 p.m. EST". */
const LONGEST_DATE = 80;

const explicit: Chrono = (() => {
  const chrono = strict.clone();
  chrono.parsers = chrono.parsers.filter((parser) => KEPT_PARSERS.includes(parser.constructor.name));
  chrono.refiners = chrono.refiners.filter((refiner) => KEPT_REFINERS.includes(refiner.constructor.name));
  if (chrono.parsers.length !== KEPT_PARSERS.length) throw new TypeError('chrono-node has renamed a parser');
  return chrono;
})();

/** The explicit dates and clock times of a text: "21 December 2021", "10:30 a.m.". A range gives two matches. */
export function findExplicit(text: string): readonly ChronoMatch[] {
  const matches: ChronoMatch[] = [];
  for (const { from, to, end } of pieces(text)) {
    const piece = text.slice(from, end);
    if (!/\d/.test(piece)) continue;
    for (const match of explicit.parse(piece, UTC).flatMap((found) => matchesOf(found, from)))
      if (match.start < to && match.start >= (matches.at(-1)?.end ?? 0)) matches.push(match);
  }
  return matches;
}

/** A piece of a text. Dates that begin between `from` and `to` count; they may go on up to `end`. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** The paragraphs of a text. The pieces of a long paragraph overlap, so that no date is cut. */
function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  for (let from = 0; from < text.length; from = found.at(-1)?.to ?? text.length)
    found.push(pieceAt(text, from));
  return found;
}

function pieceAt(text: string, from: number): Piece {
  const rest = text.slice(from, from + MAX_PIECE);
  const paragraph = rest.indexOf('\n\n', 1);
  const length = paragraph > 0 ? paragraph : rest.length;
  const end = from + length;
  if (length < MAX_PIECE) return { from, to: end, end };
  const space = rest.lastIndexOf(' ', MAX_PIECE - LONGEST_DATE) + 1;
  return { from, to: from + (space || length), end };
}

function matchesOf(found: ParsedResult, offset: number): ChronoMatch[] {
  const start = offset + found.index;
  if (found.end === null || found.end === undefined)
    return [trimmed(start, found.text, knownOf(found.start))];
  const dash = /\s*(?:-|–|—|~|〜|\bto\b|\buntil\b|\bthrough\b|\btill\b)\s*/i.exec(found.text);
  if (dash === null) return [trimmed(start, found.text, knownOf(found.start))];
  const second = dash.index + dash[0].length;
  const first = found.text.slice(0, dash.index);
  const known = knownOf(found.start);
  const last = { ...known, ...knownOf(found.end) };
  return [
    trimmed(start, first, inTheMorning(first, known, last)),
    trimmed(start + second, found.text.slice(second), last),
  ];
}

const HALF_A_DAY = 12;

/** "11:15 to 3 p.m." begins in the morning: chrono-node takes "p.m." for both ends. */
function inTheMorning(
  text: string,
  known: ChronoMatch['known'],
  { hour: last = 0 }: ChronoMatch['known'],
): ChronoMatch['known'] {
  const { hour = 0 } = known;
  return hour > HALF_A_DAY && hour > last && !/[ap]\.?m\b|\b(?:1[3-9]|2\d):/i.test(text)
    ? { ...known, hour: hour - HALF_A_DAY }
    : known;
}

function knownOf(components: ParsedComponents): ChronoMatch['known'] {
  return Object.fromEntries(
    COMPONENTS.filter((name) => components.isCertain(name)).map((name) => [name, components.get(name) ?? 0]),
  );
}

/** Cuts a leading "from", "at" or "on" and a trailing comma, which chrono-node leaves in its match. */
function trimmed(start: number, text: string, known: ChronoMatch['known']): ChronoMatch {
  const lead = /^(?:(?:from|at|on)\s+)?/i.exec(text)?.[0].length ?? 0;
  const kept = text.slice(lead).replace(/[\s,.;]+$/, (tail) => (/[ap]\.m\.$/i.test(text) ? tail : ''));
  return { start: start + lead, end: start + lead + kept.length, text: kept, known };
}
