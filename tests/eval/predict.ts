import { resolveText } from '../../src/temporal/resolve-text.ts';
import type { Annotation, DatedText } from './read-gold.ts';

/** What the resolver finds in a text; what it cannot place is no prediction. */
export const predict = ({ text, dct }: DatedText): readonly Annotation[] =>
  resolveText(text, dct).flatMap((outcome) => (outcome.kind === 'resolved' ? [outcome.timex] : []));
