import type { Span } from '../../src/domain/event/mention.ts';
import type { EventDate } from '../../src/domain/time/event-date.ts';
import type { Resolution, Unresolved } from '../../src/domain/time/resolution.ts';
import { overlaps, type Passage } from './locate.ts';

type Found = Resolution | Unresolved;

/** A time expression as an annotator would write it down. */
export interface ExpectedExpression extends Passage {
  readonly type: string;
  readonly value: string;
  readonly mod: string | null;
  /** Null for words that date nothing; left out where only the value is settled. */
  readonly date?: Readonly<Record<string, string | null>> | null;
  /** The reason, where the annotation is a matter of judgement. */
  readonly why?: string;
}

const spanOf = (found: Found): Span & { readonly text: string } =>
  found.kind === 'resolved' ? found.timex : found;

/** Every expression found that overlaps a span, in the form of the expected data. */
export const readingsAt = (found: readonly Found[], span: Span) =>
  found.filter((one) => overlaps(spanOf(one), span)).map(readingOf);

function readingOf(found: Found) {
  if (found.kind === 'unresolved') return { text: found.text, unresolved: found.reason };
  const { text, type, value, mod } = found.timex;
  return { text, type, value, mod, date: found.date === null ? null : plainDate(found.date) };
}

const plainDate = ({ edtf, earliest, latest, precision, role }: EventDate) => ({
  edtf,
  earliest,
  latest,
  precision,
  role,
});

const datedSpans = (found: readonly Found[]) =>
  found.filter((one) => one.kind === 'resolved' && one.date !== null).map(spanOf);

/** The words of every dated expression that overlaps the span. */
export const datedWithin = (found: readonly Found[], span: Span): readonly string[] =>
  datedSpans(found)
    .filter((dated) => overlaps(dated, span))
    .map(({ text }) => text);

/** The words of every dated expression that overlaps none of the spans. */
export const datedOutside = (found: readonly Found[], spans: readonly Span[]): readonly string[] =>
  datedSpans(found)
    .filter((dated) => !spans.some((span) => overlaps(dated, span)))
    .map(({ text }) => text);
