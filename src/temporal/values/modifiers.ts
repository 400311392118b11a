import type { TimexMod } from '../../domain/time/timex.ts';

/** A modifier before an expression: "early December", "the end of 2014", "about two weeks". */
export interface Modifier {
  readonly start: number;
  readonly mod: TimexMod;
  /** "earlier this month" ends before the anchor, "later this year" begins after it. */
  readonly side: 'EARLIER' | 'LATER' | null;
}

const REACH = 32;
const PART =
  /(?:\b(?<early>early|the\s+(?:very\s+)?(?:(?:beginning|start|onset)\s+of|(?:first|opening)\s+(?:few\s+)?(?:days|weeks?)\s+(?:of|in))|beginning\s+of|start\s+of)|\b(?<mid>mid|the\s+middle\s+of|the\s+midst\s+of|middle\s+of)|\b(?<late>late|the\s+(?:very\s+)?(?:(?:end|close)\s+of|(?:last|final|closing)\s+(?:few\s+)?(?:days|weeks?)\s+(?:of|in))|end\s+of)|\b(?<earlier>earlier)|\b(?<later>later))(?:\s+(?:in|on))?(?:\s+the)?(?:\s+|-)$/i;
const ABOUT = /\b(?<approx>about|around|approximately|circa|ca\.)\s+$/i;
const AMOUNT =
  /\b(?:(?<approx>about|around|approximately|roughly|some|circa|ca\.|almost|nearly)|(?<more>more\s+than|over|longer\s+than|better\s+than)|(?<least>at\s+least|no\s+less\s+than)|(?<less>less\s+than|fewer\s+than|under)|(?<most>up\s+to|at\s+most|no\s+more\s+than|as\s+much\s+as))\s+$/i;

/** The `mod` of a shifted date by its amount: "more than a year ago" lies before the named year. */
const OF_SHIFT: Record<'PAST' | 'FUTURE', Partial<Record<TimexMod, TimexMod>>> = {
  PAST: {
    MORE_THAN: 'BEFORE',
    LESS_THAN: 'AFTER',
    EQUAL_OR_MORE: 'ON_OR_BEFORE',
    EQUAL_OR_LESS: 'ON_OR_AFTER',
  },
  FUTURE: {
    MORE_THAN: 'AFTER',
    LESS_THAN: 'BEFORE',
    EQUAL_OR_MORE: 'ON_OR_AFTER',
    EQUAL_OR_LESS: 'ON_OR_BEFORE',
  },
};

/** The amount before a shift: "more than" in "more than a year ago" and "more than a year later". */
export function modifierOfShift(text: string, start: number, way: 'PAST' | 'FUTURE'): Modifier | null {
  const found = modifierBefore(text, start, 'AMOUNT');
  return found === null ? null : { ...found, mod: OF_SHIFT[way][found.mod] ?? found.mod };
}

/**
 * The modifier that ends right before `start`: PERIOD for parts of the calendar ("early May"), AMOUNT for durations
 * ("nearly two weeks").
 */
export function modifierBefore(text: string, start: number, kind: 'PERIOD' | 'AMOUNT'): Modifier | null {
  const window = text.slice(Math.max(0, start - REACH), start);
  const offset = start - window.length;
  if (kind === 'PERIOD') {
    const found = PART.exec(window);
    if (found !== null) return { start: offset + found.index, ...partOf(found.groups ?? {}) };
  }
  const found = (kind === 'PERIOD' ? ABOUT : AMOUNT).exec(window);
  return found === null
    ? null
    : { start: offset + found.index, mod: amountOf(found.groups ?? {}), side: null };
}

function partOf(groups: Record<string, string | undefined>): Pick<Modifier, 'mod' | 'side'> {
  if (groups['earlier'] !== undefined) return { mod: 'START', side: 'EARLIER' };
  if (groups['later'] !== undefined) return { mod: 'END', side: 'LATER' };
  return {
    mod: groups['early'] !== undefined ? 'START' : groups['mid'] !== undefined ? 'MID' : 'END',
    side: null,
  };
}

function amountOf(groups: Record<string, string | undefined>): TimexMod {
  if (groups['approx'] !== undefined) return 'APPROX';
  if (groups['more'] !== undefined) return 'MORE_THAN';
  if (groups['least'] !== undefined) return 'EQUAL_OR_MORE';
  return groups['less'] !== undefined ? 'LESS_THAN' : 'EQUAL_OR_LESS';
}
