import type { Mention } from '../../domain/event/mention.ts';
import { clauseOf } from '../sentences/wording.ts';

/** A share or a sum of any size, else a number that is too long for a day and no year. */
const FIGURE =
  /(?<![\p{L}\p{N}.,:-])(\d+(?:[.,]\d+)*)(?: (?:percent|per cent|million|billion|trillion|points?)\b|(?<=\d[.,]\d+|\d{3,})(?<!(?<!\d)(?:19|20)\d\d)(?![\p{L}\p{N}:-]))/giu;

/** The figures of a mention's clause: "1.5" of "fell by 1.5 percent", "3,100" of "3,100 jobs". */
export const figuresIn = (mention: Mention): ReadonlySet<string> =>
  new Set([...clauseOf(mention).matchAll(FIGURE)].map(([, figure = '']) => figure));
