import { NO_REFERENCE, type ValueReading } from '../rule.ts';

/** A part of every year, which dates nothing: `XXXX-07` for each July. */
export const recurring = (value: string, rule: string): ValueReading => ({
  kind: 'value',
  type: 'DATE',
  value,
  rule,
  direction: null,
  reference: NO_REFERENCE,
  confidence: 0.7,
});
