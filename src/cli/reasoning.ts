import type { Resolution } from '../domain/time/resolution.ts';

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
