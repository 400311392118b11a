import type { SelectionSetNode } from 'graphql';
import { daysOf } from '../../../../timeline/read/bucket.ts';
import type { Histogram, PeriodCount } from '../../../../timeline/read/timeline-reading.ts';
import {
  type CompileField,
  type FragmentLookup,
  leaf,
  listText,
  nested,
  objectText,
  type TextOf,
} from './object-text.ts';

/** Names of periods, dates and units have no character that JSON would escape. */
const quoted = (text: string): string => `"${text}"`;

const BUCKET: Readonly<Record<string, CompileField<PeriodCount>>> = {
  period: leaf(({ period }) => quoted(period)),
  from: leaf((count) => quoted(daysOf(count).from)),
  to: leaf((count) => quoted(daysOf(count).to)),
  certain: leaf(({ certain }) => String(certain)),
  possible: leaf(({ possible }) => String(possible)),
};

/** Compiles a selection on `Histogram`; undefined where links are asked for, which follow from the filter. */
export function histogramTextOf(
  selectionSet: SelectionSetNode,
  fragments: FragmentLookup,
): TextOf<Histogram> | undefined {
  const buckets = nested<Histogram>((inner) => {
    const bucket = objectText(inner, 'Bucket', BUCKET, fragments);
    const textOf = bucket && listText(bucket);
    return textOf && (({ counts }) => textOf(counts));
  });
  const textOf = objectText(
    selectionSet,
    'Histogram',
    { by: leaf<Histogram>(({ by }) => quoted(by)), buckets },
    fragments,
  );
  return textOf && oncePerHistogram(textOf);
}

/** The timeline gives the same histogram of all events until an event changes. Its text has some hundred kilobytes. */
function oncePerHistogram(textOf: TextOf<Histogram>): TextOf<Histogram> {
  const texts = new WeakMap<Histogram, string>();
  return (histogram) => {
    const text = texts.get(histogram) ?? textOf(histogram);
    texts.set(histogram, text);
    return text;
  };
}
