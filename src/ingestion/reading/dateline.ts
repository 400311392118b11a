import type { Span } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import { DATELINE_FORMS, type DatelineForm } from './dateline-forms.ts';
import { hasYear, type NearestDay, readWrittenDate } from './written-date.ts';

/** A day printed in an article as its day of writing or publication. */
export interface Dateline {
  readonly date: CalendarDate;
  /** Whether the year is printed too. */
  readonly hasYear: boolean;
  readonly kind: DatelineForm['kind'];
  /** Place, day, agency and dash, or the whole line. Datelines directly before and after are included. */
  readonly span: Span;
}

interface Line {
  readonly text: string;
  readonly start: number;
}

/** The longest line that holds only a dateline; in a longer line, how far it is searched. In characters. */
const LONGEST = 200;
const FIRST_LINES = 12;
const LAST_LINES = 3;
const KINDS: readonly DatelineForm['kind'][] = ['PUBLISHED', 'PRINTED', 'UPDATED'];
const NO_PLACE = /^(?:in|on|at|by|from|since|until|the|a)\b/i;

/**
 * `MOSCOW, Dec 21 (Agency) — The …` → 21 December of the year nearest to `near`, positions 0–24; without `near` a
 * dateline needs its year. A day named in a sentence or a caption is no dateline. Of several datelines the day of
 * publication counts, then the first.
 */
export function findDateline(text: string, near?: NearestDay): Dateline | null {
  const first = firstLines(text);
  const last = lastLines(text, (first.at(-1)?.start ?? -1) + 1);
  const found = [
    ...first.flatMap((line, index) => readLine(line, near, (form) => index < form.before)),
    ...last.flatMap((line) => readLine(line, near, (form) => form.atEnd)),
  ];
  const best = KINDS.flatMap((kind) => found.filter((dateline) => dateline.kind === kind))[0];
  return best === undefined ? null : { ...best, span: growOver(text, best.span, found) };
}

function readLine(
  line: Line,
  near: NearestDay | undefined,
  allows: (form: DatelineForm) => boolean,
): Dateline[] {
  const head = line.text.slice(0, LONGEST);
  for (const { kind, pattern } of DATELINE_FORMS.filter(allows)) {
    const match = pattern.exec(head);
    const { date: written = '', place = 'X' } = match?.groups ?? {};
    const date = match === null || !isPlace(place) ? undefined : readWrittenDate(written, near);
    if (match === null || date === undefined) continue;
    const end = line.start + match[0].trimEnd().length;
    return [{ date, hasYear: hasYear(written), kind, span: { start: line.start, end } }];
  }
  return [];
}

const isPlace = (place: string): boolean =>
  !NO_PLACE.test(place) &&
  place.split(/[\s,/]+/).every((word) => /^(?:\p{Lu}|(?:de|del|la|of|and|es|al)$)/u.test(word));

/** Extends a span over the datelines that only white space separates from it. */
function growOver(text: string, span: Span, datelines: readonly Dateline[]): Span {
  let { start, end } = span;
  for (const next of datelines)
    if (next.span.start >= end && text.slice(end, next.span.start).trim() === '') end = next.span.end;
  for (const previous of datelines.toReversed())
    if (previous.span.end <= start && text.slice(previous.span.end, start).trim() === '')
      start = previous.span.start;
  return { start, end };
}

function firstLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length && lines.length < FIRST_LINES; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    lines.push(...lineOf(text, start, end));
    start = end + 1;
  }
  return lines;
}

/** The last lines that begin at `from` or later, in text order. */
function lastLines(text: string, from: number): readonly Line[] {
  const lines: Line[] = [];
  for (let end = text.length; end > from && lines.length < LAST_LINES; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (start >= from) lines.push(...lineOf(text, start, end));
    end = start - 1;
  }
  return lines.toReversed();
}

/** The line from its first character that is no white space; empty for a blank line. */
function lineOf(text: string, start: number, end: number): readonly Line[] {
  const line = text.slice(start, end);
  const indent = line.search(/\S/);
  return indent < 0 ? [] : [{ text: line.slice(indent), start: start + indent }];
}
