import type { Resolution } from '../../domain/time/resolution.ts';

/** A time expression that could be placed, as JSON. */
export function resolutionJson(resolution: Resolution) {
  const { kind, timex, date, rule, because, direction, reference, confidence } = resolution;
  const alternatives = resolution.alternatives.map(({ value, because: reason }) => ({
    value,
    because: reason,
  }));
  return { kind, timex, date, rule, because, alternatives, direction, reference, confidence };
}
