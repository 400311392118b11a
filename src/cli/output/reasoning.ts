import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { Direction, Resolution } from '../../domain/time/resolution.ts';
import { labelledLine } from './text-table.ts';

/** How an expression came to its date. */
export interface Reasoning extends Pick<Resolution, 'because' | 'alternatives' | 'direction' | 'confidence'> {
  /** The words it counts from, `anchor`, or null for an expression that needs no reference. */
  readonly countedFrom: string | null;
}

/** The reasoning of a resolution, with the words of `text` that it refers to. */
export function reasoningOf(resolution: Resolution, text: string): Reasoning {
  const { because, alternatives, direction, confidence } = resolution;
  return {
    because,
    alternatives,
    direction,
    countedFrom: referenceText(resolution.reference, text),
    confidence,
  };
}

function referenceText(reference: Resolution['reference'], text: string): string | null {
  if (reference.kind === 'NONE') return null;
  return reference.kind === 'ANCHOR' ? 'anchor' : text.slice(reference.start, reference.end);
}

const WAYS: { readonly [Way in Direction]: string } = { PAST: 'back ', PRESENT: '', FUTURE: 'ahead ' };

/** Why an expression means what it does: the reason, what it was counted from, what it could also have meant. */
export const reasoningLines = (reasoning: Reasoning, anchor: CalendarDate): readonly string[] => [
  labelledLine('because', reasoning.because),
  labelledLine('counted', countingOf(reasoning, anchor)),
  ...reasoning.alternatives.map(({ value, because }) => labelledLine('not', `${value}: ${because}`)),
];

/** The rule that read it, and how sure that is where it is known. */
export const ruleLine = (rule: string, confidence: number | undefined): string =>
  labelledLine('rule', confidence === undefined ? rule : `${rule}, confidence ${confidence}`);

function countingOf({ countedFrom, direction }: Reasoning, anchor: CalendarDate): string {
  if (countedFrom === null) return 'from nothing: the words stand alone';
  const reference = countedFrom === 'anchor' ? `the anchor, ${anchor}` : `"${countedFrom}"`;
  return `${direction === null ? '' : WAYS[direction]}from ${reference}`;
}
