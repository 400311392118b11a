import { resolveText } from '../support/resolve-text.ts';
import type { DatedText } from './read-gold.ts';
import type { Prediction } from './score.ts';

/** The predictions of the resolver for a text. An unresolved expression is no prediction. */
export const predict = ({ text, dct }: DatedText): readonly Prediction[] =>
  resolveText(text, dct).flatMap((outcome) =>
    outcome.kind === 'resolved' ? [{ ...outcome.timex, rule: outcome.rule }] : [],
  );
