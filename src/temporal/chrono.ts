import type { Chrono, Component, ParsedComponents, ParsedResult } from 'chrono-node';
// English alone: all the other languages would have to be loaded before the first expression is read.
import { strict } from 'chrono-node/en';

/** What chrono-node found: a span, and only the components that the words themselves give. */
export interface ChronoMatch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly known: Readonly<Partial<Record<Component, number>>>;
}

/** The parsers that read explicit dates and clock times. All relative expressions are rules of our own. */
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

/** chrono-node is quadratic in the length of its input: it reads a paragraph at a time, and long ones in pieces. */
const MAX_PIECE = 2000;

const explicit: Chrono = (() => {
  const chrono = strict.clone();
  chrono.parsers = chrono.parsers.filter((parser) => KEPT_PARSERS.includes(parser.constructor.name));
  chrono.refiners = chrono.refiners.filter((refiner) => KEPT_REFINERS.includes(refiner.constructor.name));
  if (chrono.parsers.length !== KEPT_PARSERS.length) throw new TypeError('chrono-node has renamed a parser');
  return chrono;
})();

/** Explicit dates and clock times in a text, ranges as two matches. */
export function findExplicit(text: string): readonly ChronoMatch[] {
  return pieces(text).flatMap(({ offset, piece }) =>
    explicit.parse(piece, UTC).flatMap((found) => matchesOf(found, offset)),
  );
}

/** Paragraphs that hold a digit, cut at white space where they are too long. */
function pieces(text: string): { offset: number; piece: string }[] {
  const found: { offset: number; piece: string }[] = [];
  for (let offset = 0; offset < text.length; ) {
    const piece = text.slice(offset, endOfPiece(text, offset));
    if (/\d/.test(piece)) found.push({ offset, piece });
    offset += piece.length;
  }
  return found;
}

function endOfPiece(text: string, offset: number): number {
  const rest = text.slice(offset, offset + MAX_PIECE);
  const paragraph = rest.indexOf('\n\n', 1);
  if (paragraph > 0) return offset + paragraph;
  if (rest.length < MAX_PIECE) return offset + rest.length;
  return offset + (rest.lastIndexOf(' ') + 1 || rest.length);
}

function matchesOf(found: ParsedResult, offset: number): ChronoMatch[] {
  const start = offset + found.index;
  if (found.end === null || found.end === undefined)
    return [trimmed(start, found.text, knownOf(found.start))];
  const dash = /\s*(?:-|–|—|~|〜|\bto\b|\buntil\b|\bthrough\b|\btill\b)\s*/i.exec(found.text);
  if (dash === null) return [trimmed(start, found.text, knownOf(found.start))];
  const second = dash.index + dash[0].length;
  return [
    trimmed(start, found.text.slice(0, dash.index), knownOf(found.start)),
    trimmed(start + second, found.text.slice(second), { ...knownOf(found.start), ...knownOf(found.end) }),
  ];
}

function knownOf(components: ParsedComponents): ChronoMatch['known'] {
  return Object.fromEntries(
    COMPONENTS.filter((name) => components.isCertain(name)).map((name) => [name, components.get(name) ?? 0]),
  );
}

/** chrono-node takes in a leading "from", "at" or "on" and a trailing comma. */
function trimmed(start: number, text: string, known: ChronoMatch['known']): ChronoMatch {
  const lead = /^(?:(?:from|at|on)\s+)?/i.exec(text)?.[0].length ?? 0;
  const kept = text.slice(lead).replace(/[\s,.;]+$/, (tail) => (/[ap]\.m\.$/i.test(text) ? tail : ''));
  return { start: start + lead, end: start + lead + kept.length, text: kept, known };
}
